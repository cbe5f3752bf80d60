/** What axe-core finds on the screen that is shown: everything serious or worse, one line a rule, with the first places. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const places = 4;

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string; readonly failureSummary?: string }[];
}

/** @param within only there; the whole window without it. */
export async function seriousTrouble(page: Page, within?: string): Promise<readonly string[]> {
  const asked = `(async () => {
    // What fades in has its colours only at the end.
    await Promise.all(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished.catch(() => null)));
    if (window.axe === undefined) { ${source} }
    return (await window.axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } })).violations;
  })()`;
  const violations = (await page.evaluate(asked)) as readonly Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const first = nodes.slice(0, places).map(({ html, failureSummary }) => {
        const contrast = /contrast of [\d.]+ .*?\)/.exec(failureSummary ?? '')?.[0] ?? '';
        return `${html.slice(0, 160)} ${contrast}`.trim();
      });
      return `${id} (${nodes.length}): ${first.join(' | ')}`;
    });
}
