/** The small forms of a 公文, each as a predicate or a reader of one line of text. Widths and bracket forms vary as offices write them. */

const HAN_DIGITS = '〇○零一二三四五六七八九';
/** 发文字号: 机关代字, year in brackets of any form, number (GB/T 9704 7.2.5 asks for 〔〕). */
const DOC_NUMBER =
  /^[\u3400-\u9fff]{1,14}[\s\u3000]*[〔［[（(【][\s\u3000]*[0-9０-９]{4}[\s\u3000]*[〕］\])）】][\s\u3000]*第?[\s\u3000]*[0-9０-９]+[\s\u3000]*号/;
const DATE =
  /^([12][0-9]{3}|[１２][０-９]{3})[\s\u3000]*年[\s\u3000]*([0-9０-９]{1,2})[\s\u3000]*月[\s\u3000]*([0-9０-９]{1,2})[\s\u3000]*日$/;
const HAN_DATE = /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;
const DATE_ANYWHERE =
  /[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/;
/** The kinds of document (文种) that a title ends with: GB/T 9704 and 党政机关公文处理工作条例 art. 8, and what gazettes print besides. */
const GENRE =
  /(通知|意见|批复|决定|决议|通报|函|公告|通告|公报|报告|请示|议案|命令|令|纪要|方案|办法|规定|规则|细则|条例|措施|规划|计划|要点|制度|办法（试行）|的说明|清单|名单)([（(〔][^（）()]{1,24}[）)〕])?$/;
const ORGAN_END =
  /(政府|办公室|办公厅|委员会|管委会|管理委员会|局|厅|部|委|院|办|处|署|会|中心|公司|集团|领导小组|指挥部|工作组|专班|学校|大学|法院|检察院|银行|支行|分行|司令部|军分区|党组|党委|行|社|站|所|队)$/;
const ADDRESSEE_END =
  /(政府|部门|单位|委员会|管委会|委|局|厅|部|办|办公室|处|院|会|署|中心|公司|企业|集团|学校|院校|高校|机构|组织|团体|同志|街道|乡镇|镇|乡|区|县|市|园区|开发区|领导小组|指挥部|银行|协会|商会)([（(][^（）()]*[）)])?[：:]$/;
const RECORD = /^(抄[\s\u3000]*送|抄[\s\u3000]*报|分[\s\u3000]*送|报[\s\u3000]*送|主[\s\u3000]*送|发[\s\u3000]*送)[：:]/;
const PRINTED_LINE = /([12][0-9]{3}|[１２][０-９]{3}|[〇○零一二三四五六七八九]{4})[\s\u3000]*年.{1,6}月.{1,6}日[\s\u3000]*印发$/;
const NOTE_WORDS = /(公开|公布|发布|登报|见报|联系人|作者单位|作者系|作者：|执笔|此件|传达|发至|阅读范围|单位：)/;
const PAGE_NUMBER = /^[—–\-－─·・•\s\u3000]*[0-9０-９]{1,4}[—–\-－─·・•\s\u3000]*$/;
const QR = /(扫一扫|扫码|扫描.{0,6}二维码|二维码)/;

/** 第12号: how orders (令) and numbered announcements count themselves. */
const DECREE_NUMBER = /^第[\s\u3000]*([0-9０-９]+|[一二三四五六七八九十百零〇]+)[\s\u3000]*号$/;

export function docNumberOf(text: string): { readonly docNumber: string; readonly rest: string } | null {
  if (DECREE_NUMBER.test(text)) return { docNumber: text, rest: '' };
  const match = DOC_NUMBER.exec(text);
  if (match === null) return null;
  return { docNumber: match[0], rest: text.slice(match[0].length).replace(/^[\s\u3000]+/, '') };
}

/** A line that is nothing but 发文字号, perhaps with a date (as gazettes print it) or 签发人 behind it. */
export function isNumberLine(text: string): boolean {
  const found = docNumberOf(text);
  if (found === null) return false;
  return found.rest === '' || dateOf(found.rest) !== null || /^签发人/.test(found.rest) || isNumberLine(found.rest);
}

/** 成文日期 in Arabic or Chinese digits as ISO, null when the line is anything else or no day of the calendar. */
export function dateOf(text: string): string | null {
  const arabic = DATE.exec(text);
  if (arabic !== null) return iso(latin(arabic[1]), latin(arabic[2]), latin(arabic[3]));
  const han = HAN_DATE.exec(text.replace(/[\s\u3000]/g, ''));
  if (han === null) return null;
  const year = [...(han[1] as string)]
    .map((digit) => Math.max(0, HAN_DIGITS.indexOf(digit) - 2))
    .reduce((sum, digit) => sum * 10 + digit, 0);
  return iso(year, hanNumber(han[2] as string), hanNumber(han[3] as string));
}

function latin(digits: string | undefined): number {
  return Number((digits ?? '').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
}

function iso(year: number, month: number, day: number): string | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (year < 1900 || days === undefined || day < 1 || day > days) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 一 … 九十九, also 百. Gives 0 for what is no number. */
export function hanNumber(text: string): number {
  const digits = '一二三四五六七八九';
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    if (character === '百') {
      sum += (digit === 0 ? 1 : digit) * 100;
      digit = 0;
    } else if (character === '十') {
      sum += (digit === 0 ? 1 : digit) * 10;
      digit = 0;
    } else if ('〇○零'.includes(character)) digit = 0;
    else {
      digit = digits.indexOf(character) + 1;
      if (digit === 0) return 0;
    }
  }
  return sum + digit;
}

export const containsDate = (text: string): boolean => DATE_ANYWHERE.test(text);
export const endsWithGenre = (text: string): boolean => GENRE.test(text);
export const isOrgan = (text: string): boolean =>
  text.length <= 40 && !/[。；，：]/.test(text) && text.split(/[\s\u3000]+/).every((part) => ORGAN_END.test(part));
export const isRecordLine = (text: string): boolean => RECORD.test(text);
export const isPrintedLine = (text: string): boolean => PRINTED_LINE.test(text) && text.length <= 60;
export const isPageNumber = (text: string): boolean => PAGE_NUMBER.test(text) && /[—–\-－─·・•]/.test(text);
export const isNote = (text: string): boolean => text.length <= 90 && isBracketed(text) && NOTE_WORDS.test(text);

/** One pair of brackets holds the whole line: （一）…〔…〕 is none. */
function isBracketed(text: string): boolean {
  const opening = '（(〔［[';
  const closing = '）)〕］]';
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (opening.includes(text[i] as string)) depth += 1;
    else if (closing.includes(text[i] as string)) depth -= 1;
    if (depth === 0 && i < text.length - 1) return false;
  }
  return depth === 0 && text.length >= 4;
}
export const isQrCaption = (text: string): boolean => text.length <= 100 && QR.test(text) && /(下载|查看|阅读|浏览|获取|查阅)/.test(text);
export const isTableNote = (text: string): boolean => /^(※|\*|＊|注[：:]|备注[：:]|说明[：:]|注[\s\u3000]*[：:])/.test(text);

/** 主送机关: a list of bodies that ends with a colon, no sentence. */
export function isAddressees(text: string): boolean {
  if (!/[：:]$/.test(text) || /[。；]/.test(text) || text.length > 160) return false;
  if (/^(各位|同志们|尊敬|女士|先生)/.test(text)) return false;
  return ADDRESSEE_END.test(text) && !/(如下|决定|通知|事项|报告)[：:]$/.test(text);
}

/** 市长　张三 above the date of an order. */
export const isSigningPerson = (text: string): boolean =>
  /^(省|市|县|区|州|盟|旗)?[\s\u3000]*(长|主[\s\u3000]*任|局[\s\u3000]*长|主[\s\u3000]*席)[\s\u3000]+[\u3400-\u9fff·][\u3400-\u9fff·\s\u3000]{1,8}$/.test(
    text,
  );

/** What may stand above the 发文字号 in a version head: 份号, 密级, 紧急程度, 签发人 (GB/T 9704 7.2). */
export const isHeadForm = (text: string): boolean =>
  /^([0-9０-９]{1,6}|(绝密|机密|秘密).{0,8}|(特急|加急|平急|特提|急件)|签发人.*)$/.test(text);

/** 红头: names of bodies and 文件, or one of the other kinds of mark. */
export const isRedHead = (text: string): boolean => /^.{2,60}(文件|命令|令|纪要|公报|任免令)$/.test(text.replace(/[\s\u3000]/g, ''));

/** 附件 or 附件3 alone on a line: the head of an attachment. */
export const isAttachmentLabel = (text: string): boolean =>
  /^附[\s\u3000]*件?[\s\u3000]*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[（(][0-9一二三四五六七八九十]{1,3}[）)])?(-[0-9]{1,2})?[\s\u3000]*[：:]?$/.test(
    text,
  ) && /件/.test(text);
/** The first line of the list of attachments (附件说明, GB/T 9704 7.3.4). */
export const isAttachmentList = (text: string): boolean => /^附[\s\u3000]*件?[\s\u3000]*[：:]/.test(text);
/** 附件1 with its title on the same line. */
export function attachmentHead(text: string): { readonly label: string; readonly title: string } | null {
  const match =
    /^(附[\s\u3000]*件[\s\u3000]*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:-[0-9]{1,2})?[\s\u3000]*[：:]?)[\s\u3000]*(.*)$/.exec(
      text,
    );
  if (match === null || match[2] === '') return null;
  return /[。；]$/.test(text) || text.length > 80 ? null : { label: match[1] as string, title: match[2] as string };
}

/** The address in a caption, from which a lost QR code can be made again. */
export function linkIn(text: string): string | null {
  return /https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+/.exec(text)?.[0] ?? null;
}
