/** How an intake ended: the count, and every file that did not come in with the reason, to be copied for whoever sent it. */
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { type IntakeSummary, summaryLine, summaryText } from './intake.ts';
import { words } from './words.ts';

export function IntakeReport({ summary, onClose }: { readonly summary: IntakeSummary; readonly onClose: () => void }) {
  const { notify } = useSession();
  const copy = () =>
    navigator.clipboard.writeText(summaryText(summary)).then(
      () => notify('done', words.summary.copied),
      () => notify('error', words.summary.notCopied),
    );
  const lists = [
    { title: words.summary.refusedList, rows: summary.refused, kind: 'error' },
    {
      title: words.summary.knownList,
      rows: summary.known.map(({ file, same }) => ({ file, text: words.summary.knownAs(same) })),
      kind: 'warning',
    },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section className="intake-report" aria-label={words.summary.title}>
      <header className="section-head">
        <h2>{words.summary.title}</h2>
        <p>{summaryLine(summary)}</p>
        <span className="spacer" />
        {lists.length > 0 && <Button onClick={() => void copy()}>{words.summary.copy}</Button>}
        <Button kind="quiet" onClick={onClose}>
          {words.summary.close}
        </Button>
      </header>
      {lists.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className="intake-lists" tabIndex={0} aria-label={words.summary.refusedList}>
          {lists.map(({ title, rows, kind }) => (
            <table key={title}>
              <caption>
                {title} <span className="count">{rows.length}</span>
              </caption>
              <tbody>
                {rows.map(({ file, text }, index) => (
                  <tr key={index} className={`intake-${kind}`}>
                    <th scope="row">{file}</th>
                    <td>{text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </section>
      )}
    </section>
  );
}
