/** The undo history as text, so that it outlives the window: the youngest steps, as many as are of use. */
import { History } from 'slate-history';

const mostCharacters = 1_000_000;
const mostSteps = 200;

export function packHistory({ undos, redos }: History): string {
  const texts: string[] = [];
  let length = 0;
  for (const batch of undos.slice(-mostSteps).reverse()) {
    const text = JSON.stringify(batch);
    length += text.length;
    if (length > mostCharacters) break;
    texts.push(text);
  }
  const again = length > mostCharacters ? [] : redos.slice(-mostSteps);
  const redoText = JSON.stringify(again);
  return `{"undos":[${texts.reverse().join(',')}],"redos":${length + redoText.length > mostCharacters ? '[]' : redoText}}`;
}

/** Null when it is no history: the document is opened without one then. */
export function unpackHistory(text: string | null): History | null {
  if (text === null) return null;
  try {
    const history: unknown = JSON.parse(text);
    return History.isHistory(history) ? history : null;
  } catch {
    return null;
  }
}
