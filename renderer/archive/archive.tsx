/** 档案 */
import { ScreenFrame } from '../screen-frame.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function ArchiveScreen(_props: { readonly words: string }) {
  return (
    <ScreenFrame title="档案">
      <EmptyState icon="book" title="档案" hint="" />
    </ScreenFrame>
  );
}
