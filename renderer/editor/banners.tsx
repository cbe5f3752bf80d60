/** What stands above the text when something keeps it from being edited or saved, each with the ways on. */
import type { ReactNode } from 'react';
import { Element, Node } from 'slate';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { DocumentSession } from './document-session.ts';
import type { KeepState } from './draft-keeper.ts';
import type { SessionState } from './session-state.ts';
import type { GazetteEditor } from './slate-value.ts';
import { words } from './words.ts';

export interface BannersProps {
  readonly session: DocumentSession;
  readonly state: SessionState;
  /** The state of the document is shown in lists. */
  readonly onState: () => void;
}

export function Banners({ session, state, onState }: BannersProps) {
  const { run, notify } = useSession();
  const { opened, holder, isFinal, found, keep } = state;
  if (opened === null) return null;
  const reopen = (
    <Button tip={words.banners.reopenTip} onClick={() => void session.reopen()}>
      {words.banners.reopen}
    </Button>
  );
  const copyText = (
    <Button
      onClick={() =>
        void copyAll(opened.editor).then((done) => notify(done ? 'done' : 'error', done ? words.banners.copied : words.banners.notCopied))
      }
    >
      {words.banners.copyText}
    </Button>
  );
  const takeOver = (
    <Button kind="primary" onClick={() => void run(words.opening, () => session.takeOver())}>
      {words.banners.takeOver}
    </Button>
  );
  const backToEditing = (
    <Button
      kind="primary"
      onClick={() =>
        void run(words.opening, () => session.backToEditing().then(() => true)).then((done) => {
          if (done !== true) return;
          notify('done', words.banners.backed);
          onState();
        })
      }
    >
      {words.banners.backToEditing}
    </Button>
  );
  if (keep.kind === 'refused') {
    if (keep.code === 'document-locked')
      return (
        <Banner kind="error" text={words.banners.takenOver(holder ?? '')}>
          {takeOver}
          {copyText}
          {reopen}
        </Banner>
      );
    if (keep.code === 'document-final')
      return (
        <Banner kind="error" text={words.banners.finalRefused}>
          {backToEditing}
          {copyText}
        </Banner>
      );
    return (
      <Banner kind="error" text={keep.code === 'document-stale' ? words.banners.stale : keep.words}>
        {copyText}
        {reopen}
      </Banner>
    );
  }
  if (keep.kind === 'retrying')
    return (
      <Banner kind="error" text={retryingText(keep)}>
        <Button onClick={() => void opened.keeper.retry()}>{words.banners.retryNow}</Button>
        {copyText}
      </Banner>
    );
  if (holder !== null)
    return (
      <Banner kind="note" text={words.banners.locked(holder)}>
        {takeOver}
      </Banner>
    );
  if (isFinal)
    return (
      <Banner kind="note" text={words.banners.final}>
        {backToEditing}
      </Banner>
    );
  if (found !== null) {
    const when = new Date(found.at).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
    const restore = async () => {
      const done = await run(words.opening, () => session.restoreFound().then(() => true));
      if (done === true) notify('done', words.banners.restored);
    };
    return (
      <Banner kind="note" text={found.isOld ? words.banners.foundOld(when) : words.banners.found(when)}>
        <Button kind="primary" onClick={() => void restore()}>
          {words.banners.restore}
        </Button>
        <Button onClick={() => session.discardFound()}>{words.banners.discard}</Button>
      </Banner>
    );
  }
  return null;
}

/** What is wrong and what to do about it, then what becomes of the text meanwhile. */
function retryingText({ code, words: told, isCopied }: Extract<KeepState, { readonly kind: 'retrying' }>): string {
  const { lost, restarted, kept, uncopied } = words.banners;
  const isGone = code === 'no-connection' || code === 'no-answer';
  // The desktop window has its host within and no address.
  const port = window.gazette === undefined ? window.location.port : '';
  const cause = isGone ? lost(port) : code === 'not-admitted' ? restarted : told;
  return `${cause}${isCopied ? kept : uncopied}`;
}

function Banner({ kind, text, children }: { readonly kind: 'note' | 'error'; readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={`banner banner-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name="alert" />
      <p>{text}</p>
      <div className="banner-ways">{children}</div>
    </div>
  );
}

function copyAll({ children }: GazetteEditor): Promise<boolean> {
  return navigator.clipboard.writeText(children.map(linesOfNode).join('\n')).then(
    () => true,
    () => false,
  );
}

function linesOfNode(node: Node): string {
  if (!Element.isElement(node)) return Node.string(node);
  switch (node.type) {
    case 'table':
    case 'box':
    case 'tableCell':
      return node.children.map(linesOfNode).join('\n');
    case 'tableRow':
      return node.children.map(linesOfNode).join('\t');
    case 'attachmentTitle':
      return [node.label ?? '', Node.string(node)].filter((part) => part !== '').join('\n');
    default:
      return Node.string(node);
  }
}
