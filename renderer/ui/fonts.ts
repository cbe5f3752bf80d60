/** The fonts of the layout, loaded once each under a family name of their own, so that no font of the machine slips in. */

const asked = new Set<string>();

export function fontFamily(id: string): string {
  return `gazette-${id}`;
}

export function loadFont(id: string): void {
  if (asked.has(id)) return;
  asked.add(id);
  const face = new FontFace(fontFamily(id), `url("/fonts/${encodeURIComponent(id)}")`);
  document.fonts.add(face);
  // A font that is missing falls back to the browser's own; the places of the characters stay right.
  face.load().catch(() => asked.delete(id));
}
