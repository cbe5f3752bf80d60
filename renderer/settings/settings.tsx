/** 设置 */
import { ScreenFrame } from '../screen-frame.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function SettingsScreen(_props: { readonly tab: string }) {
  return (
    <ScreenFrame title="设置">
      <EmptyState icon="book" title="设置" hint="" />
    </ScreenFrame>
  );
}
