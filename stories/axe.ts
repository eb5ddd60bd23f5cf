import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}
declare const axe: { run: (options: object) => Promise<{ violations: Violation[] }> };

/**
 * What axe finds serious or critical on the page as it stands, one line each; nothing = an empty list. Of these rules only,
 * when some are named, and then however grave.
 */
export async function seriousFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The page's policy forbids foreign scripts; the tool speaks to the browser beside it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const runOnly = rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const violations = await page.evaluate(async (only) => (await axe.run({ runOnly: only })).violations, runOnly);
  return violations
    .filter(({ impact }) => rules !== undefined || impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ')}`),
    );
}
