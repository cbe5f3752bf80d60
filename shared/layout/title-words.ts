/**
 * Words that titles of 公文 are made of: a title is not broken inside one. Data, so that an office can add its own;
 * a word that is missing only means that a title may need a break set by hand.
 */
const WORDS = `
人民政府 办公室 办公厅 委员会 管委会 领导小组 指挥部 联席会议 发展改革 教育 科技 工业和信息化 民政 司法 财政 人力资源 社会保障 自然资源 生态环境
住房 城乡建设 交通运输 水利 农业农村 商务 文化 旅游 卫生健康 退役军人 应急管理 审计 市场监管 体育 统计 医疗保障 信访 行政审批 城市管理 大数据
工作 方案 办法 规定 细则 意见 措施 规划 计划 制度 机制 要点 清单 名单 目录 标准 规范 条例 预案 纲要 指南 实施 试行 暂行 修订 管理 服务 建设 发展
改革 创新 治理 监督 监管 监测 评价 评估 考核 奖励 保障 保护 安全 应急 处置 指挥 防控 防治 整治 整改 排查 检查 审查 审核 审批 备案 公开 公布 公示
加强 加快 推进 促进 提升 提高 优化 完善 健全 深化 强化 落实 贯彻 支持 鼓励 规范 开展 做好 构建 打造 培育 壮大 扩大 巩固 拓展 切实 进一步 全面
高质量 现代化 信息化 数字化 智能化 标准化 规范化 一体化 市场化 产业化 法治化 便利化 多层次 多元化 可持续 新型 新时代 新形势 新能源 新材料
经济 社会 产业 企业 农业 农村 乡村振兴 工业 服务业 制造业 旅游业 物流 商贸 金融 投资 融资 贸易 消费 就业 创业 收入 税收 财政 预算 债务 国有资产 资产 资源 土地
耕地 林地 水资源 河长制 湖长制 环境 生态 污染 气象 防雷 防汛 抗旱 抗震 设防 消防 消防安全 食品 药品 医疗 医保 卫生 健康 养老 老年 助餐 托育 儿童 妇女 残疾人
教育 学校 学生 资助 人才 职业 技能 培训 科技 知识产权 专利 质量 品牌 计量 认证 数字政府 数据 政务 政务公开 信息 网络 平台 系统 工程 项目 招商 招商引资 顾问
城市 城镇 城乡 社区 街道 道路 命名 更名 基础设施 设施 供水 排水 燃气 电力 能源 氢能 锂电 住房 物业 电梯 停车 公共 公共服务 公共资源 公共数据 交易 招标 采购
文化 文物 遗产 保护区 实验区 示范区 示范 试点 体系 能力 水平 环境 营商环境 突发事件 事件 违法违规 违法 违规 占用 问题 推动 解决 综合 施策 统筹 协调
行动 行动计划 三年行动 专项 重点 重大 任务 目标 责任 分工 领导 同志 职务 任免 任职 免职 聘任 聘请 市政府 县政府 通报 表扬 表彰 结果 情况 年度 上半年 国家 全国 全省 全市 我市
正式文件 文件 具有 同等效力 技术 总体 总体规划 湿地 公园 道路 桥梁 机场 港口 园区 开发区 高新区 委员 专家 高标准农田 农田 高质量发展 平稳发展 健康发展 农业产业化
粮油 粮食 油茶 生产 稳面积 提单产 竹产业 减负 纾困 小微企业 平稳 客家 见义勇为 人员 市长 配套 若干 有关 关于 印发 转发 批转 公布 部门 事项 版本 覆盖 全民
`;

/** Every two neighbouring characters of a word. */
const inside = new Set<string>();
for (const word of WORDS.split(/\s+/)) {
  const characters = [...word];
  for (let i = 1; i < characters.length; i += 1) inside.add(`${characters[i - 1]}${characters[i]}`);
}

const words = new Set(WORDS.split(/\s+/));

/** Does a word end before the break, or begin behind it? Then at least one side of it is known to be sense. */
export function isEdge(before: string, after: string): boolean {
  for (const length of [2, 3, 4]) if (words.has(before.slice(-length)) || words.has(after.slice(0, length))) return true;
  return /[省市县区]$/.test(before);
}

/** Would a break between these two characters stand inside a word? */
export function splitsWord(before: string, after: string): boolean {
  return inside.has(`${before}${after}`);
}
