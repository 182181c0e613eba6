import type { MountedBadge } from '../../../components/badge/badge.ts';
import type { Spot } from '../../../components/badge/spots.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import type * as badgeKit from '../badge.ts';
import type { PlaceView } from '../places.ts';
import { formatHintKey } from './hint-key.ts';

type BadgeKit = typeof badgeKit;

/** The name of a badge's host element: a fixed contract. */
const badgeTag = 'marquee-badge';
/** A page that keeps removing a badge is left alone after so many times. */
const maxRemounts = 3;

interface Mounted {
  place: Sighting;
  key: string;
  /** What it shows, to tell whether another is. */
  shown: string;
  /** What its element or text said when it was read: a recycled row says something else. */
  words: string;
  spot: Spot;
  host: HTMLElement;
  drawn: MountedBadge;
  remounts: number;
}

/** The title's element; for one in running text the text node that ends with it. */
type Anchor = Element | Text;

/**
 * The badges of one page visit. The page is left as it was but for the host elements; their inside is a closed shadow
 * root.
 */
export interface BadgeHosts {
  mounted: Map<Anchor, Mounted>;
  /** What the places said at the end of the reading that found them. */
  read: WeakMap<Sighting, string>;
  /** Whether they follow the page's light or dark: from the first on. */
  areFollowing: boolean;
  onRateOrLog: (hint: SightedHint) => void;
  /** Aborted at the end of the visit. */
  signal: AbortSignal;
}

export const createBadgeHosts = (
  onRateOrLog: BadgeHosts['onRateOrLog'],
  signal: AbortSignal,
): BadgeHosts => ({
  mounted: new Map(),
  read: new WeakMap(),
  areFollowing: false,
  onRateOrLog,
  signal,
});

export const listMounted = ({ mounted }: BadgeHosts): Sighting[] =>
  [...mounted.values()].map((badge) => badge.place);

/** Whether the place has its badge already, be it that the page took the host away. */
export function hasBadge({ mounted }: BadgeHosts, place: Sighting): boolean {
  const anchor = findAnchor(place);
  const badge = anchor && mounted.get(anchor);
  return !!badge && isSame(anchor, badge, formatHintKey(place.hint));
}

/**
 * Mounts badges where the page still says what it said when it was read; all styles are read before the first is
 * mounted, so that the page is not laid out in between.
 */
export function mountBadges(hosts: BadgeHosts, shown: PlaceView[]): void {
  const kit = globalThis.marquee.badge;
  if (!kit) return;
  if (!hosts.areFollowing) kit.watchTheme(() => followTheme(hosts, kit), hosts.signal);
  hosts.areFollowing = true;
  const spots = shown.map(({ place }) => {
    const node = findNode(place);
    return node?.isConnected && hosts.read.get(place) === readWhole(node) ? kit.findSpot(node) : null;
  });
  shown.forEach((one, index) => spots[index] && mountOne(hosts, kit, one, spots[index]));
}

function mountOne(hosts: BadgeHosts, kit: BadgeKit, { place, view }: PlaceView, found: Spot): void {
  const { mounted, onRateOrLog } = hosts;
  const anchor = cutAnchor(place);
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
  const joined = globalThis.marquee.text?.textParts.join(anchor, badge.words, isRemoved);
  for (const gone of joined?.gone ?? []) {
    const next = mounted.get(gone);
    if (!next) continue;
    mounted.delete(gone);
    if (joined?.isJoined)
      mounted.set(anchor, { ...next, words: readWords(anchor), spot: { ...next.spot, at: anchor } });
    else remove(hosts, gone, next);
  }
}

/** Whether the badge there is of another film by now: the page has put another in that row while this one was asked for. */
function isTaken({ mounted }: BadgeHosts, { place }: PlaceView): boolean {
  const anchor = findAnchor(place);
  const badge = anchor && mounted.get(anchor);
  return !!badge && badge.key !== formatHintKey(place.hint);
}

/** Those that differ from what stands there. */
export function listChanged({ mounted }: BadgeHosts, views: PlaceView[]): PlaceView[] {
  return views.filter(({ place, view }) => {
    const anchor = findAnchor(place);
    const badge = anchor && mounted.get(anchor);
    return badge ? badge.shown !== JSON.stringify(view) : view !== null;
  });
}

/** Draws the states anew where a badge stands, mounts those that came, and removes those that went. */
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

/** Has each badge follow the page's light or dark, all styles read before the first is changed. */
function followTheme({ mounted }: BadgeHosts, kit: BadgeKit): void {
  const themes = [...mounted].map(([anchor, { drawn }]) => {
    const box = anchor instanceof Element ? anchor : anchor.parentElement;
    return { drawn, theme: box && kit.findTheme(box) };
  });
  for (const { drawn, theme } of themes) if (theme) drawn.setTheme(theme);
}

/** Takes in what a reading of `root` (null: all) found, and removes the badges there whose place names another film now. */
export function keepBadges(hosts: BadgeHosts, places: Sighting[], root: Element | null): void {
  const keys = new Map<Anchor | null, string>();
  for (const place of places) {
    keys.set(findAnchor(place), formatHintKey(place.hint));
    const node = findNode(place);
    if (node) hosts.read.set(place, readWhole(node));
  }
  for (const [anchor, badge] of hosts.mounted) {
    if (root && anchor.isConnected && !root.contains(anchor)) continue;
    if (!anchor.isConnected || !isSame(anchor, badge, keys.get(anchor))) remove(hosts, anchor, badge);
    else if (!badge.host.isConnected && badge.remounts < maxRemounts) {
      // The page took it away: it is put back a few times.
      badge.remounts += 1;
      globalThis.marquee.badge?.placeHost(badge.spot, badge.host);
    }
  }
}

/** Removes, before they are drawn again, the badges whose words have just become others. `removed`: with nothing in their place. */
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

/** What a badge of this place is kept under; null for a text that is not cut there yet. */
function findAnchor({ element, textEnd }: Sighting): Anchor | null {
  return element ?? (textEnd && textEnd.offset === textEnd.text.length ? textEnd.text : null);
}

/** The same, the text cut where the title ends. */
function cutAnchor({ element, textEnd }: Sighting): Anchor | null {
  return element ?? (textEnd && globalThis.marquee.text?.textParts.cut(textEnd.text, textEnd.offset)) ?? null;
}

/** Whether the badge's place still names the film it was mounted for. */
const isSame = (anchor: Anchor, { key, words }: Mounted, wanted: string | undefined): boolean =>
  key === wanted && words === readWords(anchor);

/** The words of a title's place, and where its link leads. */
function readWords(anchor: Anchor): string {
  if (anchor instanceof Text) return anchor.data;
  const link = anchor.closest('a') ?? anchor.querySelector('a');
  return `${anchor.textContent?.slice(0, 300)} ${link?.getAttribute('href')}`;
}

const readWhole = (node: Anchor): string =>
  node instanceof Text && globalThis.marquee.text
    ? globalThis.marquee.text.textParts.read(node)
    : readWords(node);
