/** 凑页: what the issue is short of full signatures, and which pages could be saved; the effect is known before it is done. */
import { useState } from 'react';
import type { AdviceView } from '../../shared/api.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { words } from './words.ts';

const says = words.advice;

export function Advice() {
  const { api, run, notify, hand } = useSession();
  const { id, version, refresh, showPage } = useOpenIssue();
  const [found, setFound] = useState<{ readonly version: number; readonly advice: AdviceView } | null>(null);
  // Advice given before a layout is no longer shown after it.
  const advice = found?.version === version ? found.advice : null;
  const ask = async () => {
    const answer = await run(says.asking, () => api.adviseIssue(id));
    if (answer !== undefined) setFound({ version, advice: answer });
  };
  const tighten = async (saving: AdviceView['savings'][number]) => {
    const done = await run(says.asking, () => api.tightenBlocks(saving.documentId, saving.blocks, hand).then(() => true));
    await refresh();
    if (done === true) notify('done', says.tightened(saving.title));
  };
  return (
    <section className="advice" aria-label={says.title}>
      <div className="advice-head">
        <h2 className="side-head">{says.title}</h2>
        {advice === null && <Button onClick={() => void ask()}>{says.ask}</Button>}
      </div>
      {advice !== null && (
        <>
          <p>{says.signature(advice.pages, advice.toFour, advice.toSixteen)}</p>
          {advice.savings.length === 0 && <p className="quiet">{says.noSavings}</p>}
          <ul>
            {advice.savings.map((saving) => (
              <li key={saving.entry}>
                <button type="button" className="link" onClick={() => showPage(saving.lastPage)}>
                  {says.saving(saving.title, saving.lastPage, saving.blocks.length)}
                </button>
                <Button label={says.tightenLabel(saving.title)} onClick={() => void tighten(saving)}>
                  {says.tighten(saving.pagesAfter)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
