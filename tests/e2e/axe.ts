// Runs axe on a page.
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

/** Our pages have no frames, so the legacy mode works and does not need a second page. */
const buildAxe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/** Returns the violations of axe's default rules, each described in a line. */
export async function listViolations(page: Page, exceptRules: string[] = []): Promise<string[]> {
  const { violations } = await buildAxe(page).disableRules(exceptRules).analyze();
  return describe(violations);
}

/** Returns the violations in light mode, and of contrast in dark mode, where everything else is the same. */
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
