/** 封面图片: chosen from a file, shown small, taken away again. */

import { useRef } from 'react';
import type { IssueHead } from '../../shared/issue/issue.ts';
import { pictureFormats } from '../../shared/picture/formats.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { pickedFiles, readFiles } from '../ui/files.ts';
import { words } from './words.ts';

const says = words.head.picture;
type Cover = IssueHead['cover'];

export function CoverPicture({ cover, onCover }: { readonly cover: Cover; readonly onCover: (cover: Cover) => void }) {
  const { api, run } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const { picture, pictureSize: _, ...rest } = cover;
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const image = await run(says.storing, async () => {
      const [read] = await readFiles([{ path: file.name, file }]);
      return read === undefined ? undefined : api.storeImage(read);
    });
    if (image !== undefined) onCover({ ...rest, picture: image.hash, pictureSize: `${image.width}x${image.height}` });
  };
  return (
    <div className="cover-picture">
      <span className="cover-picture-name">{says.title}</span>
      {picture !== undefined && <img src={`/images/${picture}`} alt={says.title} />}
      <Button onClick={() => input.current?.click()}>{picture === undefined ? says.choose : says.other}</Button>
      {picture !== undefined && (
        <Button kind="quiet" onClick={() => onCover(rest)}>
          {says.remove}
        </Button>
      )}
      <small>{says.hint}</small>
      <input
        ref={input}
        type="file"
        accept={pictureFormats}
        hidden
        aria-label={says.choose}
        onChange={(event) => void choose(pickedFiles(event.currentTarget)[0]?.file)}
      />
    </div>
  );
}
