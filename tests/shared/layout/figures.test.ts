/** Figures that have no room: one with a number goes to the top of the next page and the text fills this one; others keep their place. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/block.ts';
import { geometryOf } from '../../../shared/layout/geometry.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { houseStyles } from '../../../shared/style/index.ts';
import { chance, characters, documentOf, fonts, issueOf, paragraphs, textItems } from './support.ts';

const figure = (caption: string): Block => ({
  type: 'figure',
  image: { hash: 'a'.repeat(64), width: 300, height: 330 },
  children: [{ text: caption }],
});
const textOf = (block: Block): string =>
  'children' in block ? (block.children as { text: string }[]).map(({ text }) => text).join('') : '';

describe.each(houseStyles.map((style) => [style.id, style] as const))('a figure without room on its page (%s)', (_, style) => {
  const geometry = geometryOf(style, null);
  const before = paragraphs(chance(7), Math.round((geometry.lines * geometry.columns) / 4.2), 80);
  const after = paragraphs(chance(8), 40, 80);
  const pagesOf = (caption: string): Page[] => {
    const blocks = [...before, figure(caption), ...after];
    return layoutIssue(issueOf([{ document: documentOf('附图', blocks) }]), style, fonts.book).pages.filter((page) => page.kind === 'body');
  };
  const holding = (pages: readonly Page[]): number => pages.findIndex((page) => page.items.some((item) => item.kind === 'image'));

  it('goes to the next top by its number, and the text goes on before it', () => {
    const pages = pagesOf('图1　办件量');
    const at = holding(pages);
    expect(at).toBeGreaterThan(0);
    const lowest = Math.max(
      ...textItems(pages[at - 1] as Page)
        .filter((item) => item.origin !== undefined)
        .map((item) => item.y),
    );
    expect(lowest).toBeGreaterThan(geometry.top + geometry.height - 3 * geometry.pitch);
    expect(textItems(pages[at - 1] as Page).some((item) => (item.origin?.block ?? 0) > before.length)).toBe(true);
    const image = pages[at]?.items.find((item) => item.kind === 'image');
    expect(image?.kind === 'image' ? image.y - geometry.top : 0).toBeLessThan(geometry.pitch);
    const own = pages.flatMap((page) =>
      textItems(page).filter((item) => (item.origin?.block ?? -1) >= 0 && item.origin?.block !== before.length),
    );
    expect(characters(own.map((item) => item.text).join(''))).toBe(characters([...before, ...after].map(textOf).join('')));
  });
  it('keeps its place without one', () => {
    const pages = pagesOf('办理流程');
    const at = holding(pages);
    expect(pages.slice(0, at).some((page) => textItems(page).some((item) => (item.origin?.block ?? 0) > before.length))).toBe(false);
  });
});
