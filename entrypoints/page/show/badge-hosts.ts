import type { MountedBadge } from '../../../components/badge/badge.ts';
import type { Spot } from '../../../components/badge/spots.ts';
import type { TextParts } from '../../../components/badge/text-parts.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import { chooseKey } from '../../../lib/films/find-id.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import type { BadgeView } from '../../../lib/messaging/types.ts';
import { isPartOf, type Root, type SightingView } from '../page-sightings.ts';
import type { BadgeKit } from './badge-kit.ts';

/** How often a badge that the page removes is restored; from the second time on, behind the title's element. */
const maxRemounts = 3;
/** The most badges that are compared with their titles at each frame of a page that changes too fast to be looked at. */
const mostCompared = 60;

interface Mounted {
  sighting: Sighting;
  key: string;
  /** The view without the user's own data. */
  open: BadgeView;
  /** The view it shows, to detect a change. */
  shown: string;
  /** The text of its element when it was read, to detect a recycled row. */
  words: string;
  /** The text that the title begins in, if it is another, and what it said. */
  first: Text | null;
  firstWords: string;
  /** The link that the text is in, or has in it. */
  link: Element | null;
  spot: Spot;
  host: HTMLElement;
  drawn: MountedBadge;
  remounts: number;
}

/** The title's element; in running text, the text node that ends with the title. */
type Anchor = Element | Text;

export interface BadgeTasks {
  kit: BadgeKit;
  /** Returns the code that cuts running text for badges; undefined if the page's text was not read. */
  findTextParts: () => TextParts | undefined;
  onRateOrLog: (hint: SightedHint) => void;
}

/**
 * The badges of one page visit. They add only host elements to the page, each with a closed shadow root.
 */
export interface BadgeHosts extends BadgeTasks {
  mounted: Map<Anchor, Mounted>;
  /** The badges that are still to be compared in this round, while the page changes too fast. */
  round: Iterator<[Anchor, Mounted]>;
  /** The text of the sightings at the end of the reading that found them. */
  read: WeakMap<Sighting, string>;
  /** Whether the badges follow the page's theme, as they do from the first badge on. */
  areFollowing: boolean;
  /** Aborted at the end of the visit. */
  signal: AbortSignal;
}

export function createBadgeHosts(tasks: BadgeTasks, signal: AbortSignal): BadgeHosts {
  const mounted: BadgeHosts['mounted'] = new Map();
  return { ...tasks, mounted, round: mounted.entries(), read: new WeakMap(), areFollowing: false, signal };
}

/** Whether the sighting has its badge, even if the page has removed the host. */
export function hasBadge({ mounted }: BadgeHosts, sighting: Sighting): boolean {
  const anchor = findAnchor(sighting);
  const badge = anchor && mounted.get(anchor);
  return !!badge && isSame(anchor, badge, chooseKey(sighting.hint));
}

/**
 * Mounts badges at sightings whose text has not changed since the reading. Reads all styles before it mounts the first, so as
 * not to force a layout in between.
 */
export function mountBadges(hosts: BadgeHosts, shown: SightingView[]): void {
  const { kit } = hosts;
  if (!hosts.areFollowing) kit.watchTheme(() => followTheme(hosts), hosts.signal);
  hosts.areFollowing = true;
  const spots = shown.map(({ sighting }) => {
    const node = findNode(sighting);
    return node?.isConnected && hosts.read.get(sighting) === readTitle(hosts, sighting, node)
      ? kit.findSpot(node)
      : null;
  });
  shown.forEach((one, index) => spots[index] && mountOne(hosts, one, spots[index]));
}

function mountOne(hosts: BadgeHosts, { sighting, view }: SightingView, found: Spot): void {
  const { kit, mounted, onRateOrLog } = hosts;
  const anchor = cutAnchor(hosts, sighting);
  if (!anchor || view === null) return;
  const spot = anchor instanceof Text ? { ...found, at: anchor } : found;
  const before = mounted.get(anchor);
  if (before) remove(hosts, anchor, before);
  const host = kit.createHost();
  const { theme, isSmall = false } = spot;
  const drawn = kit.drawBadge(host, view, { theme, isSmall, onRateOrLog: () => onRateOrLog(sighting) });
  const link = findLink(anchor);
  const words = readWords(anchor, link);
  kit.placeHost(spot, host);
  const key = chooseKey(sighting.hint);
  const shown = JSON.stringify(view);
  const first = sighting.textEnd?.first ?? null;
  const firstWords = readFirst(hosts, first);
  const badge = { sighting, key, open: view, shown, words, link, first, firstWords, spot, host, drawn };
  mounted.set(anchor, { ...badge, remounts: 0 });
}

function remove(hosts: BadgeHosts, anchor: Anchor, badge: Mounted, isRemoved = false): void {
  const { mounted } = hosts;
  badge.drawn.remove();
  badge.host.remove();
  mounted.delete(anchor);
  if (!(anchor instanceof Text)) return;
  const joined = hosts.findTextParts()?.join(anchor, badge.words, isRemoved);
  for (const gone of joined?.gone ?? []) {
    for (const other of mounted.values())
      if (joined?.isJoined && other.first === gone) {
        other.first = anchor;
        other.firstWords = readFirst(hosts, anchor);
      }
    const next = mounted.get(gone);
    if (!next) continue;
    mounted.delete(gone);
    if (joined?.isJoined)
      mounted.set(anchor, { ...next, words: readWords(anchor), spot: { ...next.spot, at: anchor } });
    else remove(hosts, gone, next);
  }
}

/** Whether the sighting now has another film's badge, since the page reused the row during the request. */
function isTaken({ mounted }: BadgeHosts, { sighting }: SightingView): boolean {
  const anchor = findAnchor(sighting);
  const badge = anchor && mounted.get(anchor);
  return !!badge && badge.key !== chooseKey(sighting.hint);
}

/** Returns the views that differ from those shown. */
export function listChanged({ mounted }: BadgeHosts, views: SightingView[]): SightingView[] {
  return views.filter(({ sighting, view }) => {
    const anchor = findAnchor(sighting);
    const badge = anchor && mounted.get(anchor);
    return badge ? JSON.stringify(badge.open) !== JSON.stringify(view) : view !== null;
  });
}

/** Redraws existing badges, mounts new ones, and removes those without a view. */
export function updateBadges(hosts: BadgeHosts, views: SightingView[]): void {
  const added: SightingView[] = [];
  for (const { sighting, view } of views.filter((one) => !isTaken(hosts, one))) {
    const anchor = findAnchor(sighting);
    const badge = anchor && hosts.mounted.get(anchor);
    if (!badge) {
      if (view !== null) added.push({ sighting, view });
    } else if (view === null) remove(hosts, anchor, badge);
    else {
      badge.open = view;
      redraw(badge, view);
    }
  }
  mountBadges(hosts, added);
}

function redraw(badge: Mounted, view: BadgeView): void {
  const next = JSON.stringify(view);
  if (badge.shown === next) return;
  badge.shown = next;
  badge.drawn.update(view);
}

/** Draws the user's own data into existing badges; null: the view without. Adds and removes none. */
export function fillBadges(hosts: BadgeHosts, views: SightingView[]): void {
  for (const one of views) {
    const anchor = findAnchor(one.sighting);
    const badge = anchor && hosts.mounted.get(anchor);
    if (badge && !isTaken(hosts, one)) redraw(badge, one.view ?? badge.open);
  }
}

/** Updates the theme of each badge. Reads all styles before it changes the first. */
function followTheme({ kit, mounted }: BadgeHosts): void {
  const themes = [...mounted].map(([anchor, { drawn }]) => {
    const box = anchor instanceof Element ? anchor : anchor.parentElement;
    return { drawn, theme: box && kit.findTheme(box) };
  });
  for (const { drawn, theme } of themes) if (theme) drawn.setTheme(theme);
}

/** Records the sightings of a reading of `root` (null: all), and removes badges whose title now names another film. */
export function keepBadges(hosts: BadgeHosts, sightings: Sighting[], root: Root | null): void {
  const keys = new Map<Anchor | null, string>();
  for (const sighting of sightings) {
    keys.set(findAnchor(sighting), chooseKey(sighting.hint));
    const node = findNode(sighting);
    if (node) hosts.read.set(sighting, readTitle(hosts, sighting, node));
  }
  for (const [anchor, badge] of hosts.mounted) {
    if (anchor.isConnected && !isPartOf(anchor, root)) continue;
    if (!anchor.isConnected || !isSame(anchor, badge, keys.get(anchor))) remove(hosts, anchor, badge);
    else if (!badge.host.isConnected && badge.remounts < maxRemounts) {
      // The page removed it: it is restored a few times.
      if (badge.remounts > 0 && anchor instanceof Element) badge.spot = { ...badge.spot, isInside: false };
      badge.remounts += 1;
      hosts.kit.placeHost(badge.spot, badge.host);
    }
  }
}

/**
 * Removes, before the paint, the badges whose text has just changed. `removed`: nodes removed without a replacement.
 * `touched` is null when any node may have changed: then a part of the badges is compared, and the next ones in later calls.
 */
export function dropChanged(hosts: BadgeHosts, touched: Set<Node> | null, removed: Set<Node>): void {
  const anchors = touched && findAnchors(hosts, touched);
  for (const [anchor, badge] of hosts.mounted) {
    const { first, link } = badge;
    const isTouched = anchors?.has(anchor) || (link && touched?.has(link)) || (first && touched?.has(first));
    if (!anchor.isConnected || first?.isConnected === false || (isTouched && isRenamed(hosts, anchor, badge)))
      remove(hosts, anchor, badge, removed.has(anchor));
  }
  if (!touched) compareSome(hosts);
}

/** The anchors that are among the nodes or have one of them inside. Each node is walked over once. */
function findAnchors({ mounted }: BadgeHosts, nodes: Set<Node>): Set<Node> {
  const walked = new Set<Node>();
  const anchors = new Set<Node>();
  for (const node of nodes)
    for (let at: Node | null = node; at && !walked.has(at); at = at.parentNode) {
      walked.add(at);
      if (mounted.has(at as Anchor)) anchors.add(at);
    }
  return anchors;
}

/** Compares the badges of this round with their titles, at most `mostCompared`. */
function compareSome(hosts: BadgeHosts): void {
  for (let count = 0; count < mostCompared; count += 1) {
    const next = hosts.round.next();
    if (next.done) {
      hosts.round = hosts.mounted.entries();
      return;
    }
    const [anchor, badge] = next.value;
    const { link } = badge;
    // Looking for the link takes most of the time.
    const isInPlace = link && (link.contains(anchor) || anchor.contains(link));
    if (isRenamed(hosts, anchor, badge, isInPlace ? link : findLink(anchor))) remove(hosts, anchor, badge);
  }
}

export function removeBadges(hosts: BadgeHosts): void {
  for (const [anchor, badge] of hosts.mounted) remove(hosts, anchor, badge);
}

const findNode = ({ element, textEnd }: Sighting): Anchor | null => element ?? textEnd?.text ?? null;

/** Returns the anchor of a sighting's badge; null for a text that is not cut there yet. */
function findAnchor({ element, textEnd }: Sighting): Anchor | null {
  return element ?? (textEnd && textEnd.offset === textEnd.text.length ? textEnd.text : null);
}

/** Returns the anchor, after cutting the text at the end of the title if needed. */
function cutAnchor({ findTextParts }: BadgeHosts, { element, textEnd }: Sighting): Anchor | null {
  return element ?? (textEnd && findTextParts()?.cut(textEnd.text, textEnd.offset)) ?? null;
}

/** Whether the badge's title still names the film it was mounted for. */
const isSame = (anchor: Anchor, { key, words }: Mounted, wanted: string | undefined): boolean =>
  key === wanted && words === readWords(anchor);

const findLink = (anchor: Anchor): Element | null =>
  anchor instanceof Text ? null : (anchor.closest('a') ?? anchor.querySelector('a'));

/** Returns the text of a title's anchor with the target of its link. */
function readWords(anchor: Anchor, link = findLink(anchor)): string {
  if (anchor instanceof Text) return anchor.data;
  return `${anchor.textContent?.slice(0, 300)} ${link?.getAttribute('href')}`;
}

/** Whether the text of the title, or the target of its link, is another than when it was read. */
const isRenamed = (hosts: BadgeHosts, anchor: Anchor, badge: Mounted, link = findLink(anchor)): boolean =>
  badge.words !== readWords(anchor, link) || badge.firstWords !== readFirst(hosts, badge.first);

const readFirst = (hosts: BadgeHosts, first: Text | null): string => (first ? readWhole(hosts, first) : '');

/** The text at a sighting, and that in which its title begins. */
const readTitle = (hosts: BadgeHosts, { textEnd }: Sighting, node: Anchor): string =>
  `${readFirst(hosts, textEnd?.first ?? null)} ${readWhole(hosts, node)}`;

/** The text of a node, including the parts that were cut off from it. */
const readWhole = ({ findTextParts }: BadgeHosts, node: Anchor): string =>
  (node instanceof Text ? findTextParts()?.read(node) : undefined) ?? readWords(node);
