/**
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8), written by hand: pdfkit's own elements keep a closure for each
 * piece of content and know no spans of table cells. Uses of pdfkit (0.20.2, pinned) the page's `structParentTreeKey`,
 * `getStructTreeRoot` and `createStructParentTreeNextKey`; tests/main/export/archive.test.ts reads the tree back.
 */

/** The standard structure types that are used (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Art'
  | 'Div'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Caption'
  | `H${1 | 2 | 3 | 4 | 5 | 6}`
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

export interface ElementFacts {
  readonly title?: string;
  /** What stands for a picture where it cannot be seen (14.9.3). */
  readonly alt?: string;
  /** Attributes with their owner (14.8.5). */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export interface StructureElement {
  readonly type: StructureType;
  readonly reference: PDFKit.PDFKitReference;
}

export interface Tags {
  /** The one element under the root of the tree. */
  readonly document: StructureElement;
  add(parent: StructureElement, type: StructureType, facts?: ElementFacts): StructureElement;
  /** Begins a piece of content of `element` on the current page; gives the operator. End it with `endContent`. */
  begin(element: StructureElement): string;
  /** An annotation of the current page becomes a child of `element` (14.7.4.3); gives its `StructParent`. */
  reserveAnnotation(element: StructureElement): number;
  placeAnnotation(element: StructureElement, annotation: PDFKit.PDFKitReference): void;
  /** Writes the elements; before the document is ended. */
  finish(): void;
}

export const endContent = 'EMC';

/** What is not part of the text: running heads, folios and repeated table heads, or rules and frames (14.8.2.2). */
export function beginArtifact(type: 'Pagination' | 'Layout'): string {
  return `/Artifact <</Type /${type}>> BDC`;
}

type Kid =
  | { readonly of: 'element'; readonly reference: PDFKit.PDFKitReference }
  | { readonly of: 'content'; readonly page: PDFKit.PDFKitReference; readonly mcid: number }
  | { readonly of: 'annotation'; readonly page: PDFKit.PDFKitReference; readonly reference: PDFKit.PDFKitReference };

interface Written extends StructureElement {
  readonly parent: PDFKit.PDFKitReference;
  readonly facts: ElementFacts;
  readonly kids: Kid[];
}

interface Inside {
  readonly page: PDFKit.PDFPage & { readonly structParentTreeKey: number };
  getStructTreeRoot(): PDFKit.PDFKitReference & {
    readonly data: {
      K?: unknown;
      readonly ParentTree: { get(key: number): PDFKit.PDFKitReference[]; add(key: number, value: unknown): void };
    };
  };
  createStructParentTreeNextKey(): number;
}

/** @param document made with the option `tagged`. */
export function createTags(document: PDFKit.PDFDocument): Tags {
  const inside = document as unknown as Inside;
  const root = inside.getStructTreeRoot();
  const written: Written[] = [];
  const make = (parent: PDFKit.PDFKitReference, type: StructureType, facts: ElementFacts): Written => {
    const element = { type, reference: document.ref({}), parent, facts, kids: [] };
    written.push(element);
    return element;
  };
  const top = make(root, 'Document', {});
  root.data.K = [top.reference];
  return {
    document: top,
    add(parent, type, facts = {}) {
      const element = make(parent.reference, type, facts);
      (parent as Written).kids.push({ of: 'element', reference: element.reference });
      return element;
    },
    begin(element) {
      const { page } = inside;
      const owners = root.data.ParentTree.get(page.structParentTreeKey);
      const mcid = owners.length;
      owners.push(element.reference);
      (element as Written).kids.push({ of: 'content', page: page.dictionary, mcid });
      return `/${element.type} <</MCID ${mcid}>> BDC`;
    },
    reserveAnnotation(element) {
      const key = inside.createStructParentTreeNextKey();
      root.data.ParentTree.add(key, element.reference);
      return key;
    },
    placeAnnotation(element, annotation) {
      (element as Written).kids.push({ of: 'annotation', page: inside.page.dictionary, reference: annotation });
    },
    finish() {
      for (const element of written) write(element);
    },
  };
}

function write({ type, reference, parent, facts, kids }: Written): void {
  const home = kids.find((kid) => kid.of === 'content');
  const page = home?.of === 'content' ? home.page : undefined;
  Object.assign(reference.data as object, {
    Type: 'StructElem',
    S: type,
    P: parent,
    Pg: page,
    K: kids.map((kid) => kidValue(kid, page)),
    T: facts.title === undefined ? undefined : new String(facts.title),
    Alt: facts.alt === undefined ? undefined : new String(facts.alt),
    A: facts.attributes,
  });
  (reference as unknown as { end(): void }).end();
}

/** Content on the element's own page is a bare number, content on other pages says its page. */
function kidValue(kid: Kid, page: PDFKit.PDFKitReference | undefined): unknown {
  switch (kid.of) {
    case 'element':
      return kid.reference;
    case 'content':
      return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
    case 'annotation':
      return { Type: 'OBJR', Pg: kid.page, Obj: kid.reference };
  }
}
