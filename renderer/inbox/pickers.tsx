/** The two hidden file inputs; they stand in the workspace, so that Ctrl+O works from every room. */
import type { ChangeEvent } from 'react';
import { pickedFiles } from '../ui/files.ts';
import type { Intake } from './use-intake.ts';
import { words } from './words.ts';

export function IntakePickers({ intake, onPicked }: { readonly intake: Intake; readonly onPicked: () => void }) {
  const picked = (event: ChangeEvent<HTMLInputElement>) => {
    const files = pickedFiles(event.currentTarget);
    if (files.length === 0) return;
    onPicked();
    void intake.take(files);
  };
  return (
    <>
      <input
        ref={intake.files}
        type="file"
        multiple
        hidden
        aria-label={words.intake.fileInput}
        accept=".docx,.doc,.txt,.wps"
        onChange={picked}
      />
      <input
        ref={intake.folder}
        type="file"
        multiple
        hidden
        aria-label={words.intake.folderInput}
        {...{ webkitdirectory: '' }}
        onChange={picked}
      />
    </>
  );
}
