/** Short notices at the edge of the window: what was done goes by itself, what went wrong stays until it is closed or its room is left. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { parseRoute, roomOf } from '../route.ts';
import { text } from '../text.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'error';
  readonly text: string;
  readonly action?: NoticeAction | undefined;
  /** The room that was open when it was said. */
  readonly room: string;
}
/** What can be done about it, such as taking it back. */
export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}
export type Notify = (kind: Notice['kind'], text: string, action?: NoticeAction) => void;

const shownFor = 4000;
/** What can be taken back is shown until it can be read and reached. */
const shownWithAction = 10_000;

const roomNow = () => roomOf(parseRoute(window.location.hash));

export function useNotices(): { readonly notices: readonly Notice[]; readonly notify: Notify; readonly dismiss: (id: number) => void } {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const next = useRef(1);
  const dismiss = useCallback((id: number) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  const notify = useCallback<Notify>((kind, words, action) => {
    const id = next.current;
    next.current += 1;
    // The same words twice are one notice; three are as many as anyone reads.
    setNotices((all) => [...all.filter((notice) => notice.text !== words), { id, kind, text: words, action, room: roomNow() }].slice(-3));
  }, []);
  useEffect(() => {
    const left = () => setNotices((all) => all.filter(({ kind, room }) => kind === 'done' || room === roomNow()));
    window.addEventListener('hashchange', left);
    return () => window.removeEventListener('hashchange', left);
  }, []);
  return { notices, notify, dismiss };
}

export function Notices({ notices, dismiss }: { readonly notices: readonly Notice[]; readonly dismiss: (id: number) => void }) {
  return (
    <div className="notices" aria-live="polite">
      {notices.map((notice) => (
        <NoticeView key={notice.id} notice={notice} dismiss={dismiss} />
      ))}
    </div>
  );
}

function NoticeView({ notice, dismiss }: { readonly notice: Notice; readonly dismiss: (id: number) => void }) {
  useEffect(() => {
    if (notice.kind === 'error') return undefined;
    const timer = setTimeout(() => dismiss(notice.id), notice.action === undefined ? shownFor : shownWithAction);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);
  return (
    <div className={`notice notice-${notice.kind}`} role={notice.kind === 'error' ? 'alert' : undefined}>
      <Icon name={notice.kind === 'error' ? 'alert' : 'check'} />
      <span>
        {notice.text}
        {notice.action !== undefined && (
          <button
            type="button"
            className="link notice-action"
            onClick={() => {
              dismiss(notice.id);
              notice.action?.act();
            }}
          >
            {notice.action.label}
          </button>
        )}
      </span>
      <Button kind="quiet" label={text.close} onClick={() => dismiss(notice.id)}>
        <Icon name="close" />
      </Button>
    </div>
  );
}
