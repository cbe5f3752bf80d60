/** What can be done with the figure at the cursor: its width on the page, another picture in its place, the link of its QR code. */
import { Editor, Node, type NodeEntry, type PathRef, Transforms } from 'slate';
import type { ImageReference } from '../../shared/document/block.ts';
import { blockAt } from './block-commands.ts';
import type { GazetteEditor, GazetteElement } from './slate-value.ts';
import { asOneStep } from './table-change.ts';

const pointsPerMillimetre = 72 / 25.4;

export function figureAt(editor: GazetteEditor): NodeEntry<GazetteElement> | null {
  const entry = blockAt(editor);
  return entry !== null && entry[0].type === 'figure' ? entry : null;
}

/** Its place, wherever it moves while a file is chosen and stored. */
export function figureRef(editor: GazetteEditor): PathRef | null {
  const entry = figureAt(editor);
  return entry === null ? null : Editor.pathRef(editor, entry[1]);
}

/** In millimetres, to a tenth; null where there is no picture. */
export function figureWidth({ image }: GazetteElement): number | null {
  return image == null || image.width <= 0 ? null : Math.round((image.width / pointsPerMillimetre) * 10) / 10;
}

/** The height follows the width. */
export function setFigureWidth(editor: GazetteEditor, millimetres: number): void {
  const entry = figureAt(editor);
  const image = entry?.[0].image;
  if (entry == null || image == null) return;
  const width = Math.round(millimetres * pointsPerMillimetre * 100) / 100;
  asOneStep(editor, () => Transforms.setNodes(editor, { image: scaled(image, width) }, { at: entry[1] }));
}

/** Another picture as wide as the one before; its caption stays. A QR code gives way to it. */
export function replacePicture(editor: GazetteEditor, ref: PathRef, image: ImageReference): void {
  const path = ref.unref();
  if (path === null || !Node.has(editor, path)) return;
  const before = (Node.get(editor, path) as GazetteElement).image ?? null;
  asOneStep(editor, () => {
    Transforms.setNodes(editor, { image: before === null || before.width <= 0 ? image : scaled(image, before.width) }, { at: path });
    Transforms.unsetNodes(editor, 'link', { at: path });
  });
}

export function setFigureLink(editor: GazetteEditor, link: string): void {
  const entry = figureAt(editor);
  if (entry !== null) asOneStep(editor, () => Transforms.setNodes(editor, { link }, { at: entry[1] }));
}

function scaled(image: ImageReference, width: number): ImageReference {
  return { ...image, width, height: image.width > 0 ? Math.round(((image.height * width) / image.width) * 100) / 100 : image.height };
}
