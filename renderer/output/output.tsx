/** 输出: every file that the issue can be written to, for whom it is, and a button each. */
import type { ExportFormat } from '../../shared/api.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/files.ts';

const formats = ['pdf', 'archive', 'word', 'press', 'cover', 'imposed', 'ticket'] as const satisfies readonly ExportFormat[];

export function OutputRoom() {
  const { api, run, notify } = useSession();
  const { id } = useOpenIssue();
  const exportAs = async (format: (typeof formats)[number]) => {
    const file = await run(text.outputs.working(text.outputs.formats[format].name), (progress) => api.exportIssue(id, format, progress));
    if (file === undefined) return;
    download(file);
    notify('done', text.desk.exported(file.name));
    for (const { severity, text: words } of file.messages ?? []) if (severity !== 'note') notify('error', words);
  };
  return (
    <ul className="outputs">
      {formats.map((format) => {
        const { name, hint } = text.outputs.formats[format];
        return (
          <li key={format}>
            <div>
              <strong>{name}</strong>
              <p>{hint}</p>
            </div>
            <Button label={text.outputs.export(name)} onClick={() => void exportAs(format)}>
              {text.outputs.button}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
