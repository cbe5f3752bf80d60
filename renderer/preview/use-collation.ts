/** The submission of a document held against its text as it now is; read anew with every layout. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { OriginalText } from '../../shared/api/inbox.ts';
import type { DocumentId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { type Collation, collate } from '../../shared/recognize/collate.ts';
import { useSession } from '../session.ts';
import { words } from './words.ts';

export interface Collated {
  readonly documentId: DocumentId;
  /** Name of the submitted file. */
  readonly file: string;
  readonly collation: Collation;
}

/** @returns null while it is read, and `missing` where the file cannot be read any more. */
export function useCollation(documentId: DocumentId | null, version: number): Collated | null | 'missing' {
  const { api, run } = useSession();
  /** A submission never changes. */
  const originals = useRef(new Map<DocumentId, OriginalText>());
  const [read, setRead] = useState<{
    readonly documentId: DocumentId;
    readonly original: OriginalText | null;
    readonly document: GazetteDocument;
  } | null>(null);
  // A new layout means that the text may have changed.
  useEffect(() => {
    if (documentId === null) return undefined;
    let isWanted = true;
    const readBoth = async () => {
      const known = originals.current.get(documentId);
      const original = known ?? (await api.readOriginal(documentId).catch(() => null));
      if (original !== null) originals.current.set(documentId, original);
      const { document } = await api.readDocument(documentId);
      return { documentId, original, document };
    };
    void run(words.original.reading, readBoth).then((found) => {
      if (isWanted && found !== undefined) setRead(found);
    });
    return () => {
      isWanted = false;
    };
  }, [api, run, documentId, version]);
  return useMemo(() => {
    if (read === null || read.documentId !== documentId) return null;
    if (read.original === null || read.original.lines.length === 0) return 'missing';
    return { documentId: read.documentId, file: read.original.file, collation: collate(read.original.lines, read.document) };
  }, [read, documentId]);
}
