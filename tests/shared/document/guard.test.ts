/** What the window may store: everything that an import makes, nothing else. */
import { expect, test } from 'vitest';
import { isGazetteDocument } from '../../../shared/document/guard.ts';
import { documentOf } from '../layout/support.ts';

test('a table with cells that hold nothing can be stored, as submissions have them', () => {
  const cell = { type: 'tableCell' as const, columnSpan: 1, rowSpan: 1, children: [] };
  const table = { type: 'table' as const, columns: [1, 1], children: [{ type: 'tableRow' as const, children: [cell, cell] }] };
  expect(isGazetteDocument(documentOf('关于加强绿化工作的通知', [table]))).toBe(true);
  expect(isGazetteDocument({ ...documentOf('关于加强绿化工作的通知', [table]), colour: 'red' })).toBe(false);
});
