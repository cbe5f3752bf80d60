/** Paints one page as <svg>. A total switch over the four items: nothing here measures, breaks or places anything. */
import { memo, type ReactNode } from 'react';
import type { BoxItem, ImageItem, Item, Page, RuleItem, TextItem } from '../../shared/layout/page.ts';
import { fontFamily, loadFont } from './fonts.ts';
import { inks } from './inks.ts';
import { words } from './page-words.ts';

/**
 * The screen draws in points: a browser sets no type larger than 10000 units, so thousandths would cut every heading down.
 * Whole thousandths lose nothing by it.
 */
const points = (thousandths: number): number => thousandths / 1000;

function paintText(item: TextItem): ReactNode {
  loadFont(item.font);
  const look = {
    y: points(item.y),
    fontSize: points(item.size),
    fontFamily: fontFamily(item.font),
    fill: inks[item.colour],
    ...turnOf(item),
  };
  const characters = [...item.text];
  const starts = characters.map((_, index) => points(item.x + (item.offsets[index] ?? 0)));
  if (characters.length === item.text.length) {
    return (
      <text {...look} x={starts.join(' ')}>
        {item.text}
      </text>
    );
  }
  // The x list counts UTF-16 units in one engine and characters in another; rare characters outside the BMP go one by one.
  return (
    <g>
      {characters.map((character, index) => (
        <text key={starts[index]} {...look} x={starts[index]}>
          {character}
        </text>
      ))}
    </g>
  );
}

/** Turned text is set along its line and then turned about its first letter's place. */
function turnOf({ turned, x, y }: TextItem) {
  return turned === true ? { transform: `rotate(-90 ${points(x)} ${points(y)})` } : {};
}

function paintRule(item: RuleItem): ReactNode {
  const { x1, y1, x2, y2, width, colour } = item;
  return <line x1={points(x1)} y1={points(y1)} x2={points(x2)} y2={points(y2)} stroke={inks[colour]} strokeWidth={points(width)} />;
}

function area(item: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) {
  return { x: points(item.x), y: points(item.y), width: points(item.width), height: points(item.height) };
}

function paintBox(item: BoxItem): ReactNode {
  const fill = item.fill === null ? 'none' : inks[item.fill];
  const stroke = item.stroke === null ? 'none' : inks[item.stroke];
  return <rect {...area(item)} fill={fill} stroke={stroke} strokeWidth={points(item.strokeWidth)} />;
}

function paintImage(item: ImageItem): ReactNode {
  return <image {...area(item)} href={`/images/${encodeURIComponent(item.hash)}`} preserveAspectRatio="none" />;
}

function paint(item: Item): ReactNode {
  switch (item.kind) {
    case 'text':
      return paintText(item);
    case 'rule':
      return paintRule(item);
    case 'box':
      return paintBox(item);
    case 'image':
      return paintImage(item);
    default:
      return item satisfies never;
  }
}

/** Items that did not change keep their object (pages.ts), so that one more character paints one line and not the page. */
const ItemView = memo(function ItemView({ item }: { readonly item: Item }) {
  return paint(item);
});

export interface PageViewProps {
  readonly page: Page;
  readonly label: string;
  /** Items to paint; it is not seen before it is whole. */
  readonly limit: number;
  readonly onPage: (page: number) => void;
}

export const PageView = memo(function PageView({ page, label, limit, onPage }: PageViewProps) {
  const isWhole = limit >= page.items.length;
  return (
    <svg
      className={isWhole ? 'page-svg' : 'page-svg page-growing'}
      viewBox={`0 0 ${points(page.width)} ${points(page.height)}`}
      // A picture has nothing in it that could be followed.
      role={page.links.length > 0 ? 'group' : 'img'}
      aria-label={label}
    >
      {(isWhole ? page.items : page.items.slice(0, limit)).map((item, index) => (
        <ItemView key={index} item={item} />
      ))}
      {page.links.map((link) => (
        // biome-ignore lint/a11y/useValidAnchor: a link inside the same publication, followed by scrolling.
        <a
          key={`${link.x}-${link.y}`}
          href="#page"
          aria-label={words.link(link.targetPage)}
          onClick={(event) => {
            event.preventDefault();
            onPage(link.targetPage);
          }}
        >
          <rect className="page-link" {...area(link)} />
        </a>
      ))}
    </svg>
  );
});
