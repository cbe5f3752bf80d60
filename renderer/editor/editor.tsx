/** 编辑: one document of the issue, with its pages and its history beside it. */
import type { ReactNode } from 'react';
import type { DocumentId } from '../../shared/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';

export interface EditorRoomProps {
  /** Null when the issue has no document yet. */
  readonly documentId: DocumentId | null;
  /** Where to put the cursor; null for wherever it was. */
  readonly block: number | null;
  /** The pages of the issue, for the pane beside the text. */
  readonly pages: ReactNode;
  readonly history: (documentId: DocumentId) => ReactNode;
}

export function EditorRoom({ documentId, history }: EditorRoomProps) {
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 32rem', height: '100%' }}>
      <EmptyState icon="edit" title="编辑" hint="" />
      {documentId !== null && history(documentId)}
    </div>
  );
}
