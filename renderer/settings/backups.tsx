/** 备份: where copies go and how many stay, one more by hand, the list, and how to bring one back. */
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { BackupSummary, Settings } from '../../shared/api/settings.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { words } from './words.ts';

const say = words.backups;

export function BackupsTab() {
  const { api, run, notify } = useSession();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [backups, setBackups] = useState<readonly BackupSummary[]>([]);
  const [database, setDatabase] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const read = useCallback(async () => {
    const found = await run(words.reading, async () => {
      const [now, list, facts] = [await api.readSettings(), await api.listBackups(), await api.readProgramFacts()];
      return { now, list, facts };
    });
    if (found === undefined) return;
    setSettings(found.now);
    setBackups(found.list);
    setDatabase(found.facts.database);
  }, [api, run]);
  useEffect(() => void read(), [read]);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!(await store(wantedIn(event.currentTarget)))) return;
    notify('done', words.saved);
    await read();
  };
  const store = async (wanted: Settings) => (await run(words.reading, () => api.updateSettings(wanted).then(() => true))) === true;
  const backUp = async () => {
    // A folder that was typed and not yet stored is the one that is meant.
    const wanted = form.current === null ? null : wantedIn(form.current);
    const isNew = wanted !== null && (wanted.backupFolder !== settings?.backupFolder || wanted.backupsKept !== settings.backupsKept);
    if (isNew && !(await store(wanted))) return;
    const made = await run(say.backing, (progress) => api.backUpNow(progress));
    if (made === undefined) return;
    notify('done', say.made(made.path));
    await read();
  };
  if (settings === null) return null;
  return (
    <>
      <form
        ref={form}
        key={`${settings.backupFolder} ${settings.backupsKept}`}
        className="settings-form"
        onSubmit={(event) => void save(event)}
      >
        <label className="field" htmlFor="backup-folder">
          <span>{say.folder}</span>
          <input id="backup-folder" name="folder" defaultValue={settings.backupFolder} aria-describedby="backup-folder-hint" />
        </label>
        <p id="backup-folder-hint" className="hint">
          {say.folderHint}
        </p>
        <label className="field settings-short" htmlFor="backups-kept">
          <span>{say.kept}</span>
          <input
            id="backups-kept"
            name="kept"
            type="number"
            min={0}
            max={400}
            defaultValue={settings.backupsKept}
            aria-describedby="backups-kept-hint"
          />
        </label>
        <p id="backups-kept-hint" className="hint">
          {say.keptHint}
        </p>
        <div className="settings-actions">
          <button type="submit" className="button button-primary">
            {words.save}
          </button>
          <Button onClick={() => void backUp()}>{say.now}</Button>
        </div>
      </form>
      <h2>{say.list}</h2>
      {backups.length === 0 ? <EmptyState icon="save" title={say.none} hint={say.noneHint} /> : <BackupTable backups={backups} />}
      <h2>{say.restoreTitle}</h2>
      <p>{say.restore[0]}</p>
      <code className="settings-command">{say.command(backups[0]?.path ?? say.example, database)}</code>
      <p>{say.restore[1]}</p>
    </>
  );
}

function wantedIn(form: HTMLFormElement): Settings {
  const data = new FormData(form);
  return { backupFolder: String(data.get('folder') ?? ''), backupsKept: Math.max(0, Math.round(Number(data.get('kept')) || 0)) };
}

function BackupTable({ backups }: { readonly backups: readonly BackupSummary[] }) {
  return (
    <table className="settings-table">
      <thead>
        <tr>
          <th scope="col">{say.time}</th>
          <th scope="col">{say.size}</th>
          <th scope="col">{say.path}</th>
        </tr>
      </thead>
      <tbody>
        {backups.map(({ path, createdAt, megabytes }) => (
          <tr key={path}>
            <th scope="row">
              {new Date(createdAt).toLocaleString('zh-CN')}{' '}
              <span className="badge">{path.includes('-daily') ? say.daily : say.byHand}</span>
            </th>
            <td>{words.about.megabytes(megabytes)}</td>
            <td className="settings-soft settings-path">{path}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
