/** 快速打开: type a few characters to go to a document, an issue or a command. */
import { Command as Palette } from 'cmdk';
import { useEffect, useState } from 'react';
import type { IssueId, IssueSummary, IssueView } from '../shared/api.ts';
import { keyLabel } from '../shared/commands.ts';
import { useAvailableCommands, useCommandTable } from './commands.tsx';
import { go } from './route.ts';
import { useSession } from './session.ts';
import { text } from './text.ts';

const isMac = navigator.platform.startsWith('Mac');

export function QuickOpen({ issue, onClose }: { readonly issue: IssueId | null; readonly onClose: () => void }) {
  const { api, run } = useSession();
  const commands = useAvailableCommands();
  const table = useCommandTable();
  const [view, setView] = useState<IssueView | null>(null);
  /** The list begins with the documents: before they are there Enter would do whatever stands first. */
  const [isRead, setIsRead] = useState(issue === null);
  const [issues, setIssues] = useState<readonly IssueSummary[]>([]);
  useEffect(() => {
    if (issue === null) return;
    void run(text.desk.reading, () => api.readIssue(issue)).then((found) => {
      setView(found ?? null);
      setIsRead(true);
    });
  }, [api, run, issue]);
  useEffect(() => {
    void run(text.start.loading, () => api.listIssues()).then((found) => setIssues(found ?? []));
  }, [api, run]);
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
    >
      <Palette.Input placeholder={text.quick.hint} aria-label={text.quick.title} />
      <Palette.List>
        {isRead && <Palette.Empty>{text.quick.nothing}</Palette.Empty>}
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
        {isRead && (
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
        )}
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
      </Palette.List>
    </Palette.Dialog>
  );
}
