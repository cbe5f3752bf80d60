/** 快速打开: type a few characters to go to a document, an issue or a command. */
import { Command as Palette } from 'cmdk';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { IssueId, IssueSummary, IssueView } from '../shared/api.ts';
import { keyLabel } from '../shared/commands.ts';
import { useAvailableCommands, useCommandTable } from './commands.tsx';
import { go } from './route.ts';
import { useSession } from './session.ts';
import { text } from './text.ts';

const isMac = navigator.platform.startsWith('Mac');
/** Frames for which a list without a marked line is waited for; then there is nothing that fits. */
const TURNS = 12;

export function QuickOpen({ issue, onClose }: { readonly issue: IssueId | null; readonly onClose: () => void }) {
  const { api, run } = useSession();
  /** All that can be chosen, at once: of a half-read list Enter would take what is not meant. */
  const [lists, setLists] = useState<{ readonly view: IssueView | null; readonly issues: readonly IssueSummary[] } | null>(null);
  /** Enter came: what the text says is done as soon as the lists are there and sorted by it. */
  const [isEntered, setIsEntered] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = issue === null ? undefined : run(text.desk.reading, () => api.readIssue(issue));
    const issues = run(text.start.loading, () => api.listIssues());
    void Promise.all([view, issues]).then((read) => setLists({ view: read[0] ?? null, issues: read[1] ?? [] }));
  }, [api, run, issue]);
  useEffect(() => {
    if (lists === null || !isEntered) return undefined;
    // The list sorts itself and marks its first line some turns after it came, or after the text was changed.
    let turns = TURNS;
    const timer = setInterval(() => {
      const marked = list.current?.querySelector<HTMLElement>('[role="option"][aria-selected="true"]');
      turns -= 1;
      if (marked == null && turns > 0) return;
      setIsEntered(false);
      marked?.click();
    }, 16);
    return () => clearInterval(timer);
  }, [lists, isEntered]);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setIsEntered(true);
  };
  const choose = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Palette.Dialog
      open
      onOpenChange={(open) => open || onClose()}
      label={text.quick.title}
      className="quick"
      overlayClassName="quick-cover"
      contentClassName="quick-frame"
      loop
      onKeyDown={pressed}
    >
      <Palette.Input placeholder={text.quick.hint} aria-label={text.quick.title} onValueChange={() => setIsEntered(false)} />
      <Palette.List ref={list}>{lists !== null && <Choices {...lists} choose={choose} />}</Palette.List>
    </Palette.Dialog>
  );
}

interface ChoicesProps {
  readonly view: IssueView | null;
  readonly issues: readonly IssueSummary[];
  readonly choose: (act: () => void) => () => void;
}

function Choices({ view, issues, choose }: ChoicesProps) {
  const commands = useAvailableCommands();
  const table = useCommandTable();
  return (
    <>
      <Palette.Empty>{text.quick.nothing}</Palette.Empty>
      {view !== null && (
        <Palette.Group heading={text.quick.documents}>
          {view.entries.map(({ documentId, title, docNumber, section }) => (
            <Palette.Item
              key={documentId}
              value={`${title} ${docNumber ?? ''} ${documentId}`}
              onSelect={choose(() => go({ issue: view.id, room: 'edit', document: documentId }))}
            >
              <span>{title}</span>
              <small>{docNumber ?? section}</small>
            </Palette.Item>
          ))}
        </Palette.Group>
      )}
      <Palette.Group heading={text.quick.commands}>
        {commands
          .filter(({ id }) => id !== 'quickOpen')
          .map(({ id, title, key }) => (
            <Palette.Item key={id} value={`${title} ${id}`} onSelect={choose(() => void table.run(id))}>
              <span>{title}</span>
              {key !== undefined && <kbd>{keyLabel(key, isMac)}</kbd>}
            </Palette.Item>
          ))}
      </Palette.Group>
      <Palette.Group heading={text.quick.issues}>
        {issues.map(({ id, gazette, year, number, totalNumber }) => (
          <Palette.Item
            key={id}
            value={`${gazette} ${text.issueName(year, number, totalNumber)} ${id}`}
            onSelect={choose(() => go({ issue: id, room: 'issue' }))}
          >
            <span>{gazette}</span>
            <small>{text.issueName(year, number, totalNumber)}</small>
          </Palette.Item>
        ))}
      </Palette.Group>
    </>
  );
}
