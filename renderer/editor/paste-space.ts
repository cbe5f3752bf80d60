/** White space of HTML as a reader sees it: line ends of the source are no blanks between Chinese characters, nbsp is a blank. */
import type { DraftRun } from '../../shared/recognize/draft.ts';

/** Stands for a line end of the source until the whole paragraph is known; a private character that no text holds. */
const LINE_END = '\ue8ff';

export function markSpace(text: string, isPreserved: boolean): string {
  if (isPreserved) return text.replaceAll(/\r\n?/g, '\n');
  return text.replaceAll(/[ \t\r\n\f]+/g, (space) => (/[\r\n]/.test(space) ? LINE_END : ' '));
}

/** Nothing but white space of the source; a no-break space is somebody's. */
export function isBlank(marked: string): boolean {
  return [...marked].every((character) => character === ' ' || character === '\n' || character === LINE_END);
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]/;

/** Runs of a whole paragraph: blanks are brought together over the edges of the runs, marks and fonts stay. */
export function settleSpace(runs: readonly DraftRun[]): readonly DraftRun[] {
  const whole = runs.map((run) => run.text).join('');
  const kept: string[] = [];
  let before = '\n';
  for (let i = 0; i < whole.length; i += 1) {
    const character = whole.charAt(i);
    if (character !== ' ' && character !== LINE_END) {
      kept.push(character === '\u00a0' ? ' ' : character);
      before = character;
      continue;
    }
    let end = i;
    while (whole.charAt(end + 1) === ' ' || whole.charAt(end + 1) === LINE_END) end += 1;
    const after = whole.charAt(end + 1);
    const isBreak = whole.slice(i, end + 1).includes(LINE_END);
    const goes = before === '\n' || after === '' || after === '\n' || (isBreak && wide.test(before) && wide.test(after));
    kept.push(goes ? '' : ' ', ...new Array<string>(end - i).fill(''));
    i = end;
    before = ' ';
  }
  let at = 0;
  return runs.flatMap((run) => {
    const text = kept.slice(at, at + run.text.length).join('');
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

const han = /[\u2e80-\u9fff\uf900-\ufaff]/;

/** Digits and Latin letters bear a font of their own in Chinese text; what the text is set in says the Chinese beside them. */
export function settleFonts(runs: readonly DraftRun[]): readonly DraftRun[] {
  return runs.map((run, index) => {
    if (han.test(run.text)) return run;
    const beside =
      runs.slice(index + 1).find((other) => han.test(other.text)) ?? runs.slice(0, index).findLast((other) => han.test(other.text));
    const { font: _own, ...rest } = run;
    return beside?.font === undefined ? rest : { ...rest, font: beside.font };
  });
}
