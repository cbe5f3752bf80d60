/** 使用帮助 */
import { ScreenFrame } from '../screen-frame.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function HelpScreen(_props: { readonly topic: string }) {
  return (
    <ScreenFrame title="使用帮助">
      <EmptyState icon="book" title="使用帮助" hint="" />
    </ScreenFrame>
  );
}
