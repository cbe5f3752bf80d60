/** A PDF as a reader that is not ours has it (pdf.js), and what only the bytes say: boxes, font files, output intent. The only home of pdfjs-dist. */

export interface ReadText {
  readonly text: string;
  /** Points from the left and the lower edge. */
  readonly x: number;
  readonly y: number;
}

/** Left, lower, right, upper edge in points. */
export type Box = readonly [number, number, number, number];

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly ReadText[];
  /** Index from 0 of the pages that links lead to. */
  readonly targets: readonly number[];
  readonly trim: Box | null;
  readonly bleed: Box | null;
}

export interface ReadPdf {
  readonly version: string;
  readonly pages: readonly ReadPage[];
  /** Page labels, null where there are none. */
  readonly labels: readonly string[] | null;
  readonly fonts: number;
  /** Names of the fonts whose file is not in it. */
  readonly unembedded: readonly string[];
  /** Subtypes of the output intents: GTS_PDFX, GTS_PDFA1. */
  readonly intents: readonly string[];
}

export type ReadProgress = (done: number, total: number) => void;

/** Null when it cannot be opened. */
export async function readBackPdf(bytes: Uint8Array, withLinks: boolean, progress?: ReadProgress): Promise<ReadPdf | null> {
  const pdfjs = await loadReader();
  const raw = Buffer.from(bytes).toString('latin1');
  // The reader takes the bytes for itself.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    const document = await task.promise;
    const labels = await document.getPageLabels();
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const [left = 0, lower = 0, right = 0, upper = 0] = page.view;
      const dictionary = objectText(raw, page.ref?.num ?? -1);
      const targets: number[] = [];
      for (const { dest } of withLinks ? ((await page.getAnnotations()) as { dest?: unknown }[]) : []) {
        const found = typeof dest === 'string' ? await document.getDestination(dest) : Array.isArray(dest) ? dest : null;
        if (found !== null) targets.push(await document.getPageIndex(found[0]).catch(() => -1));
      }
      pages.push({
        width: right - left,
        height: upper - lower,
        texts: items.flatMap((item) => ('str' in item ? [{ text: item.str, x: item.transform[4], y: item.transform[5] }] : [])),
        targets,
        trim: boxOf(dictionary, 'TrimBox'),
        bleed: boxOf(dictionary, 'BleedBox'),
      });
      page.cleanup();
      progress?.(number, document.numPages);
    }
    return { version: raw.slice(5, 8), pages, labels, ...fontsOf(raw), intents: intentsOf(raw) };
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}

/** Loaded when a file is first read back. Where the machine has no canvas for it, it asks at its start for three names that reading text never uses. */
async function loadReader() {
  const world = globalThis as unknown as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {};
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function objectText(raw: string, id: number): string {
  const from = raw.indexOf(`\n${id} 0 obj`);
  return from < 0 ? '' : raw.slice(from, raw.indexOf('endobj', from));
}

function boxOf(dictionary: string, name: string): Box | null {
  const found = new RegExp(`/${name}\\s*\\[([^\\]]*)\\]`).exec(dictionary)?.[1]?.trim().split(/\s+/).map(Number);
  return found?.length === 4 && found.every(Number.isFinite) ? (found as unknown as Box) : null;
}

/** Fonts are found by their descriptors; one that has none is of the kind that every reader is to bring itself. */
function fontsOf(raw: string): { readonly fonts: number; readonly unembedded: readonly string[] } {
  const dictionaries = [...raw.matchAll(/\d+ 0 obj\s*<<(?:(?!endobj|stream)[\s\S])*?\/Type\s*\/Font(?:Descriptor)?\b[\s\S]*?endobj/g)].map(
    ([text]) => text,
  );
  const nameOf = (text: string) => /\/(?:FontName|BaseFont)\s*\/([^\s/<>[\]()]+)/.exec(text)?.[1] ?? '';
  const descriptors = dictionaries.filter((text) => /\/Type\s*\/FontDescriptor\b/.test(text));
  const without = descriptors.filter((text) => !/\/FontFile[23]?\s+\d+ 0 R/.test(text));
  const bare = dictionaries.filter(
    (text) => /\/Type\s*\/Font\b/.test(text) && !/\/Subtype\s*\/Type[03]\b/.test(text) && !/\/FontDescriptor\b/.test(text),
  );
  return { fonts: descriptors.length + bare.length, unembedded: [...without, ...bare].map(nameOf) };
}

function intentsOf(raw: string): string[] {
  return [...raw.matchAll(/\/Type\s*\/OutputIntent\b[\s\S]{0,2000}?\/S\s*\/(\w+)/g)].map(([, name = '']) => name);
}
