/** 刊头与版权: the form behind a new issue and behind changing one, in five parts. */
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { HouseSummary } from '../../shared/api.ts';
import type { BoardGroup, ImprintField, IssueHead } from '../../shared/issue/issue.ts';
import { namesTyped } from '../../shared/issue/names.ts';
import { Dialog, Field } from '../ui/dialog.tsx';
import { CoverFields, MastheadFields } from './head-fields.tsx';
import { HeadRows } from './head-rows.tsx';
import { words } from './words.ts';

const says = words.head;

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

/** A masthead that a new issue can begin with. */
export interface HeadTemplate {
  readonly name: string;
  readonly head: IssueHead;
}

export interface HeadFormProps {
  /** Null for a new issue. */
  readonly head: IssueHead | null;
  readonly houses: readonly HouseSummary[];
  /** For a new issue; the first one is chosen. */
  readonly templates?: readonly HeadTemplate[];
  readonly onSave: (head: IssueHead) => void;
  readonly onClose: () => void;
}

type Part = keyof typeof says.tabs;

/** While it is typed, names are the text of their field. */
interface Draft extends Omit<IssueHead, 'board'> {
  readonly board: readonly { readonly role: string; readonly names: string }[];
}

export function HeadForm({ head, houses, templates = [], onSave, onClose }: HeadFormProps) {
  const blank: IssueHead = { ...blankHead, house: houses[0]?.id ?? blankHead.house, year: new Date().getFullYear() };
  const [draft, setDraft] = useState<Draft>(() => draftOf(head ?? templates[0]?.head ?? blank));
  const [template, setTemplate] = useState(0);
  const [part, setPart] = useState<Part>('head');
  const change = (changed: Partial<Draft>) => setDraft((old) => ({ ...old, ...changed }));
  const choose = (chosen: number) => {
    setTemplate(chosen);
    setDraft(draftOf(templates[chosen]?.head ?? blank));
  };
  return (
    <Dialog
      title={head === null ? says.createTitle : says.title}
      confirm={head === null ? says.create : words.save}
      wide
      onConfirm={() => onSave(headOf(draft))}
      onClose={onClose}
    >
      {head === null && templates.length > 0 && (
        <div className="template">
          <Field label={says.template}>
            <select value={template} onChange={(event) => choose(Number(event.target.value))}>
              {templates.map(({ name }, at) => (
                <option key={name} value={at}>
                  {name}
                </option>
              ))}
              <option value={-1}>{says.blank}</option>
            </select>
          </Field>
          {template >= 0 && <p className="hint">{says.templateHint}</p>}
        </div>
      )}
      <Tabs.Root className="head-tabs" value={part} onValueChange={(value) => setPart(value as Part)}>
        <Tabs.List className="tab-list" aria-label={says.parts}>
          {(Object.keys(says.tabs) as Part[]).map((one) => (
            <Tabs.Trigger key={one} value={one} className="tab">
              {says.tabs[one]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {/* What must be filled in stays in the form, so that a mistake in it is shown whatever part is open. */}
        <Tabs.Content
          value="head"
          forceMount
          hidden={part !== 'head'}
          onInvalid={() => part !== 'head' && flushSync(() => setPart('head'))}
        >
          <MastheadFields head={draft} houses={houses} change={change} />
        </Tabs.Content>
        <Tabs.Content value="cover">
          <CoverFields head={draft} onCover={(cover) => change({ cover })} />
        </Tabs.Content>
        <Tabs.Content value="slogans">
          <HeadRows
            rows={draft.slogans}
            blank=""
            parse={(line) => line}
            add={says.addSlogan}
            onChange={(slogans) => change({ slogans })}
            field={(slogan, number, set) => (
              <input
                value={slogan}
                aria-label={says.slogan(number)}
                placeholder={says.sloganHint}
                onChange={(event) => set(event.target.value)}
              />
            )}
          />
        </Tabs.Content>
        <Tabs.Content value="board">
          <HeadRows
            rows={draft.board}
            blank={{ role: '', names: '' }}
            parse={(line) => {
              const [role, names] = parted(line);
              return { role, names };
            }}
            add={says.addGroup}
            onChange={(board) => change({ board })}
            field={(group, number, set) => (
              <>
                <input
                  className="head-short"
                  value={group.role}
                  aria-label={says.role(number)}
                  placeholder={says.roleHint}
                  onChange={(event) => set({ ...group, role: event.target.value })}
                />
                <input
                  value={group.names}
                  aria-label={says.names(number)}
                  placeholder={says.namesHint}
                  onChange={(event) => set({ ...group, names: event.target.value })}
                />
              </>
            )}
          />
        </Tabs.Content>
        <Tabs.Content value="imprint">
          <HeadRows<ImprintField>
            rows={draft.fields}
            blank={{ label: '', value: '' }}
            parse={(line) => {
              const [label, value] = parted(line);
              return { label, value };
            }}
            add={says.addField}
            onChange={(fields) => change({ fields })}
            field={(one, number, set) => (
              <>
                <input
                  className="head-short"
                  value={one.label}
                  aria-label={says.label(number)}
                  placeholder={says.labelHint}
                  onChange={(event) => set({ ...one, label: event.target.value })}
                />
                <input
                  value={one.value}
                  aria-label={says.value(number)}
                  placeholder={says.valueHint}
                  onChange={(event) => set({ ...one, value: event.target.value })}
                />
              </>
            )}
          />
        </Tabs.Content>
      </Tabs.Root>
    </Dialog>
  );
}

function draftOf(head: IssueHead): Draft {
  return { ...head, board: head.board.map(({ role, names }) => ({ role, names: names.join(' ') })) };
}

/** Rows that were left empty are none. */
function headOf(draft: Draft): IssueHead {
  const board = draft.board.map(({ role, names }): BoardGroup => ({ role: role.trim(), names: namesTyped(names) }));
  return {
    ...draft,
    gazette: draft.gazette.trim(),
    cover: Object.fromEntries(Object.entries(draft.cover).filter(([, value]) => value.trim() !== '')),
    slogans: draft.slogans.map((slogan) => slogan.trim()).filter((slogan) => slogan !== ''),
    board: board.filter(({ role, names }) => role !== '' || names.length > 0),
    fields: draft.fields.filter(({ label, value }) => label.trim() !== '' || value.trim() !== ''),
  };
}

/** 主管单位：示例市人民政府; where there is no colon and no tab, a wide space parts the two. What has none of them is all value. */
function parted(line: string): readonly [string, string] {
  const found = /^(.{1,12}?)\s*[：:\t]\s*(.*)$/.exec(line) ?? /^([^\u3000]{1,12})\u3000+(.*)$/.exec(line);
  return [found?.[1]?.trim() ?? '', found?.[2]?.trim() ?? line];
}
