import type { MountedBadge } from '../../../components/badge/badge.ts';
import type { Spot } from '../../../components/badge/spots.ts';
import type { TextParts } from '../../../components/badge/text-parts.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import type { PlaceView } from '../places.ts';
import type { BadgeKit } from './badge-kit.ts';
import { formatHintKey } from './hint-key.ts';

/** The name of a badge's host element: a fixed contract. */
const badgeTag = 'marquee-badge';
/** How often a badge that the page removes is restored. */
const maxRemounts = 3;

interface Mounted {
  place: Sighting;
  key: string;
  /** The view it shows, to detect a change. */
  shown: string;
  /** The text of its element when it was read, to detect a recycled row. */
  words: string;
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
  /** The text of the places at the end of the reading that found them. */
  read: WeakMap<Sighting, string>;
  /** Whether the badges follow the page's theme, as they do from the first badge on. */
  areFollowing: boolean;
  /** Aborted at the end of the visit. */
  signal: AbortSignal;
}

export const createBadgeHosts = (tasks: BadgeTasks, signal: AbortSignal): BadgeHosts => ({
  ...tasks,
  mounted: new Map(),
  read: new WeakMap(),
  areFollowing: false,
  signal,
});

export const listMounted = ({ mounted }: BadgeHosts): Sighting[] =>
  [...mounted.values()].map((badge) => badge.place);

/** Whether the place has its badge, even if the page has removed the host. */
export function hasBadge({ mounted }: BadgeHosts, place: Sighting): boolean {
  const anchor = findAnchor(place);
  const badge = anchor && mounted.get(anchor);
  return !!badge && isSame(anchor, badge, formatHintKey(place.hint));
}

/**
 * Mounts badges at places whose text has not changed since the reading. Reads all styles before it mounts the first, so as
 * not to force a layout in between.
 */
export function mountBadges(hosts: BadgeHosts, shown: PlaceView[]): void {
  const { kit } = hosts;
  if (!hosts.areFollowing) kit.watchTheme(() => followTheme(hosts), hosts.signal);
  hosts.areFollowing = true;
  const spots = shown.map(({ place }) => {
    const node = findNode(place);
    return node?.isConnected && hosts.read.get(place) === readWhole(hosts, node) ? kit.findSpot(node) : null;
  });
  shown.forEach((one, index) => spots[index] && mountOne(hosts, one, spots[index]));
}

function mountOne(hosts: BadgeHosts, { place, view }: PlaceView, found: Spot): void {
  const { kit, mounted, onRateOrLog } = hosts;
  const anchor = cutAnchor(hosts, place);
  if (!anchor || view === null) return;
  const spot = anchor instanceof Text ? { ...found, at: anchor } : found;
  const before = mounted.get(anchor);
  if (before) remove(hosts, anchor, before);
  const host = document.createElement(badgeTag);
  const drawn = kit.drawBadge(host, view, { theme: spot.theme, onRateOrLog: () => onRateOrLog(place) });
  const words = readWords(anchor);
  kit.placeHost(spot, host);
  const key = formatHintKey(place.hint);
  mounted.set(anchor, { place, key, shown: JSON.stringify(view), words, spot, host, drawn, remounts: 0 });
}

function remove(hosts: BadgeHosts, anchor: Anchor, badge: Mounted, isRemoved = false): void {
  const { mounted } = hosts;
  badge.drawn.remove();
  badge.host.remove();
  mounted.delete(anchor);
  if (!(anchor instanceof Text)) return;
  const joined = hosts.findTextParts()?.join(anchor, badge.words, isRemoved);
  for (const gone of joined?.gone ?? []) {
    const next = mounted.get(gone);
    if (!next) continue;
    mounted.delete(gone);
    if (joined?.isJoined)
      mounted.set(anchor, { ...next, words: readWords(anchor), spot: { ...next.spot, at: anchor } });
    else remove(hosts, gone, next);
  }
}

/** Whether the place now has another film's badge, since the page reused the row during the request. */
function isTaken({ mounted }: BadgeHosts, { place }: PlaceView): boolean {
  const anchor = findAnchor(place);
  const badge = anchor && mounted.get(anchor);
  return !!badge && badge.key !== formatHintKey(place.hint);
}

/** Returns the views that differ from those shown. */
export function listChanged({ mounted }: BadgeHosts, views: PlaceView[]): PlaceView[] {
  return views.filter(({ place, view }) => {
    const anchor = findAnchor(place);
    const badge = anchor && mounted.get(anchor);
    return badge ? badge.shown !== JSON.stringify(view) : view !== null;
  });
}

/** Redraws existing badges, mounts new ones, and removes those without a view. */
export function updateBadges(hosts: BadgeHosts, views: PlaceView[]): void {
  const added: PlaceView[] = [];
  for (const { place, view } of views.filter((one) => !isTaken(hosts, one))) {
    const anchor = findAnchor(place);
    const badge = anchor && hosts.mounted.get(anchor);
    if (!badge) {
      if (view !== null) added.push({ place, view });
    } else if (view === null) remove(hosts, anchor, badge);
    else {
      badge.shown = JSON.stringify(view);
      badge.drawn.update(view);
    }
  }
  mountBadges(hosts, added);
}

/** Updates the theme of each badge. Reads all styles before it changes the first. */
function followTheme({ kit, mounted }: BadgeHosts): void {
  const themes = [...mounted].map(([anchor, { drawn }]) => {
    const box = anchor instanceof Element ? anchor : anchor.parentElement;
    return { drawn, theme: box && kit.findTheme(box) };
  });
  for (const { drawn, theme } of themes) if (theme) drawn.setTheme(theme);
}

/** Records the places of a reading of `root` (null: all), and removes badges whose place now names another film. */
export function keepBadges(hosts: BadgeHosts, places: Sighting[], root: Element | null): void {
  const keys = new Map<Anchor | null, string>();
  for (const place of places) {
    keys.set(findAnchor(place), formatHintKey(place.hint));
    const node = findNode(place);
    if (node) hosts.read.set(place, readWhole(hosts, node));
  }
  for (const [anchor, badge] of hosts.mounted) {
    if (root && anchor.isConnected && !root.contains(anchor)) continue;
    if (!anchor.isConnected || !isSame(anchor, badge, keys.get(anchor))) remove(hosts, anchor, badge);
    else if (!badge.host.isConnected && badge.remounts < maxRemounts) {
      // The page removed it: it is restored a few times.
      badge.remounts += 1;
      hosts.kit.placeHost(badge.spot, badge.host);
    }
  }
}

/** Removes, before the paint, the badges whose text has just changed. `removed`: nodes removed without a replacement. */
export function dropChanged(hosts: BadgeHosts, touched: Set<Node>, removed: Set<Node>): void {
  for (const [anchor, badge] of hosts.mounted) {
    const isTouched = () => [...touched].some((node) => node.contains(anchor) || anchor.contains(node));
    if (!anchor.isConnected || (isTouched() && badge.words !== readWords(anchor)))
      remove(hosts, anchor, badge, removed.has(anchor));
  }
}

export function removeBadges(hosts: BadgeHosts): void {
  for (const [anchor, badge] of hosts.mounted) remove(hosts, anchor, badge);
}

const findNode = ({ element, textEnd }: Sighting): Anchor | null => element ?? textEnd?.text ?? null;

/** Returns the anchor of a place's badge; null for a text that is not cut there yet. */
function findAnchor({ element, textEnd }: Sighting): Anchor | null {
  return element ?? (textEnd && textEnd.offset === textEnd.text.length ? textEnd.text : null);
}

/** Returns the anchor, after cutting the text at the end of the title if needed. */
function cutAnchor({ findTextParts }: BadgeHosts, { element, textEnd }: Sighting): Anchor | null {
  return element ?? (textEnd && findTextParts()?.cut(textEnd.text, textEnd.offset)) ?? null;
}

/** Whether the badge's place still names the film it was mounted for. */
const isSame = (anchor: Anchor, { key, words }: Mounted, wanted: string | undefined): boolean =>
  key === wanted && words === readWords(anchor);

/** Returns the text of a title's anchor with the target of its link. */
function readWords(anchor: Anchor): string {
  if (anchor instanceof Text) return anchor.data;
  const link = anchor.closest('a') ?? anchor.querySelector('a');
  return `${anchor.textContent?.slice(0, 300)} ${link?.getAttribute('href')}`;
}

/** The text at a place, including the parts that were cut off from it. */
const readWhole = ({ findTextParts }: BadgeHosts, node: Anchor): string =>
  (node instanceof Text ? findTextParts()?.read(node) : undefined) ?? readWords(node);
