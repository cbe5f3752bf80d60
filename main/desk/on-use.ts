/** Parts of the desk that are loaded when one of their methods is first called: the start of a command does not wait for all of them. */

type Method = (...given: never[]) => Promise<unknown>;

/**
 * @param methods names of all methods of the part.
 * @param load makes the part; called once.
 */
export function partOnUse<Part extends { readonly [Name in keyof Part]: Method }>(
  methods: readonly (keyof Part & string)[],
  load: () => Promise<Part>,
): Part {
  let loaded: Promise<Part> | null = null;
  const part = () => {
    loaded ??= load();
    return loaded;
  };
  const call =
    (name: keyof Part) =>
    async (...given: never[]) =>
      (await part())[name](...given);
  return Object.fromEntries(methods.map((name) => [name, call(name)])) as unknown as Part;
}
