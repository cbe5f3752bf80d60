/** Running heads (书眉) and folios (页码): at the outer edge, mirrored on even and odd pages. */
import type { TextStyle } from '../style/style.ts';
import { cellsOf } from './cells.ts';
import { breakLines } from './line.ts';
import { drawLine, drawRule, type Sheet } from './sheet.ts';
import { points } from './units.ts';
import type { FlowContext } from './zone.ts';

export function addFurniture(sheet: Sheet, context: FlowContext): void {
  if (sheet.kind !== 'body') return;
  const { style, geometry } = context;
  const { runningHead, folio } = style;
  const even = sheet.number % 2 === 0;
  const align = even ? 'left' : 'right';
  if (runningHead.place === 'top') {
    const text =
      runningHead.folio === 'withHead'
        ? even
          ? `・${sheet.number}・　${sheet.section}`
          : `${sheet.section}　・${sheet.number}・`
        : sheet.section;
    const y = geometry.top - points(runningHead.distance);
    write(sheet, context, text, runningHead.style, align, y);
    if (runningHead.rule) drawRule(sheet, geometry.left, y + 5000, geometry.left + geometry.width, y + 5000, 500);
  }
  if (runningHead.folio === 'foot') {
    const text = folio.dashes ? `— ${sheet.number} —` : String(sheet.number);
    // 单页码居右空一字, 双页码居左空一字 (GB/T 9704 7.5).
    write(sheet, context, even ? `　${text}` : `${text}　`, folio.style, align, geometry.top + geometry.height + points(folio.distance));
  }
}

function write(sheet: Sheet, { geometry, measure }: FlowContext, text: string, style: TextStyle, align: 'left' | 'right', y: number): void {
  const cells = cellsOf([{ text, role: style.font, size: points(style.size) }], measure);
  for (const line of breakLines(cells, { width: geometry.width, firstIndent: 0, indent: 0, align }))
    drawLine(sheet, measure.fonts, line, geometry.left, y);
}
