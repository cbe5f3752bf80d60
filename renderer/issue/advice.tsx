/** 凑页: what the issue is short of full signatures, and which pages could be saved; the effect is known before it is done. */
import { useState } from 'react';
import type { AdviceView } from '../../shared/api.ts';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';

export interface AdviceProps {
  /** Changes with every layout: advice given before is then no longer shown. */
  readonly version: number;
  readonly onAdvise: () => Promise<AdviceView | undefined>;
  readonly onTighten: (saving: AdviceView['savings'][number]) => Promise<boolean>;
  readonly onPage: (page: number) => void;
}

export function Advice({ version, onAdvise, onTighten, onPage }: AdviceProps) {
  const [found, setFound] = useState<{ readonly version: number; readonly advice: AdviceView } | null>(null);
  const advice = found?.version === version ? found.advice : null;
  const ask = async () => {
    const answer = await onAdvise();
    if (answer !== undefined) setFound({ version, advice: answer });
  };
  return (
    <section className="advice" aria-label={text.issue.advice}>
      <h2 className="side-head">{text.issue.advice}</h2>
      {advice === null ? (
        <Button onClick={() => void ask()}>{text.issue.advise}</Button>
      ) : (
        <>
          <p>{text.issue.signature(advice.pages, advice.toFour, advice.toSixteen)}</p>
          {advice.savings.length === 0 && <p className="quiet">{text.issue.noSavings}</p>}
          <ul>
            {advice.savings.map((saving) => (
              <li key={saving.entry}>
                <button type="button" className="link" onClick={() => onPage(saving.lastPage)}>
                  {text.issue.saving(saving.title, saving.lastPage, saving.blocks.length)}
                </button>
                <Button label={text.issue.tightenLabel(saving.title)} onClick={() => void onTighten(saving)}>
                  {text.issue.tighten(saving.pagesAfter)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
