/** 关于: the version of the program, and where everything is kept. */
import { useEffect, useState } from 'react';
import type { ProgramFacts } from '../../shared/api/settings.ts';
import { useSession } from '../session.ts';
import { text } from '../text.ts';
import { words } from './words.ts';

const say = words.about;

export function AboutTab() {
  const { api, run } = useSession();
  const [facts, setFacts] = useState<ProgramFacts | null>(null);
  useEffect(() => void run(words.reading, () => api.readProgramFacts()).then((found) => found && setFacts(found)), [api, run]);
  if (facts === null) return null;
  return (
    <>
      <h2 className="about-name">{text.product}</h2>
      <p className="settings-soft">{text.tagline}</p>
      <dl className="about">
        <dt>{say.version}</dt>
        <dd>{facts.version}</dd>
        <dt>{say.database}</dt>
        <dd>{facts.database === '' ? say.memory : facts.database}</dd>
        <dt>{say.size}</dt>
        <dd>{say.megabytes(facts.databaseMegabytes)}</dd>
        <dt>{say.licence}</dt>
        <dd>{say.licenceText}</dd>
      </dl>
    </>
  );
}
