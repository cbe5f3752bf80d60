/** The fields of 刊头 and 封面. */
import type { HouseSummary } from '../../shared/api.ts';
import type { IssueHead } from '../../shared/issue/issue.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/dialog.tsx';
import { CoverPicture } from './cover-picture.tsx';
import { words } from './words.ts';

const says = words.head;
type Masthead = Omit<IssueHead, 'board'>;

export function MastheadFields({
  head,
  houses,
  change,
}: {
  readonly head: Masthead;
  readonly houses: readonly HouseSummary[];
  readonly change: (changed: Partial<Masthead>) => void;
}) {
  return (
    <div className="fields">
      <Field label={says.gazette} wide>
        <input value={head.gazette} required pattern=".*\S.*" onChange={(event) => change({ gazette: event.target.value })} />
      </Field>
      <NumberField label={says.year} value={head.year} least={1949} onChange={(year) => change({ year: year ?? 0 })} />
      <NumberField label={says.number} value={head.number} least={1} onChange={(number) => change({ number: number ?? 0 })} />
      <NumberField
        label={says.totalNumber}
        value={head.totalNumber}
        least={1}
        isOptional
        onChange={(totalNumber) => change({ totalNumber })}
      />
      <Field label={says.frequency}>
        <input list="frequencies" value={head.frequency} onChange={(event) => change({ frequency: event.target.value })} />
      </Field>
      <datalist id="frequencies">
        {says.frequencies.map((frequency) => (
          <option key={frequency} value={frequency} />
        ))}
      </datalist>
      <Field label={says.publishedOn}>
        <DateField value={head.publishedOn} onChange={(publishedOn) => change({ publishedOn })} />
      </Field>
      <NumberField label={says.firstPage} value={head.firstPage} least={1} onChange={(page) => change({ firstPage: page ?? 0 })} />
      <Field label={says.house} wide>
        <select value={head.house} onChange={(event) => change({ house: event.target.value })}>
          {houses.map((house) => (
            <option key={house.id} value={house.id}>
              {house.name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={says.statement} wide>
        <input value={head.statement} placeholder={says.statementHint} onChange={(event) => change({ statement: event.target.value })} />
      </Field>
    </div>
  );
}

function NumberField({
  label,
  value,
  least,
  isOptional = false,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly isOptional?: boolean;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <Field label={label}>
      <input
        type="number"
        min={least}
        max={9999}
        required={!isOptional}
        value={value === null || value === 0 ? '' : value}
        onChange={(event) => onChange(event.target.value === '' ? null : Math.trunc(Number(event.target.value)))}
      />
    </Field>
  );
}

/** 封面 and what the contents page says of the issue; words under other names than the usual ones are kept and shown under these. */
export function CoverFields({
  head,
  onCover,
}: {
  readonly head: Masthead;
  readonly onCover: (cover: Readonly<Record<string, string>>) => void;
}) {
  const { cover, gazette, year, number, totalNumber, frequency } = head;
  const hints = says.coverHints;
  // Manifests name the pinyin either way.
  const pinyin = cover.titlePinyin === undefined && cover.coverPinyin !== undefined ? 'coverPinyin' : 'titlePinyin';
  const title = cover.title === undefined && cover.coverTitle !== undefined ? 'coverTitle' : 'title';
  const usual: readonly (readonly [key: string, label: string, hint: string])[] = [
    ['titleEnglish', says.cover.titleEnglish, hints.titleEnglish],
    [pinyin, says.cover.titlePinyin, hints.titlePinyin],
    ['issueLine', says.cover.issueLine, hints.issueLine(year, number, totalNumber)],
    [title, says.cover.title, hints.title(gazette)],
    ['coverYear', says.cover.coverYear, hints.coverYear(year)],
    ['coverIssue', says.cover.coverIssue, hints.coverIssue(year, number)],
    ['coverTotal', says.cover.coverTotal, hints.coverTotal(totalNumber)],
    ['coverFrequency', says.cover.coverFrequency, hints.coverFrequency(frequency)],
    ['coverPriceNote', says.cover.coverPriceNote, hints.coverPriceNote],
  ];
  const others = Object.keys(cover).filter((key) => !key.startsWith('picture') && usual.every(([known]) => known !== key));
  const all = [...usual, ...others.map((key, at) => [key, says.coverOther(at + 1), ''] as const)];
  return (
    <>
      <div className="fields cover-fields">
        {all.map(([key, label, hint], at) => (
          <Field key={key} label={label} wide={at < 3}>
            <input value={cover[key] ?? ''} placeholder={hint} onChange={(event) => onCover({ ...cover, [key]: event.target.value })} />
          </Field>
        ))}
      </div>
      <CoverPicture cover={cover} onCover={onCover} />
      <p className="hint">{says.coverHint}</p>
    </>
  );
}
