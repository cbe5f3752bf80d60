/** Text with what was looked for marked in it. */
import { memo } from 'react';
import { type MarkedPiece, markWords } from '../../shared/document/snippet.ts';

export const Marked = memo(function Marked({ text, marked }: { readonly text: string; readonly marked: readonly string[] }) {
  return <MarkedPieces pieces={markWords(text, marked)} />;
});

export function MarkedPieces({ pieces }: { readonly pieces: readonly MarkedPiece[] }) {
  return pieces.map(({ text, mark }, index) => (mark ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>));
}
