/** 输出: the folder for the print office in one go, every file by itself, where they go, and what reading them back found. */
import { useState } from 'react';
import type { CheckedFile, PrintJobRequest } from '../../shared/api/output.ts';
import type { ExportFormat, FileBytes } from '../../shared/api.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/files.ts';
import { CheckedFileView } from './checked-file.tsx';
import { canChooseFolder, chooseFolder, type Folder } from './folder.ts';
import { packFolder } from './pack.ts';
import { PrintJobPanel } from './print-job.tsx';
import { useResults } from './results.ts';
import { words } from './words.ts';

const formats = ['pdf', 'word', 'press', 'cover', 'spread', 'imposed', 'archive', 'ticket'] as const satisfies readonly ExportFormat[];
type Format = (typeof formats)[number];

/** Outlives a visit to another room. */
let keptFolder: Folder | null = null;

export function OutputRoom() {
  const { api, run, notify } = useSession();
  const { id, version } = useOpenIssue();
  const { results, keep } = useResults(id);
  const [folder, setFolder] = useState(keptFolder);
  const setPlace = (next: Folder | null) => {
    keptFolder = next;
    setFolder(next);
  };
  const place = folder === null ? words.downloads : words.chosen(folder.name);

  /** Hands files out; false when that was refused. */
  const store = async (files: readonly FileBytes[], below?: string): Promise<boolean> => {
    if (folder !== null) return (await run(words.packing, () => folder.write(files, below).then(() => true))) === true;
    const file = below === undefined ? files[0] : await run(words.packing, () => packFolder(below, files));
    if (file !== undefined) download(file);
    return file !== undefined;
  };
  const exportOne = async (format: Format) => {
    const { name } = words.formats[format];
    const checked = await run(words.exporting(name), async (progress): Promise<CheckedFile> => {
      const file = await api.exportIssue(id, format, progress);
      progress(0, 0, words.checking);
      const checks = await api.checkOutput(id, { name: file.name, bytes: file.bytes });
      return { name: file.name, bytes: file.bytes, messages: file.messages ?? [], checks };
    });
    if (checked === undefined || !(await store([checked]))) return;
    keep((old) => ({ files: { ...old.files, [format]: { value: checked, place, version } } }));
    tell([checked], words.saved(checked.name, place));
  };
  const make = async (request: PrintJobRequest) => {
    keep(() => ({ isMaking: true }));
    const job = await run(words.making, (progress) => api.exportPrintJob(id, request, progress));
    const isStored = job !== undefined && (await store(job.files, job.folder));
    keep((old) => ({ isMaking: false, job: isStored ? { value: job, place, version } : old.job }));
    if (isStored) tell(job.files, words.made(place));
  };
  const tell = (files: readonly CheckedFile[], done: string) => {
    const bad = files.flatMap(({ checks }) => checks).filter(({ ok }) => !ok);
    if (bad.length === 0) notify('done', done);
    else for (const { what, found } of bad.slice(0, 2)) notify('error', `${what}：${found}`);
  };

  return (
    <div className="output">
      <div className="output-place">
        <span className="output-place-label">{words.place}</span>
        <strong title={place}>{place}</strong>
        {canChooseFolder() && (
          <Button onClick={() => void run(words.place, chooseFolder).then((chosen) => chosen && setPlace(chosen))}>
            {folder === null ? words.choose : words.change}
          </Button>
        )}
        {folder !== null && (
          <Button kind="quiet" onClick={() => setPlace(null)}>
            {words.toDownloads}
          </Button>
        )}
      </div>
      <PrintJobPanel
        job={results.job?.value ?? null}
        place={results.job?.place ?? ''}
        isOld={results.job !== null && version > results.job.version}
        isMaking={results.isMaking}
        onMake={make}
      />
      <section className="output-card" aria-label={words.single}>
        <h2>{words.single}</h2>
        <ul className="outputs">
          {formats.map((format) => {
            const { name, hint } = words.formats[format];
            const result = results.files[format];
            return (
              <li key={format}>
                <div>
                  <strong>{name}</strong>
                  <p>{hint}</p>
                </div>
                <Button label={words.export(name)} onClick={() => void exportOne(format)}>
                  {words.button}
                </Button>
                {result !== undefined && (
                  <div className="output-result">
                    {version > result.version && <span className="badge badge-warning">{words.old}</span>}
                    <CheckedFileView file={result.value} open />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
