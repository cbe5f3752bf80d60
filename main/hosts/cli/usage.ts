/** The words of the command line and the reading of its options. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A command line that is wrong: said with the usage, exit status 2. */
export class UsageError extends Error {}

export const usage = `公报编辑台 命令行

用法：gazette <命令> [选项]

  import 文件… [--json] [--database 库]
      读入来稿并列出识别结果；给出 --database 才入库
  compose 清单 [--database 库] [--house 版式] [--pdf 文件] [--archive 文件] [--word 文件] [--layout 文件] [印刷选项] [--json]
      按 manifest.json 收稿、组版、排版，写出所要的文件；不给 --database 时用内存中的库
  issues --database 库 [--json]
      列出库中各期
  export --database 库 --issue 编号 [--house 版式] [--pdf 文件] [--archive 文件] [--word 文件] [--layout 文件] [印刷选项]
      写出库中一期；--archive 写存档和屏读用的 PDF/A-2u（带标签、书签和链接）
      印刷选项：--press 文件（PDF/X-4，带出血和裁切线）、--cover 文件（封面四面，同上）、--spread 文件（封面展开，含书脊）、
      --imposed 文件（骑马订拼版）、
      --ticket 文件（印制工单，.json 为数据）、--multiple 4|16（补空白页到整帖）、
      --paper offset|coated|newsprint（用纸：总墨量上限、爬移和书脊按它算，不写为 80 g 胶版纸）
      样式选项：--house 版式（代号见 houses），或 --style 文件（只此一次用这个版式文件，不收入库）、
      --fonts system|文件夹（用本机或该文件夹里的方正小标宋、仿宋_GB2312 等字体，也可设 GAZETTE_FONTS；不写就用随附的开源字体）
  houses [--database 库] [--json]
      列出版式
  house import 文件 --database 库 | house export 版式 [--database 库] | house remove 版式 --database 库
      收入、导出（写到标准输出）、删除一个版式；版式各项见 assets/help/house-style.md
  serve [--database 库] [--port 端口] [--sample] [--fonts system|文件夹]
      在浏览器中使用（只限本机），显示带一次性凭证的地址；不写 --database 就用本人的库；--sample 在空库中放入示例
  backup 文件 --database 库      备份
  restore 文件 --database 库     从备份恢复，原库另存一份
  verify --database 库           核对库是否完好
  check                          校对，以后的版本提供

  --help 显示本说明，--version 显示版本

退出状态：0 完成；1 完成，但有稿件被退回或有错误（逐条说明）；2 命令写法有误；3 机器或数据库出错
`;

export type Flags = Readonly<Record<string, 'text' | 'flag'>>;
export interface CommandLine {
  readonly names: readonly string[];
  text(option: string): string | undefined;
  /** @throws UsageError when the option is not given. */
  need(option: string): string;
  flag(option: string): boolean;
}

/** @throws UsageError for unknown options and missing values. */
export function readOptions(argv: readonly string[], flags: Flags): CommandLine {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, kind] of Object.entries(flags)) options[name] = { type: kind === 'text' ? 'string' : 'boolean' };
  const { values, positionals } = parse(argv, options);
  const text = (option: string) => {
    const value = values[option];
    if (value === '') throw new UsageError(`选项 --${option} 的取值是空的`);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    names: positionals,
    text,
    need(option) {
      const value = text(option);
      if (value === undefined) throw new UsageError(`缺少选项 --${option}`);
      return value;
    },
    flag: (option) => values[option] === true,
  };
}

function parse(argv: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const option = /'(-[^\s',]*)/.exec(text)?.[1] ?? '';
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new UsageError(code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `不认识的选项 ${option}` : `选项 ${option} 的写法不对，或缺少取值`);
  }
}
