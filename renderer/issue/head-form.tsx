/** 刊头与期号: the form behind a new issue and behind changing one. */
import type { HouseSummary } from '../../shared/api.ts';
import type { BoardGroup, ImprintField, IssueHead } from '../../shared/issue/issue.ts';
import { text } from '../text.ts';
import { Dialog, Field } from '../ui/dialog.tsx';

const blankHead: Omit<IssueHead, 'year'> = {
  gazette: '',
  house: 'national',
  number: 1,
  totalNumber: null,
  frequency: '双月刊',
  publishedOn: null,
  grid: null,
  firstPage: 3,
  cover: {},
  slogans: [],
  statement: '',
  board: [],
  fields: [],
};

export interface HeadFormProps {
  /** Null for a new issue. */
  readonly head: IssueHead | null;
  readonly houses: readonly HouseSummary[];
  readonly onSave: (head: IssueHead) => void;
  readonly onClose: () => void;
}

export function HeadForm({ head, houses, onSave, onClose }: HeadFormProps) {
  const { fields } = text.issue;
  const start: IssueHead = head ?? { ...blankHead, house: houses[0]?.id ?? blankHead.house, year: new Date().getFullYear() };
  const save = (form: FormData) => {
    const word = (name: string) => String(form.get(name) ?? '').trim();
    const number = (name: string) => Number.parseInt(word(name), 10);
    onSave({
      ...start,
      gazette: word('gazette'),
      house: word('house'),
      year: number('year'),
      number: number('number'),
      totalNumber: word('totalNumber') === '' ? null : number('totalNumber'),
      frequency: word('frequency'),
      publishedOn: word('publishedOn') === '' ? null : word('publishedOn'),
      firstPage: number('firstPage'),
      slogans: linesOf(word('slogans')),
      statement: word('statement'),
      board: linesOf(word('board')).map(readGroup),
      fields: linesOf(word('imprint')).map(readField),
    });
  };
  return (
    <Dialog
      title={head === null ? text.start.create : text.issue.headTitle}
      confirm={head === null ? text.issue.create : text.issue.save}
      onConfirm={save}
      onClose={onClose}
    >
      <div className="fields">
        <Field label={fields.gazette} wide>
          <input name="gazette" defaultValue={start.gazette} required pattern=".*\S.*" />
        </Field>
        <Field label={fields.year}>
          <input name="year" type="number" min={1949} max={9999} defaultValue={start.year} required />
        </Field>
        <Field label={fields.number}>
          <input name="number" type="number" min={1} max={9999} defaultValue={start.number} required />
        </Field>
        <Field label={fields.totalNumber}>
          <input name="totalNumber" type="number" min={1} max={9999} defaultValue={start.totalNumber ?? ''} />
        </Field>
        <Field label={fields.frequency}>
          <input name="frequency" defaultValue={start.frequency} />
        </Field>
        <Field label={fields.publishedOn}>
          <input name="publishedOn" type="date" defaultValue={start.publishedOn ?? ''} />
        </Field>
        <Field label={fields.firstPage}>
          <input name="firstPage" type="number" min={1} max={99} defaultValue={start.firstPage} required />
        </Field>
        <Field label={fields.house} wide>
          <select name="house" defaultValue={start.house}>
            {houses.map((house) => (
              <option key={house.id} value={house.id}>
                {house.name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={fields.statement} wide>
          <input name="statement" defaultValue={start.statement} />
        </Field>
        <Field label={fields.slogans} wide>
          <textarea name="slogans" rows={3} defaultValue={start.slogans.join('\n')} placeholder={text.issue.slogansHint} />
        </Field>
        <Field label={fields.board} wide>
          <textarea name="board" rows={4} defaultValue={start.board.map(writeGroup).join('\n')} placeholder={text.issue.boardHint} />
        </Field>
        <Field label={fields.imprint} wide>
          <textarea name="imprint" rows={6} defaultValue={start.fields.map(writeField).join('\n')} placeholder={text.issue.imprintHint} />
        </Field>
      </div>
    </Dialog>
  );
}

function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** 编委：张三 李四 — a line without a colon is a role of its own. */
function readGroup(line: string): BoardGroup {
  const [role = '', names = ''] = line.split(/[：:]/, 2);
  return { role: role.trim(), names: names.split(/[\s\u3000、，,]+/).filter((name) => name !== '') };
}

function writeGroup({ role, names }: BoardGroup): string {
  return `${role}：${names.join(' ')}`;
}

/** Only the first colon divides: values such as telephone numbers may have more. */
function readField(line: string): ImprintField {
  const at = line.search(/[：:]/);
  return at < 0 ? { label: line, value: '' } : { label: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
}

function writeField({ label, value }: ImprintField): string {
  return `${label}：${value}`;
}
