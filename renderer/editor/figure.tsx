/** A picture of the submission, or the QR code that is made from a link, with the caption below it. */
import { useMemo } from 'react';
import { Node } from 'slate';
import type { RenderElementProps } from 'slate-react';
import { qrBars } from '../../shared/layout/qr.ts';
import { words } from './words.ts';

export function FigureView({ attributes, children, element }: RenderElementProps) {
  const { image = null, link } = element;
  const caption = Node.string(element);
  return (
    <figure {...attributes} className="block block-figure">
      <div contentEditable={false}>
        {image !== null ? (
          <img
            src={`/images/${image.hash}`}
            alt={caption === '' ? words.figure.alt : caption}
            draggable={false}
            style={
              image.width > 0 && image.height > 0 ? { width: `${image.width}pt`, aspectRatio: `${image.width} / ${image.height}` } : {}
            }
          />
        ) : link !== undefined ? (
          <QrCode link={link} />
        ) : (
          <p className="figure-missing">{words.figure.missing}</p>
        )}
      </div>
      <figcaption data-hint={caption === '' ? words.figure.caption : undefined}>{children}</figcaption>
    </figure>
  );
}

/** Side of the code in the units of its drawing. */
const side = 100_000;

function QrCode({ link }: { readonly link: string }) {
  const bars = useMemo(() => qrBars(link, side), [link]);
  if (bars === null) return <p className="figure-missing">{words.figure.qrTooLong}</p>;
  return (
    <svg className="figure-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={words.figure.qr(link)}>
      <path d={bars.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join('')} />
    </svg>
  );
}
