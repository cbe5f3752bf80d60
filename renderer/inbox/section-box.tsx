/** The section into which documents go: by itself, one of the issue's, or one that is typed. */
import { useId, useState } from 'react';
import { words } from './words.ts';

export interface SectionBoxProps {
  readonly label: string;
  readonly sections: readonly string[];
  /** Null where each document goes into its own by issuer. */
  readonly section: string | null;
  readonly onSection: (section: string | null) => void;
}

const { automatic } = words.intake;

export function SectionBox({ label, sections, section, onSection }: SectionBoxProps) {
  const list = useId();
  /** A browser lists only what goes on from what is typed: to see all sections, one begins with nothing. */
  const [typed, setTyped] = useState<string | null>(null);
  const shown = section ?? automatic;
  const change = (text: string) => {
    setTyped(text);
    if (text.trim() === automatic) onSection(null);
    else if (text.trim() !== '') onSection(text.trim());
  };
  return (
    <>
      <input
        className="section-box"
        aria-label={label}
        title={`${label}：${shown}`}
        list={list}
        value={typed ?? shown}
        placeholder={shown}
        maxLength={60}
        onFocus={() => setTyped('')}
        onBlur={() => setTyped(null)}
        onChange={(event) => change(event.target.value)}
      />
      <datalist id={list}>
        {[automatic, ...sections].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
