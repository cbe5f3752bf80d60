/** The chosen document beside the list: its whole text to read, the places of the words marked, and what can be done with it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArchiveHit } from '../../shared/api/archive.ts';
import type { DocumentId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { go } from '../route.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { type Copied, CopyDialog } from './copy-dialog.tsx';
import { DocumentText } from './document-text.tsx';
import { openHit } from './open-hit.ts';
import { words } from './words.ts';

/** Running down the list shows the text where one stops, not of every document on the way. */
const rest = 90;

export function HitPreview({ hit, marked }: { readonly hit: ArchiveHit | null; readonly marked: readonly string[] }) {
  const { api, run } = useSession();
  const [shown, setShown] = useState<{ readonly id: DocumentId; readonly document: GazetteDocument } | null>(null);
  const [copies, setCopies] = useState(false);
  const [copied, setCopied] = useState<(Copied & { readonly from: DocumentId }) | null>(null);
  const text = useRef<HTMLElement>(null);
  const id = hit?.documentId ?? null;
  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void run(words.readingDocument, () => api.readDocument(id)).then((view) => {
        if (isWanted && view !== undefined) setShown({ id, document: view.document });
      });
    }, rest);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [api, run, id]);
  const document = shown !== null && shown.id === id ? shown.document : null;
  const hits = useHits(text, document, marked);
  if (hit === null) {
    return (
      <aside className="archive-preview archive-preview-empty" aria-label={words.preview}>
        <p>{words.previewEmpty}</p>
      </aside>
    );
  }
  return (
    <aside className="archive-preview" aria-label={words.preview}>
      <header>
        <Button kind="primary" disabled={hit.issue === null} onClick={() => openHit(hit, hits.block())}>
          {words.openIn}
        </Button>
        <Button onClick={() => setCopies(true)}>{words.copyTo}</Button>
        <span className="spacer" />
        <span className="archive-preview-count" aria-live="polite">
          {words.hits(hits.count)}
        </span>
        <Button kind="quiet" label={words.previousHit} disabled={hits.count === 0} onClick={() => hits.step(-1)}>
          <Icon name="up" />
        </Button>
        <Button kind="quiet" label={words.nextHit} disabled={hits.count === 0} onClick={() => hits.step(1)}>
          <Icon name="down" />
        </Button>
      </header>
      {copied !== null && copied.from === hit.documentId && (
        <p className="archive-copied" role="status">
          {copied.said}
          <button type="button" className="link" onClick={() => go({ issue: copied.issue, room: 'edit', document: copied.documentId })}>
            {words.openCopy}
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard. */}
      <article ref={text} tabIndex={0} aria-label={hit.title}>
        {document !== null && <DocumentText document={document} marked={marked} />}
      </article>
      {copies && (
        <CopyDialog hit={hit} onCopied={(done) => setCopied({ ...done, from: hit.documentId })} onClose={() => setCopies(false)} />
      )}
    </aside>
  );
}

interface Hits {
  readonly count: number;
  /** Goes to the next or the one before, round about. */
  readonly step: (by: 1 | -1) => void;
  /** The block of the place on show; undefined where there is none. */
  readonly block: () => number | undefined;
}

/** The marks as they stand in the text, the first of them brought into view. */
function useHits(frame: React.RefObject<HTMLElement | null>, document: GazetteDocument | null, marked: readonly string[]): Hits {
  const [count, setCount] = useState(0);
  const at = useRef(0);
  const all = useCallback(() => [...(frame.current?.querySelectorAll('mark') ?? [])], [frame]);
  const show = useCallback(
    (index: number) => {
      for (const mark of all()) delete mark.dataset.current;
      const mark = all()[index];
      if (mark === undefined) return;
      mark.dataset.current = '';
      mark.scrollIntoView({ block: 'center' });
    },
    [all],
  );
  useEffect(() => {
    at.current = 0;
    setCount(all().length);
    frame.current?.scrollTo({ top: 0 });
    show(0);
  }, [document, marked, all, show]);
  return useMemo(
    () => ({
      count,
      step: (by) => {
        if (count === 0) return;
        at.current = (at.current + by + count) % count;
        show(at.current);
      },
      block: () => {
        const block = all()[at.current]?.closest<HTMLElement>('[data-block]')?.dataset.block;
        return block === undefined ? undefined : Number(block);
      },
    }),
    [count, all, show],
  );
}
