/** 历史版本 of one document. */
import type { DocumentId } from '../../shared/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';

export function History(_props: { readonly documentId: DocumentId }) {
  return <EmptyState icon="book" title="历史版本" hint="" />;
}
