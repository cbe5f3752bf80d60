/** A file that was written: its size, whether it read back as it should, and what is to be noted. */
import type { CheckedFile } from '../../shared/api/output.ts';
import { Icon } from '../ui/icon.tsx';
import { MessageList } from '../ui/messages.tsx';
import { sizeText, words } from './words.ts';

export function CheckedFileView({ file, open = false }: { readonly file: CheckedFile; readonly open?: boolean }) {
  const bad = file.checks.filter(({ ok }) => !ok).length;
  const warnings = file.messages.filter(({ severity }) => severity !== 'note');
  return (
    <details className="checked-file" open={open || bad > 0}>
      <summary>
        <span className="checked-sign">
          <Icon name="forward" />
        </span>
        <span className="checked-name">{file.name}</span>
        <span className="count">{sizeText(file.bytes.length)}</span>
        {warnings.length > 0 && <span className="badge badge-warning">{words.warnings(warnings.length)}</span>}
        <span className={`badge ${bad === 0 ? 'badge-done' : 'badge-error'}`}>
          {bad === 0 ? words.good(file.checks.length) : words.bad(bad)}
        </span>
      </summary>
      <ul className="checks">
        {file.checks.map(({ what, ok, found }) => (
          <li key={what} className={ok ? 'check-good' : 'check-bad'}>
            <Icon name={ok ? 'check' : 'alert'} />
            <strong>{what}</strong>
            <span>
              <span className="unseen">{ok ? words.passed : words.wrong}：</span>
              {found}
            </span>
          </li>
        ))}
      </ul>
      {warnings.length > 0 && <MessageList messages={warnings} />}
    </details>
  );
}
