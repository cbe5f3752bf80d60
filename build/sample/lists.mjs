/** A document of the sample with a long list and a form: what runs over pages, and what is filled in by hand. */

const first = ['望', '春', '松', '清', '枫', '竹', '芦', '荷', '云', '石', '沙', '柳'];
const second = ['湖', '江', '溪', '林'];
const reasons = [
  '以所处方位命名',
  '以相邻的公园命名',
  '沿用市民习惯叫法',
  '以所在社区名称命名',
  '取“水清岸绿”之意',
  '以连接的道路起止点命名',
];
const districts = ['东城区', '西城区', '示例县'];

/** 48 roads, each with other ends, lengths and reasons: the rows differ as they do in a real list. */
const roads = first.flatMap((one, i) =>
  second.map((two, k) => {
    const at = i * second.length + k;
    const kind = at % 5 === 0 ? '大道' : at % 3 === 0 ? '巷' : '路';
    const [from, to] = at % 2 === 0 ? ['东起', '西止'] : ['北起', '南止'];
    const ends = `${from}${first[(i + 3) % first.length]}${second[(k + 1) % 4]}路，${to}${first[(i + 7) % first.length]}${second[(k + 2) % 4]}${at % 4 === 0 ? '大道与环城快速路交叉口' : '路'}`;
    const size = `${(at % 9) * 140 + 180}/${kind === '大道' ? 36 : kind === '巷' ? 5 : 18}`;
    return [String(at + 1), `${one}${two}${kind}`, ends, size, reasons[at % reasons.length], districts[at % districts.length]];
  }),
);

export const roadNames = {
  file: '14-道路命名清单.docx',
  issuer: '示例市人民政府办公室',
  number: '示府办字〔2026〕6号',
  date: '2026-01-27',
  title: ['示例市人民政府办公室', '关于公布2025年度城市道路命名清单的通知'],
  to: '各县（区）人民政府，市政府有关部门：',
  body: [
    `
根据《示例市地名管理办法》，经市政府同意，现将2025年度城市道路命名清单予以公布。各县（区）人民政府、市政府有关部门要做好路名标志设置、地图更新和相关证照变更的服务工作；今后申请道路命名，统一填报《城市道路命名申请表》。
附件：1.2025年度城市道路命名清单
2.城市道路命名申请表
（此件主动公开）`,
  ],
  enclosed: [
    `
@ 附件1
% 2025年度城市道路命名清单`,
    {
      columns: [1466, 1466, 1466, 1466, 1466, 1466],
      head: 1,
      rows: [['序号', '标准名称', '起止点', '长/宽（米）', '名称含义', '所在区域'], ...roads],
    },
    `
@ 附件2
% 城市道路命名申请表`,
    {
      columns: [2200, 2200, 2200, 2200],
      head: 0,
      rows: [
        ['申请单位', ['', 3]],
        ['联系人', '', '联系电话', ''],
        ['拟用名称', '', '备选名称', ''],
        ['道路起点', '', '道路终点', ''],
        ['长度（米）', '', '宽度（米）', ''],
        ['命名理由', ['', 3]],
        ['县（区）民政部门意见', ['（盖章）\n年　　月　　日', 3]],
        ['市民政局意见', ['（盖章）\n年　　月　　日', 3]],
      ],
    },
  ],
};
