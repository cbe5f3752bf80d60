/** A section to choose from those of the issue, or to type. */
import { useId } from 'react';

export interface SectionBoxProps {
  readonly label: string;
  readonly sections: readonly string[];
  readonly section: string;
  readonly onSection: (section: string) => void;
}

export function SectionBox({ label, sections, section, onSection }: SectionBoxProps) {
  const list = useId();
  return (
    <>
      <input
        className="section-box"
        aria-label={label}
        title={label}
        list={list}
        value={section}
        maxLength={60}
        onChange={(event) => onSection(event.target.value)}
      />
      <datalist id={list}>
        {sections.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
