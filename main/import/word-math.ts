/** Formulas (OMML) in one line of text: no reader of a gazette may miss a figure, even where the setting is lost. */
import { child, childElements, childValue, textOf, type XmlElement } from './xml.ts';

/** The text of a formula read from left to right; fractions as a/b, powers as x^2, roots as √(x). */
export function mathText(element: XmlElement): string {
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return textOf(element);
    case 'w:del':
    case 'w:moveFrom':
    case 'w:rPr':
    case 'm:rPr':
      return '';
    case 'm:f':
      return `${group(child(element, 'm:num'))}/${group(child(element, 'm:den'))}`;
    case 'm:sSup':
      return `${inner(child(element, 'm:e'))}^${group(child(element, 'm:sup'))}`;
    case 'm:sSub':
      return `${inner(child(element, 'm:e'))}${inner(child(element, 'm:sub'))}`;
    case 'm:rad':
      return `${inner(child(element, 'm:deg'))}√${group(child(element, 'm:e'))}`;
    case 'm:nary':
      return `${property(element, 'm:naryPr') ?? '∫'}${group(child(element, 'm:sub'))}${group(child(element, 'm:sup'))}${inner(child(element, 'm:e'))}`;
    case 'm:d': {
      const properties = child(element, 'm:dPr');
      const open = child(properties, 'm:begChr')?.attributes['m:val'] ?? '(';
      const close = child(properties, 'm:endChr')?.attributes['m:val'] ?? ')';
      const parts = childElements(element).filter((entry) => entry.name === 'm:e');
      return `${open}${parts.map(inner).join(',')}${close}`;
    }
    default:
      return inner(element);
  }
}

function property(element: XmlElement, name: string): string | undefined {
  return child(child(element, name), 'm:chr')?.attributes['m:val'] ?? childValue(child(element, name), 'm:chr');
}

function inner(element: XmlElement | undefined): string {
  return element === undefined ? '' : childElements(element).map(mathText).join('');
}

function group(element: XmlElement | undefined): string {
  const text = inner(element);
  return [...text].length > 1 ? `(${text})` : text;
}
