/** The fonts of print for the text: loaded once the document stands, for they are large and the text can be read without them. */

const faces = ['song', 'hei', 'kai', 'title'] as const;

export function loadFontsLater(): void {
  const load = () => {
    const known = new Set([...document.fonts].map((face) => face.family.replaceAll('"', '')));
    for (const id of faces) {
      if (known.has(`gazette-${id}`)) continue;
      const face = new FontFace(`gazette-${id}`, `url("/fonts/${id}")`);
      document.fonts.add(face);
      face.load().catch(() => document.fonts.delete(face));
    }
  };
  setTimeout(load, 600);
}
