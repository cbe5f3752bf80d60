/** 版心和行格 over a page: the type area, its columns, and the lines that the text stands on. */
import { memo } from 'react';
import { columnLeft, type Geometry } from '../../shared/layout/geometry.ts';

export const GridView = memo(function GridView({ geometry }: { readonly geometry: Geometry }) {
  const { left, top, width, height, columns, columnWidth, lines, pitch } = geometry;
  const rows = Array.from({ length: lines - 1 }, (_, row) => (top + (row + 1) * pitch) / 1000);
  return (
    <g className="grid-lines">
      {Array.from({ length: columns }, (_, column) => {
        const x = columnLeft(geometry, column) / 1000;
        return (
          <g key={x}>
            <path className="grid-row" d={rows.map((y) => `M${x} ${y}h${columnWidth / 1000}`).join('')} />
            <rect className="grid-column" x={x} y={top / 1000} width={columnWidth / 1000} height={height / 1000} />
          </g>
        );
      })}
      <rect className="grid-area" x={left / 1000} y={top / 1000} width={width / 1000} height={height / 1000} />
    </g>
  );
});
