/** The recognised blocks, each with its type as a coloured tag that is also the choice of another. */
import { memo } from 'react';
import type { Block } from '../../shared/document/block.ts';
import { type BlockShape, blockLine, blockShapes, shapeOf } from '../../shared/document/retype.ts';
import { type HeadField, headFields } from '../../shared/document/take-field.ts';
import { words } from './words.ts';

export interface BlockListProps {
  readonly blocks: readonly Block[];
  readonly isReadOnly: boolean;
  readonly lit: number | null;
  readonly onLit: (index: number) => void;
  readonly onShape: (index: number, shape: BlockShape) => void;
  readonly onField: (index: number, field: HeadField) => void;
}

export function BlockList({ blocks, lit, ...rest }: BlockListProps) {
  return (
    <ol className="blocks" aria-label={words.check.blocks}>
      {blocks.map((block, index) => (
        <BlockRow key={index} block={block} index={index} isLit={lit === index} {...rest} />
      ))}
    </ol>
  );
}

/** How a shape is coloured. */
const tones: Readonly<Record<BlockShape, string>> = {
  paragraph: 'plain',
  heading1: 'heading',
  heading2: 'heading',
  heading3: 'heading',
  heading4: 'heading',
  article: 'heading',
  note: 'note',
  attachment: 'attachment',
  attachmentTitle: 'attachment',
  title: 'title',
  subtitle: 'title',
  sign: 'note',
  signDate: 'note',
  box: 'attachment',
};

interface BlockRowProps extends Omit<BlockListProps, 'blocks' | 'lit'> {
  readonly block: Block;
  readonly index: number;
  readonly isLit: boolean;
}

const BlockRow = memo(function BlockRow({ block, index, isLit, isReadOnly, onLit, onShape, onField }: BlockRowProps) {
  const shape = shapeOf(block);
  const line = blockLine(block);
  const chosen = (value: string) => {
    const field = headFields.find((one) => `head-${one}` === value);
    if (field !== undefined) onField(index, field);
    else onShape(index, value as BlockShape);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the choice in the row takes the focus and lights it too.
    <li data-part={index} className={`part${isLit ? ' lit' : ''} part-${shape ?? block.type}`} onClick={() => onLit(index)}>
      {shape === null ? (
        <span className="tag tag-object">
          {block.type === 'table' ? words.check.table(block.children.length, block.columns.length) : words.check.figure}
        </span>
      ) : (
        <select
          className={`tag tag-${tones[shape]}`}
          aria-label={words.check.blockType(index + 1, line.slice(0, 20))}
          value={shape}
          disabled={isReadOnly}
          onFocus={() => onLit(index)}
          onChange={({ target }) => chosen(target.value)}
        >
          <optgroup label={words.check.asBlock}>
            {blockShapes.map((one) => (
              <option key={one} value={one}>
                {words.shapes[one]}
              </option>
            ))}
          </optgroup>
          <optgroup label={words.check.asHead}>
            {headFields.map((field) => (
              <option key={field} value={`head-${field}`}>
                {words.heads[field]}
              </option>
            ))}
          </optgroup>
        </select>
      )}
      <span className="part-text">{line}</span>
    </li>
  );
});
