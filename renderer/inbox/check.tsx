/** 核对: the original at the left, what was recognised in it at the right; each lights its counterpart. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { type BlockShape, retype } from '../../shared/document/retype.ts';
import { type HeadField, takeField } from '../../shared/document/take-field.ts';
import { BlockList } from './block-list.tsx';
import { FieldsForm } from './fields-form.tsx';
import { Original } from './original.tsx';
import { type PartKey, tracePart } from './parts.ts';
import type { Mending } from './use-mending.ts';
import { words } from './words.ts';

export interface CheckProps {
  readonly mending: Mending;
  readonly onChange: (id: DocumentId, change: (document: GazetteDocument) => GazetteDocument) => void;
}

export function Check({ mending, onChange }: CheckProps) {
  const { id, document, original, state } = mending;
  const [lit, setLit] = useState<PartKey | null>(null);
  const recognised = useRef<HTMLDivElement>(null);
  const trace = useMemo(() => tracePart(document, original?.lines ?? []), [document, original]);
  const isReadOnly = state === 'final';
  useEffect(() => {
    if (lit !== null) recognised.current?.querySelector(`[data-part="${lit}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  const reshape = useCallback(
    (index: number, shape: BlockShape) =>
      onChange(id, (now) => ({ ...now, blocks: now.blocks.map((block, i) => (i === index ? retype(block, shape) : block)) })),
    [id, onChange],
  );
  const move = useCallback((index: number, field: HeadField) => onChange(id, (now) => takeField(now, index, field)), [id, onChange]);
  return (
    <div className="check">
      <section className="check-side" aria-label={words.check.original}>
        <h3>
          {words.check.original}
          <small>{words.check.originalHint}</small>
        </h3>
        {original === null ? (
          <p className="check-wait">{words.opening}</p>
        ) : original.lines.length === 0 ? (
          <p className="check-wait">{words.check.unreadable}</p>
        ) : (
          <Original lines={original.lines} trace={trace} lit={lit} onLine={(line) => setLit(trace.partOf.get(line) ?? null)} />
        )}
      </section>
      <section className="check-side" aria-label={words.check.recognised}>
        <h3>{words.check.recognised}</h3>
        <div ref={recognised} className="recognised">
          <FieldsForm
            key={id}
            document={document}
            isReadOnly={isReadOnly}
            lit={lit}
            onLit={setLit}
            onChange={(change) => onChange(id, (now) => ({ ...now, ...change }))}
          />
          <BlockList
            blocks={document.blocks}
            isReadOnly={isReadOnly}
            lit={typeof lit === 'number' ? lit : null}
            onLit={setLit}
            onShape={reshape}
            onField={move}
          />
        </div>
      </section>
    </div>
  );
}
