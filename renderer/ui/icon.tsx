/** The few signs of the interface, drawn as strokes on a grid of 16. Always beside a word or a label, never alone in meaning. */

const shapes = {
  up: 'M8 12.5v-9M4 7l4-4 4 4',
  down: 'M8 3.5v9M4 9l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3.5L5.5 8l4.5 4.5',
  forward: 'M6 3.5L10.5 8L6 12.5',
  first: 'M12 3.5L7.5 8l4.5 4.5M4 3.5v9',
  last: 'M4 3.5L8.5 8L4 12.5M12 3.5v9',
  tray: 'M2.5 9.5h3l1 2h3l1-2h3M2.5 9.5l2-6h7l2 6v3.5h-11zM8 2',
  list: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h1M2.5 8h1M2.5 12h1',
  page: 'M4 2h8v12H4zM6 5h4M6 7.5h1.5M8.7 7.5H10M6 9.5h1.5M8.7 9.5H10M6 11.5h1.5M8.7 11.5H10',
  edit: 'M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2zM9.4 4.4l2.2 2.2',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  folder: 'M2 4h4l1.5 1.5H14V13H2z',
  book: 'M8 4C6.5 3 4.5 2.8 2.5 3v9.5c2-.2 4 0 5.5 1 1.5-1 3.5-1.2 5.5-1V3C11.5 2.8 9.5 3 8 4zM8 4v9.5',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  save: 'M8 2.5v7M5 7l3 3 3-3M3 11.5v2h10v-2',
  check: 'M3.5 8.5l3 3 6-7',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.4 3.4',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3.2l2.2 1.5',
  gear: 'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M8 2v1.8M8 12.2V14M2 8h1.8M12.2 8H14M3.8 3.8l1.2 1.2M11 11l1.2 1.2M3.8 12.2L5 11M11 5l1.2-1.2',
  grip: 'M6 3.5v.1M10 3.5v.1M6 8v.1M10 8v.1M6 12.5v.1M10 12.5v.1',
  more: 'M3.5 8v.1M8 8v.1M12.5 8v.1',
  help: 'M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.6v.2',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10',
  unfold: 'M4.5 6.5L8 10l3.5-3.5',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3',
  bin: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.7 9h5.6l.7-9M7 7v4M9 7v4',
  pane: 'M2.5 3h11v10h-11zM6.5 3v10',
  alert: 'M8 2.5L14 13H2zM8 6.5v3M8 11.2v.3',
} as const;
export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
