/** The whole room takes what is dropped on it, and says so while something is held over it. */
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { droppedFiles, type PickedFile } from '../ui/files.ts';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

export interface DropAreaProps {
  readonly children: ReactNode;
  /** What will become of the files. */
  readonly into: string;
  readonly onFiles: (files: readonly PickedFile[]) => void;
}

export function DropArea({ children, into, onFiles }: DropAreaProps) {
  // Entering a child counts as leaving its parent, so the depth is counted.
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);
  const isFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const step = (by: number) => (event: DragEvent) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = async (event: DragEvent) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onFiles(await droppedFiles(event.dataTransfer));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame and meaning.
    <div
      role="group"
      aria-label={words.room}
      className="inbox"
      onDragEnter={step(1)}
      onDragLeave={step(-1)}
      onDragOver={(event) => isFiles(event) && event.preventDefault()}
      onDrop={(event) => void drop(event)}
    >
      {children}
      {isOver && (
        <div className="drop" aria-hidden="true">
          <Icon name="tray" />
          <strong>{words.intake.drop}</strong>
          <span>{into}</span>
        </div>
      )}
    </div>
  );
}
