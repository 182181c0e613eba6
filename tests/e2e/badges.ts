// Reads and operates the badges of a page. Their shadow roots are closed to the page but not to the debugging protocol.
import type { CDPSession, Page } from 'playwright-core';

/** One `<marquee-badge>` with the contents of its closed shadow root. */
export interface BadgeReading {
  /** The page's own text in the nearest ancestor that has text; at most 120 characters. */
  nearby: string;
  /** Accessible names (`aria-label`) inside. */
  label: string;
  /** Text inside. */
  text: string;
  /** The theme it is drawn for: `light` or `dark`. */
  theme: string;
  /** Names of the elements inside, without duplicates. */
  elements: string[];
}

/** A node as CDP describes it (chromedevtools.github.io/devtools-protocol/tot/DOM/#type-Node). */
interface CdpNode {
  backendNodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

const badgeQuery = `[...document.querySelectorAll('marquee-badge')]`;

/** Returns every badge of the page, in document order. Reads them again if some came or went meanwhile. */
export async function readBadges(page: Page): Promise<BadgeReading[]> {
  for (let left = 20; ; left -= 1) {
    const before = await page.locator('marquee-badge').count();
    const badges = await readOnce(page);
    const after = await page.locator('marquee-badge').count();
    if (left === 0 || (badges.length === before && after === before)) return badges;
  }
}

async function readOnce(page: Page): Promise<BadgeReading[]> {
  const nearbyTexts = await page.evaluate(() =>
    [...document.querySelectorAll('marquee-badge')].map((badge) => {
      let place: Element | null = badge.parentElement;
      while (place && !place.textContent.trim()) place = place.parentElement;
      return (place?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 120);
    }),
  );
  const nodes = await describeBadges(page);
  return nodes.map((node, index) => ({
    nearby: nearbyTexts[index] ?? '',
    label: listNodes(node).flatMap(readLabel).join(' | '),
    text: readText(node),
    theme: listNodes(node).flatMap((inner) => readAttribute(inner, 'data-theme'))[0] ?? '',
    elements: [
      ...new Set(
        listNodes(node).flatMap(({ nodeName, attributes }) => (attributes ? nodeName.toLowerCase() : [])),
      ),
    ],
  }));
}

/** Waits for at least `count` badges and returns all. Throws, with their number, after `timeoutMs`. */
export async function waitForBadges(page: Page, count = 1, timeoutMs = 15_000): Promise<BadgeReading[]> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await page.evaluate(() => document.querySelectorAll('marquee-badge').length);
    if (found >= count) return readBadges(page);
    if (Date.now() > end) throw new Error(`${page.url()} has ${found} badges instead of ${count}.`);
    await page.waitForTimeout(50);
  }
}

/** Waits for a badge whose label or text matches, and returns it. Throws, with all badges, after `timeoutMs`. */
export async function waitForBadgeText(
  page: Page,
  wanted: RegExp,
  timeoutMs = 15_000,
): Promise<BadgeReading> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const badges = await readBadges(page);
    const found = badges.find(({ label, text }) => wanted.test(label) || wanted.test(text));
    if (found) return found;
    if (Date.now() > end) throw new Error(`No badge reads ${String(wanted)}: ${JSON.stringify(badges)}`);
    await page.waitForTimeout(100);
  }
}

/** Waits until a badge, its open details included, shows matching text. Throws, with all badges, after 15 seconds. */
export async function waitForDetails(page: Page, wanted: RegExp): Promise<BadgeReading> {
  const end = Date.now() + 15_000;
  for (;;) {
    const badges = await readBadges(page);
    const found = badges.find(({ text }) => wanted.test(text));
    if (found) return found;
    if (Date.now() > end) throw new Error(`No badge shows ${String(wanted)}: ${JSON.stringify(badges)}`);
    await page.waitForTimeout(100);
  }
}

/** Clicks the element in a badge whose text or accessible name matches. */
export async function clickInBadge(page: Page, name: RegExp, index = 0): Promise<void> {
  const { x, y } = await findInBadge(page, name, index);
  await page.mouse.click(x, y);
}

/** Moves the mouse onto a badge, which opens its details. */
export async function hoverBadge(page: Page, index = 0): Promise<void> {
  const badge = page.locator('marquee-badge').nth(index);
  await badge.scrollIntoViewIfNeeded();
  const box = await badge.boundingBox();
  if (!box) throw new Error('The badge has no box.');
  await page.mouse.move(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2, { steps: 3 });
}

/** Returns the centre of a badge's innermost element whose text or accessible name matches. Throws if there is none. */
async function findInBadge(page: Page, name: RegExp, index: number): Promise<{ x: number; y: number }> {
  const badge = (await describeBadges(page))[index];
  if (!badge) throw new Error(`There is no badge ${index}.`);
  const fitting = listNodes(badge).filter(
    (node) =>
      node.attributes && (name.test(readText(node)) || readLabel(node).some((text) => name.test(text))),
  );
  const node = fitting.at(-1);
  if (!node) throw new Error(`Nothing in the badge is called ${String(name)}: ${readText(badge)}`);
  return withSession(page, async (session) => {
    const { quads } = await session.send('DOM.getContentQuads', { backendNodeId: node.backendNodeId });
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? [];
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  });
}

async function describeBadges(page: Page): Promise<CdpNode[]> {
  return withSession(page, async (session) => {
    const { result } = await session.send('Runtime.evaluate', { expression: badgeQuery });
    const { result: items } = await session.send('Runtime.getProperties', {
      objectId: result.objectId ?? '',
      ownProperties: true,
    });
    const badges = items.filter(({ name, value }) => /^\d+$/.test(name) && value?.objectId);
    return Promise.all(
      badges.map(async ({ value }) => {
        const { node } = await session.send('DOM.describeNode', {
          objectId: value?.objectId,
          depth: -1,
          pierce: true,
        });
        return node;
      }),
    );
  });
}

async function withSession<Result>(
  page: Page,
  use: (session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const session = await page.context().newCDPSession(page);
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

function listNodes(node: CdpNode): CdpNode[] {
  return [node, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(listNodes)];
}

function readAttribute(node: CdpNode, name: string): string[] {
  const at = node.attributes?.indexOf(name) ?? -1;
  return at < 0 ? [] : [node.attributes?.[at + 1] ?? ''];
}

const readLabel = (node: CdpNode): string[] => readAttribute(node, 'aria-label');

/** A figure is generated content, so that the page cannot find it. */
const readFigure = (node: CdpNode): string[] => readAttribute(node, 'data-text');

function readText(node: CdpNode): string {
  const parts = listNodes(node).filter((one) => one.nodeName === '#text' || readFigure(one).length > 0);
  const inStyle = new Set(
    listNodes(node)
      .filter(({ nodeName }) => nodeName === 'STYLE')
      .flatMap(listNodes),
  );
  return parts
    .flatMap((part) => (inStyle.has(part) ? [] : [...readFigure(part), part.nodeValue]))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
