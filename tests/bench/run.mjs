/** npm run bench: our pages against Typst's, from cold; the growth with the text; one edit. Runs on Node 22, like the program. */
import { onNode22 } from '../../build/node22.cjs';

if (await onNode22(import.meta.url, process.argv.slice(2))) {
  // The bench is TypeScript without a build: Node strips the types.
  process.removeAllListeners('warning');
  const { bench } = await import('./bench.ts');
  await bench();
}
