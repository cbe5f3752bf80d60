/** How each kind of element looks in the editor, close to print; a total table, so that a new block type does not compile without its look. */
import type { ComponentType } from 'react';
import { Element, Node, type NodeEntry, type Range } from 'slate';
import { type RenderChunkProps, type RenderElementProps, type RenderLeafProps, useSlateSelector } from 'slate-react';
import { articleLabel } from '../../shared/document/block.ts';
import { AttachmentTitleView } from './attachment-title.tsx';
import { FigureView } from './figure.tsx';
import { HeadTitleView } from './head-title.tsx';
import type { ElementType } from './slate-value.ts';
import { markedCells } from './table-nodes.ts';

export type ElementView = ComponentType<RenderElementProps>;

function paragraphOf(name: string): ElementView {
  return function WrittenView({ attributes, children, element }: RenderElementProps) {
    const align = element.align === 'center' || element.align === 'right' ? ` align-${element.align}` : '';
    return (
      <p {...attributes} className={`block ${name}${element.level === undefined ? '' : `-${element.level}`}${align}`}>
        {children}
      </p>
    );
  };
}

/** The first line of the list of attachments begins with 附件：, the others stand below the first name. */
function AttachmentView({ attributes, children, element }: RenderElementProps) {
  return (
    <p {...attributes} className={`block block-attachment${/^附/.test(Node.string(element)) ? '' : ' block-attachment-next'}`}>
      {children}
    </p>
  );
}

/** The table's grid: relative widths become shares. */
function TableView({ attributes, children, element }: RenderElementProps) {
  const { columns = [] } = element;
  const total = columns.reduce((sum, width) => sum + width, 0);
  return (
    <div {...attributes} className="block block-table">
      <table>
        <colgroup contentEditable={false}>
          {columns.map((width, at) => (
            <col key={at} style={total > 0 ? { width: `${(width / total) * 100}%` } : {}} />
          ))}
        </colgroup>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function RowView({ attributes, children, element }: RenderElementProps) {
  const isCovered = !element.children.some((child) => Element.isElement(child));
  return (
    <tr {...attributes} className={element.head === true ? 'row-head' : undefined}>
      {isCovered ? <td className="row-covered">{children}</td> : children}
    </tr>
  );
}

function CellView({ attributes, children, element }: RenderElementProps) {
  const isMarked = useSlateSelector((editor) => markedCells(editor).has(element));
  return (
    <td {...attributes} className={isMarked ? 'cell-marked' : undefined} colSpan={element.columnSpan ?? 1} rowSpan={element.rowSpan ?? 1}>
      {children}
    </td>
  );
}

function CellParagraphView({ attributes, children, element }: RenderElementProps) {
  return (
    <p {...attributes} className={`cell-paragraph align-${element.align ?? 'left'}`}>
      {children}
    </p>
  );
}

function BoxView({ attributes, children, element }: RenderElementProps) {
  return (
    <div {...attributes} className={element.inColumn === true ? 'block block-box in-column' : 'block block-box'}>
      {children}
    </div>
  );
}

const views: Readonly<Record<ElementType, ElementView>> = {
  headTitle: HeadTitleView,
  title: paragraphOf('block-title'),
  subtitle: paragraphOf('block-subtitle'),
  heading: paragraphOf('block-heading'),
  article: paragraphOf('block-article'),
  paragraph: paragraphOf('block-paragraph'),
  note: paragraphOf('block-note'),
  attachment: AttachmentView,
  attachmentTitle: AttachmentTitleView,
  sign: paragraphOf('block-sign'),
  signDate: paragraphOf('block-sign-date'),
  table: TableView,
  tableRow: RowView,
  tableCell: CellView,
  cellParagraph: CellParagraphView,
  figure: FigureView,
  box: BoxView,
};

export function renderElement(props: RenderElementProps) {
  const View = views[props.element.type];
  // The boundary around the document catches it: one document's view is lost, not the program.
  if (View === undefined) throw new Error(`no look for an element of type ${props.element.type}`);
  return <View {...props} />;
}

const marks = ['bold', 'superscript', 'subscript', 'runIn', 'label', 'found', 'current'] as const;

export function renderLeaf({ attributes, children, leaf }: RenderLeafProps) {
  const names = marks.filter((mark) => leaf[mark as 'bold'] === true).map((mark) => `mark-${mark}`);
  return (
    <span {...attributes} className={names.length === 0 ? undefined : names.join(' ')}>
      {children}
    </span>
  );
}

/** What is far from the view costs the browser neither layout nor painting. */
export function renderChunk({ attributes, children, lowest }: RenderChunkProps) {
  return (
    <div {...attributes} className={lowest ? 'chunk' : undefined}>
      {children}
    </div>
  );
}

export type Decorator = (entry: NodeEntry) => (Range & { readonly [mark: string]: unknown })[];

/** 第X条 stands out from the text of its article. */
function articleNumber([node, path]: NodeEntry): ReturnType<Decorator> {
  if (!Element.isElement(node) || node.type !== 'article') return [];
  const first = node.children[0];
  const length = first === undefined ? 0 : articleLabel(Node.string(first)).length;
  if (length === 0) return [];
  return [{ anchor: { path: [...path, 0], offset: 0 }, focus: { path: [...path, 0], offset: length }, label: true }];
}

/** What is shown on the text without being part of it. */
const decorators: readonly Decorator[] = [articleNumber];

export function decorate(entry: NodeEntry): ReturnType<Decorator> {
  return decorators.flatMap((decorator) => decorator(entry));
}
