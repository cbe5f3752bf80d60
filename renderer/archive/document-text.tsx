/** A document to read, not to change: its text in the order of the blocks, with the words marked. */
import { memo } from 'react';
import { type Block, cellText, runsText } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { Marked } from './marked.tsx';
import { words } from './words.ts';

export const DocumentText = memo(function DocumentText({
  document,
  marked,
}: {
  readonly document: GazetteDocument;
  readonly marked: readonly string[];
}) {
  const { title, subtitle, docNumber, byline, addressees, blocks } = document;
  const line = (className: string, text: string | null) =>
    text !== null && (
      <p className={className}>
        <Marked text={text} marked={marked} />
      </p>
    );
  return (
    <div className="archive-text">
      <h2 data-block={-1}>
        <Marked text={title} marked={marked} />
      </h2>
      {line('archive-text-centred', subtitle)}
      {line('archive-text-centred', docNumber)}
      {line('archive-text-centred', byline)}
      {line('', addressees)}
      {blocks.map((block, index) => (
        <div
          key={index}
          data-block={index}
          className={`archive-text-${block.type}`}
          // A wide table is moved sideways by the arrow keys.
          {...(block.type === 'table' ? { role: 'group', 'aria-label': words.table, tabIndex: 0 } : {})}
        >
          <BlockText block={block} marked={marked} />
        </div>
      ))}
    </div>
  );
});

function BlockText({ block, marked }: { readonly block: Block; readonly marked: readonly string[] }) {
  switch (block.type) {
    case 'table':
      return (
        <table>
          <tbody>
            {block.children.map((row, r) => (
              <tr key={r}>
                {row.children.map((cell, c) => (
                  <td key={c} colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
                    <Marked text={cellText(cell)} marked={marked} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'box':
      return block.children.map((paragraph, index) => (
        <p key={index}>
          <Marked text={runsText(paragraph.children)} marked={marked} />
        </p>
      ));
    case 'attachmentTitle':
      return (
        <>
          {block.label !== '' && (
            <p>
              <Marked text={block.label} marked={marked} />
            </p>
          )}
          <h3>
            <Marked text={runsText(block.children)} marked={marked} />
          </h3>
        </>
      );
    case 'heading':
      return (
        <p data-level={block.level}>
          <Marked text={runsText(block.children)} marked={marked} />
        </p>
      );
    default:
      return (
        <p>
          <Marked text={runsText(block.children)} marked={marked} />
        </p>
      );
  }
}
