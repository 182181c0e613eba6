// What axe finds on a page.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

const describe = (violations: Violation[]): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );

/** Our pages have no frames: the legacy mode spares a second page to gather what they hold. */
const buildAxe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/** What axe finds with the rules it has on by default, in words. */
export async function listViolations(page: Page, exceptRules: string[] = []): Promise<string[]> {
  const { violations } = await buildAxe(page).disableRules(exceptRules).analyze();
  return describe(violations);
}

/** What axe finds in light, and of the contrast in dark, where all else is the same; in words. */
export async function listViolationsInBoth(page: Page, exceptRules: string[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = buildAxe(page);
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    else axe.disableRules(exceptRules);
    const { violations } = await axe.analyze();
    found.push(...describe(violations).map((text) => `${colorScheme}: ${text}`));
  }
  return found;
}
