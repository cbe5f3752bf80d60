/** 输出: every file that the issue can be written to, for whom it is, and a button each. */
import type { ExportFormat } from '../shared/api.ts';
import { text } from './text.ts';
import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';

const formats = ['pdf', 'archive', 'word', 'press', 'cover', 'imposed', 'ticket'] as const satisfies readonly ExportFormat[];

export interface OutputsProps {
  readonly onExport: (format: ExportFormat) => void;
  readonly onClose: () => void;
}

export function Outputs({ onExport, onClose }: OutputsProps) {
  return (
    <Dialog title={text.outputs.title} confirm={text.outputs.close} onClose={onClose}>
      <ul className="outputs">
        {formats.map((format) => {
          const { name, hint } = text.outputs.formats[format];
          return (
            <li key={format}>
              <div>
                <strong>{name}</strong>
                <p>{hint}</p>
              </div>
              <Button label={text.outputs.export(name)} onClick={() => onExport(format)}>
                {text.outputs.button}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
