/** 字体: which font stands behind each role now, and which ones of the office's would be taken. */
import { useEffect, useState } from 'react';
import type { FontRole } from '../../shared/api/settings.ts';
import { useSession } from '../session.ts';
import { words } from './words.ts';

const say = words.fonts;

export function FontsTab() {
  const { api, run } = useSession();
  const [roles, setRoles] = useState<readonly FontRole[]>([]);
  useEffect(() => void run(words.reading, () => api.listFonts()).then((found) => found && setRoles(found)), [api, run]);
  return (
    <>
      <p className="settings-intro">{say.intro}</p>
      <table className="settings-table">
        <thead>
          <tr>
            <th scope="col">{say.role}</th>
            <th scope="col">{say.inUse}</th>
            <th scope="col">{say.origin}</th>
            <th scope="col">{say.wanted}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ role, name, family, origin, wanted }) => (
            <tr key={role}>
              <th scope="row">{name}</th>
              <td>{family}</td>
              <td>
                <span className={origin === 'office' ? 'badge badge-done' : 'badge'}>{say.origins[origin]}</span>
              </td>
              <td className="settings-soft">{wanted.filter((one) => /[\u4e00-\u9fff]/.test(one)).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
