/** The fields of a house style as a form, made from their descriptions: group by group, each with its unit and what is wrong with it. */
import { useId } from 'react';
import { fontRoles, type StyleField } from '../../shared/style/schema.ts';
import { fieldGroups, otherUnit, readValue, shownValue, type Typed, troubleOf } from './house-values.ts';
import { words } from './words.ts';

export interface HouseFormProps {
  readonly style: unknown;
  readonly typed: Typed;
  readonly onType: (path: string, value: string | boolean | null) => void;
  /** A group is being looked at: its part of the specimen is to be seen. */
  readonly onGroup: (name: string) => void;
}

const openAtFirst: readonly string[] = ['行格与正文', '公文标题'];

export function HouseForm({ style, typed, onType, onGroup }: HouseFormProps) {
  return (
    <div className="house-form">
      {fieldGroups.map(({ name, fields }) => {
        const count = fields.filter(({ path }) => path in typed).length;
        return (
          <details key={name} className="house-group" open={openAtFirst.includes(name)} onFocus={() => onGroup(name)}>
            <summary>
              {name}
              {count > 0 && <span className="badge badge-warning">{words.houses.changed(count)}</span>}
            </summary>
            <div className="house-fields">
              {fields.map((field) => (
                <FieldRow key={field.path} field={field} style={style} typed={typed[field.path]} onType={onType} />
              ))}
            </div>
          </details>
        );
      })}
    </div>
  );
}

interface FieldRowProps {
  readonly field: StyleField;
  readonly style: unknown;
  readonly typed: string | boolean | undefined;
  readonly onType: HouseFormProps['onType'];
}

function FieldRow({ field, style, typed, onType }: FieldRowProps) {
  const id = useId();
  const stored = readValue(style, field.path);
  const { kind, name, meaning, unit, path } = field;
  const trouble = typed === undefined ? null : troubleOf(path, typed);
  const value = typed ?? (typeof stored === 'number' ? String(stored) : stored);
  const change = (next: string | boolean) => onType(path, String(next) === String(stored) ? null : next);
  const about = trouble !== null ? trouble : typed === undefined ? '' : words.houses.was(shownValue(field, stored));
  const other = otherUnit(field, value);
  const shared = { id, 'aria-invalid': trouble !== null, 'aria-describedby': `${id}-about`, title: meaning };
  const choices = kind.type === 'font' ? fontRoles : kind.type === 'choice' ? kind.choices : null;
  return (
    <div className={typed === undefined ? 'house-field' : 'house-field house-field-changed'}>
      <label htmlFor={id} title={meaning}>
        {name}
      </label>
      <span className="house-control">
        {kind.type === 'boolean' ? (
          <input {...shared} type="checkbox" checked={value === true} onChange={(event) => change(event.target.checked)} />
        ) : choices !== null ? (
          <select {...shared} value={String(value)} onChange={(event) => change(event.target.value)}>
            {Object.entries(choices).map(([choice, label]) => (
              <option key={choice} value={choice}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...shared}
            className={kind.type === 'text' ? 'house-text' : 'house-figure'}
            value={String(value)}
            onChange={(event) => change(event.target.value)}
          />
        )}
        {unit !== '' && !other.endsWith(unit) && <span className="house-unit">{unit}</span>}
        {other !== '' && trouble === null && <span className="house-other">{other}</span>}
      </span>
      <p
        id={`${id}-about`}
        className={trouble === null ? 'house-about' : 'house-about house-wrong'}
        role={trouble === null ? undefined : 'alert'}
      >
        {about}
      </p>
    </div>
  );
}
