/** Fields: their result is text, their instruction is not (17.16). */
import { symbolText } from './symbol-fonts.ts';
import { childElements, type XmlElement } from './xml.ts';

/** Elements whose content is gone (revisions) or a text flow of its own. */
const CLOSED = new Set(['w:del', 'w:moveFrom', 'w:txbxContent', 'w:pPr']);

/** The begin, separate and end marks below `root` that make complete fields. */
export function completeFieldMarks(root: XmlElement): ReadonlySet<XmlElement> {
  const complete = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  const walk = (element: XmlElement): void => {
    for (const inner of childElements(element)) {
      if (CLOSED.has(inner.name)) continue;
      if (inner.name !== 'w:fldChar') {
        walk(inner);
        continue;
      }
      const type = inner.attributes['w:fldCharType'];
      if (type === 'begin') open.push([inner]);
      else if (type === 'separate') open.at(-1)?.push(inner);
      else if (type === 'end') for (const mark of [...(open.pop() ?? []), inner]) complete.add(mark);
    }
  };
  walk(root);
  return complete;
}

/**
 * Text of the few fields that Word shows without storing a result: EQ draws from its instruction (带圈字符, 分数),
 * SYMBOL names a character. Empty for all others.
 */
export function fieldWithoutResult(code: string): string {
  const trimmed = code.trim();
  if (/^eq\b/i.test(trimmed)) return equationText(trimmed.slice(2));
  const symbol = /^symbol\s+(0x[0-9a-f]+|\d+|\S)/i.exec(trimmed);
  if (symbol !== null) {
    const given = symbol[1] ?? '';
    const point = /^(0x|\d)/i.test(given) ? Number(given) : (given.codePointAt(0) ?? 0);
    const font = /\\f\s+"?([^"\\]+)"?/i.exec(trimmed)?.[1];
    return Number.isInteger(point) && point > 0 && point < 0x110000 ? (symbolText(String.fromCodePoint(point), font) ?? '〓') : '';
  }
  return '';
}

function equationText(code: string): string {
  const circled = /\\o\s*(?:\\a[clr]\s*)?\(\s*[○〇◯]\s*[,，;]\s*(?:\\s[^(]*\()?([^()]+)\)/i.exec(code)?.[1]?.trim();
  if (circled !== undefined) {
    const value = Number(circled);
    if (Number.isInteger(value) && value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1);
    return circled;
  }
  return code
    .replace(/\\f\s*\(([^(),]*)[,;]([^()]*)\)/gi, '$1/$2')
    .replace(/\\r\s*\(/gi, '√(')
    .replace(/\\[a-z]+\d*/gi, '')
    .replace(/\\([,;()\\])/g, '$1')
    .replace(/^[\s(]+|[\s)]+$/g, '')
    .replace(/[,;]/g, '');
}
