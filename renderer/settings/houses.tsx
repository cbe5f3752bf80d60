/** 版式: the styles of the office, one of them opened as a form beside a live page. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FileBytes, HouseSummary, IssueId } from '../../shared/api.ts';
import type { Message } from '../../shared/result.ts';
import { useSession } from '../session.ts';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, Field } from '../ui/dialog.tsx';
import { download, pickedFiles, readFiles } from '../ui/files.ts';
import { MessageList } from '../ui/messages.tsx';
import { HouseForm } from './house-form.tsx';
import { type Typed, troubleOf, typedStyle } from './house-values.ts';
import { SpecimenView } from './specimen.tsx';
import { readTyped, writeTyped } from './typed-memory.ts';
import { words } from './words.ts';

const say = words.houses;
const nothing: Typed = {};

/** @param issue the one that the settings were opened from: its style comes first. */
export function HousesTab({ issue }: { readonly issue: IssueId | null }) {
  const { api, run, notify, houses, refreshHouses } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const [file, setFile] = useState<{ readonly id: string; readonly style: unknown } | null>(null);
  const [typedOf, setTypedOf] = useState(readTyped);
  const [group, setGroup] = useState('');
  const [question, setQuestion] = useState<'remove' | 'new' | null>(null);
  const [refused, setRefused] = useState<readonly Message[] | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [isAsking, setAsking] = useState(issue !== null);
  useEffect(() => {
    if (issue === null) return;
    void run(words.reading, () => api.readIssue(issue)).then((view) => {
      setChosen((old) => old ?? view?.head.house ?? null);
      setAsking(false);
    });
  }, [api, run, issue]);
  const house = isAsking ? undefined : (houses.find(({ id }) => id === chosen) ?? houses[0]);
  const id = house?.id;
  const typed = typedOf[id ?? ''] ?? nothing;
  const setTyped = useCallback(
    (change: (old: Typed) => Typed) => setTypedOf((old) => ({ ...old, [id ?? '']: change(old[id ?? ''] ?? nothing) })),
    [id],
  );
  useEffect(() => {
    writeTyped(typedOf);
  }, [typedOf]);
  const read = useCallback(async () => {
    if (id === undefined) return;
    const found = await run(words.reading, () => api.exportHouse(id));
    if (found !== undefined) setFile({ id, style: JSON.parse(new TextDecoder().decode(found.bytes)) });
  }, [api, run, id]);
  useEffect(() => void read(), [read]);
  const changes = useMemo(() => typedStyle(typed), [typed]);
  const count = Object.keys(typed).length;
  const isWrong = Object.entries(typed).some(([path, value]) => troubleOf(path, value) !== null);

  const take = async (style: FileBytes, done: (name: string) => string): Promise<boolean> => {
    const report = await run(words.reading, () => api.importHouse(style));
    if (report === undefined) return false;
    if (report.house === null) {
      setRefused(report.messages);
      return false;
    }
    await refreshHouses();
    setChosen(report.house.id);
    notify('done', done(report.house.name));
    return true;
  };
  const store = async (as: { readonly id: string; readonly name: string; readonly base: string }) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...as, ...changes }, null, 1));
    if (!(await take({ name: `${as.id}.json`, bytes }, say.stored))) return;
    setTyped(() => nothing);
    if (as.id === id) await read();
  };
  const remove = async (one: HouseSummary) => {
    const done = await run(words.reading, () => api.removeHouse(one.id).then(() => true));
    if (done !== true) return;
    setTyped(() => nothing);
    await refreshHouses();
    if (one.origin === 'office') setChosen(null);
    else await read();
    notify('done', one.origin === 'office' ? say.gone : say.removed);
  };
  const type = (path: string, value: string | boolean | null) =>
    setTyped((old) => {
      const { [path]: _, ...others } = old;
      return value === null ? others : { ...others, [path]: value };
    });

  if (house === undefined) return null;
  return (
    <div className="houses">
      <aside>
        <ul aria-label={say.list}>
          {houses.map((one) => (
            <li key={one.id}>
              <button type="button" aria-pressed={one.id === house.id} onClick={() => setChosen(one.id)}>
                <span>{one.name}</span>
                <small>{Object.keys(typedOf[one.id] ?? nothing).length > 0 ? say.unstored : say.origins[one.origin]}</small>
              </button>
            </li>
          ))}
        </ul>
        <Button onClick={() => picker.current?.click()}>{say.importFile}</Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json"
          aria-label={say.importInput}
          onChange={(event) =>
            void run(words.reading, () => readFiles(pickedFiles(event.target))).then((files) => files?.[0] && take(files[0], say.imported))
          }
        />
        <Button onClick={() => void run(words.reading, () => api.exportHouse(house.id)).then((found) => found && download(found))}>
          {say.exportFile}
        </Button>
        <Button onClick={() => setQuestion('new')}>{say.asNew}</Button>
        {house.origin !== 'program' && (
          <Button onClick={() => setQuestion('remove')}>{house.origin === 'office' ? say.remove : say.restore}</Button>
        )}
      </aside>
      <section className="house-edit" aria-label={say.fields}>
        <header>
          <h2>{house.name}</h2>
          <p className="hint">{say.change}</p>
        </header>
        {file?.id === house.id && <HouseForm key={house.id} style={file.style} typed={typed} onType={type} onGroup={setGroup} />}
        <footer>
          <span className="count" aria-live="polite">
            {count === 0 ? say.same : say.changed(count)}
          </span>
          <Button disabled={count === 0} onClick={() => setTyped(() => nothing)}>
            {say.discard}
          </Button>
          <Button
            kind="primary"
            tip={say.storeTip}
            disabled={count === 0 || isWrong}
            onClick={() => void store({ id: house.id, name: house.name, base: house.id })}
          >
            {say.store}
          </Button>
        </footer>
      </section>
      <SpecimenView house={house.id} changes={changes} group={group} />
      {question === 'remove' && (
        <Question house={house} onClose={() => setQuestion(null)} onConfirm={() => void remove(house)}>
          {house.origin === 'office' ? say.removeText(house.name) : say.restoreText(house.name)}
        </Question>
      )}
      {question === 'new' && (
        <Dialog
          title={say.asNewTitle}
          confirm={words.save}
          onClose={() => setQuestion(null)}
          onConfirm={(form) => void store({ id: String(form.get('id')).trim(), name: String(form.get('name')).trim(), base: house.id })}
        >
          <div className="fields">
            <Field label={say.id}>
              <input name="id" required maxLength={40} />
            </Field>
            <Field label={say.name}>
              <input name="name" required maxLength={60} />
            </Field>
          </div>
          <p className="hint">{say.asNewHint}</p>
        </Dialog>
      )}
      {refused !== null && (
        <Dialog title={say.refused} confirm={text.close} onClose={() => setRefused(null)}>
          <MessageList messages={refused} />
        </Dialog>
      )}
    </div>
  );
}

function Question(props: {
  readonly house: HouseSummary;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const isOwn = props.house.origin === 'office';
  const { onClose, onConfirm } = props;
  return (
    <Dialog
      title={isOwn ? say.removeTitle : say.restoreTitle}
      confirm={(isOwn ? say.remove : say.restore).replace('…', '')}
      danger
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <p>{props.children}</p>
    </Dialog>
  );
}
