/** Where files come in: two buttons, and where what comes in goes. */
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { SectionBox } from './section-box.tsx';
import type { Intake } from './use-intake.ts';
import { words } from './words.ts';

export function IntakeBar({ intake, sections }: { readonly intake: Intake; readonly sections: readonly string[] }) {
  const { places, setPlaces, section, setSection } = intake;
  const choices = [
    { value: true, label: words.intake.place },
    { value: false, label: words.intake.storeOnly },
  ];
  return (
    <section className="intake" aria-label={words.intake.bar}>
      <Button kind="primary" tip={words.intake.filesTip} onClick={() => intake.files.current?.click()}>
        <Icon name="tray" />
        {words.intake.files}
      </Button>
      <Button onClick={() => intake.folder.current?.click()}>
        <Icon name="folder" />
        {words.intake.folder}
      </Button>
      <fieldset className="intake-after">
        <legend>{words.intake.after}</legend>
        {choices.map(({ value, label }) => (
          <label key={label}>
            <input type="radio" name="intake-after" checked={places === value} onChange={() => setPlaces(value)} />
            {label}
          </label>
        ))}
      </fieldset>
      {places && <SectionBox label={words.intake.section} sections={sections} section={section} onSection={setSection} />}
      <span className="intake-hint">{words.intake.hint}</span>
    </section>
  );
}
