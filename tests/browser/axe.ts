/** What axe-core finds on the screen that is shown: everything serious or worse, one line a rule, with the first places. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const places = 4;

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

export interface AxeOptions {
  /** A selector; the whole window without it. */
  readonly within?: string;
  /** Without the printed pages: some thousand characters, always black on white. */
  readonly withoutPages?: boolean;
  /** Only these rules; all without it. */
  readonly only?: readonly string[];
}

export async function seriousTrouble(page: Page, { within, withoutPages = false, only }: AxeOptions = {}): Promise<readonly string[]> {
  const rules = only === undefined ? { rules: { 'label-content-name-mismatch': { enabled: true } } } : { runOnly: only };
  const place = JSON.stringify({ include: [within ?? 'html'], ...(withoutPages ? { exclude: ['.paper'] } : {}) });
  // Half a megabyte: sent and read once a page, not with every look.
  if (!(await page.evaluate('window.axe !== undefined'))) await page.evaluate(source);
  const asked = `(async () => {
    // What fades has its colours only at the end.
    for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().iterations !== Infinity) one.finish();
    return (await window.axe.run(${place}, ${JSON.stringify({ resultTypes: ['violations'], ...rules })})).violations;
  })()`;
  const violations = (await page.evaluate(asked)) as readonly Violation[];
  // An open menu hides the rest from screen readers and keeps the focus to itself; axe sees only the first half of it.
  const isBehindMenu = ({ html }: { readonly html: string }) => html.includes('data-aria-hidden="true"');
  const hasMenu = (await page.getByRole('menu').count()) > 0;
  return violations
    .map((one) => (one.id === 'aria-hidden-focus' && hasMenu ? { ...one, nodes: one.nodes.filter((node) => !isBehindMenu(node)) } : one))
    .filter(({ impact, nodes }) => nodes.length > 0 && (impact === 'serious' || impact === 'critical'))
    .map(({ id, nodes }) => {
      const first = nodes.slice(0, places).map(({ html, failureSummary }) => {
        const contrast = /contrast of [\d.]+ .*?\)/.exec(failureSummary ?? '')?.[0] ?? '';
        return `${html.slice(0, 160)} ${contrast}`.trim();
      });
      return `${id} (${nodes.length}): ${first.join(' | ')}`;
    });
}
