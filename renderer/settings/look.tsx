/** 界面: light or dark, the size of the interface's text, and the name of whoever sits here. */
import { nobody, useSession } from '../session.ts';
import { type Theme, useLook } from '../ui/look.ts';
import { words } from './words.ts';

const say = words.look;

export function LookTab() {
  const { theme, setTheme, size, sizes, setSize } = useLook();
  const { hand, setPerson } = useSession();
  return (
    <div className="settings-form">
      <fieldset className="settings-choice">
        <legend>{say.theme}</legend>
        {(Object.keys(say.themes) as Theme[]).map((one) => (
          <label key={one}>
            <input type="radio" name="theme" checked={theme === one} onChange={() => setTheme(one)} />
            {say.themes[one]}
          </label>
        ))}
      </fieldset>
      <fieldset className="settings-choice">
        <legend>{say.size}</legend>
        {sizes.map((one) => (
          <label key={one}>
            <input type="radio" name="size" checked={size === one} onChange={() => setSize(one)} />
            {one === 14 ? `${one}（${say.usual}）` : one}
          </label>
        ))}
      </fieldset>
      <p className="hint">{say.sizeHint}</p>
      <label className="field settings-short" htmlFor="person">
        <span>{say.person}</span>
        <input
          id="person"
          maxLength={20}
          defaultValue={hand.person === nobody ? '' : hand.person}
          placeholder={nobody}
          onChange={(event) => setPerson(event.target.value)}
        />
      </label>
      <p className="hint">{say.personHint}</p>
    </div>
  );
}
