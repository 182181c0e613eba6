import type { MountedBadge } from '../../components/badge/badge.ts';
import type { ShownBadgeState } from '../../components/badge/badge-text.ts';
import type { Sighting } from '../../lib/detect/types.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import type { BadgeState } from '../../lib/messaging/types.ts';
import { findTheme, type Theme } from './page-theme.ts';
import type { BadgeKit } from './load-script.ts';
import { formatHintKey } from './places.ts';

/** The name of a badge's host element: a fixed contract. */
export const badgeTag = 'marquee-badge';
/** A page that keeps removing a badge is left alone after so many times. */
const maxRemounts = 3;
/** Elements that take the badge as their last child; after all others it stands as the next sibling. */
const holders = 'h1, h2, h3, h4, h5, h6, p, li, td, th, dd, dt, div, section, article, figcaption, caption';

export interface ShownPlace {
  place: Sighting;
  state: ShownBadgeState;
}

interface Mounted {
  anchor: Element;
  place: Sighting;
  key: string;
  /** The anchor's text when it was read: a recycled row has another. */
  text: string | null;
  host: HTMLElement;
  drawn: MountedBadge;
  remounts: number;
}

export type BadgeHosts = ReturnType<typeof createBadgeHosts>;

/**
 * Keeps the badges of one page visit: mounts, updates, prunes and removes them. The page is left as it was but for the
 * host elements; their inside is a closed shadow root.
 */
export function createBadgeHosts(handlers: { onRateOrLog: (hint: SightedHint) => void }) {
  const mounted = new Map<Element, Mounted>();
  const remove = (badge: Mounted): void => {
    unmount(badge);
    mounted.delete(badge.anchor);
  };
  const mountOne = (place: Sighting, state: ShownBadgeState, theme: Theme): void => {
    const anchor = place.element;
    const kit = globalThis.marqueeBadge;
    if (!kit || !anchor?.isConnected) return;
    const before = mounted.get(anchor);
    if (before) remove(before);
    mounted.set(anchor, mountHost(kit, anchor, place, state, theme, handlers.onRateOrLog));
  };

  return {
    listPlaces: () => [...mounted.values()].map((badge) => badge.place),

    /** Whether the place has its badge already, be it that the page took the host away. */
    has(place: Sighting): boolean {
      const badge = place.element && mounted.get(place.element);
      return !!badge && isSame(badge, formatHintKey(place.hint));
    },

    /** Mounts badges; all styles are read before the first is mounted, so that the page is not laid out in between. */
    mount(shown: ShownPlace[]): void {
      const themes = shown.map(({ place }) => (place.element ? findTheme(place.element) : 'light'));
      shown.forEach(({ place, state }, index) => mountOne(place, state, themes[index] ?? 'light'));
    },

    /** Draws the states anew where a badge stands, mounts those that came, and removes those that went. */
    update(states: { place: Sighting; state: BadgeState }[]): void {
      const added: ShownPlace[] = [];
      for (const { place, state } of states) {
        const badge = place.element && mounted.get(place.element);
        if (!badge) {
          if (state.kind !== 'none') added.push({ place, state });
        } else if (state.kind === 'none') remove(badge);
        else badge.drawn.update(state);
      }
      this.mount(added);
    },

    /** Removes the badges inside `root` (null: all) whose place is gone, changed or names another film now. */
    keepOnly(places: Sighting[], root: Element | null): void {
      const keys = new Map(places.map((place) => [place.element, formatHintKey(place.hint)]));
      for (const [anchor, badge] of mounted) {
        if (root && anchor.isConnected && !root.contains(anchor)) continue;
        if (!anchor.isConnected || !isSame(badge, keys.get(anchor))) remove(badge);
        else remount(badge);
      }
    },

    removeAll(): void {
      for (const badge of mounted.values()) remove(badge);
    },
  };
}

function mountHost(
  kit: BadgeKit,
  anchor: Element,
  place: Sighting,
  state: ShownBadgeState,
  theme: Theme,
  onRateOrLog: (hint: SightedHint) => void,
): Mounted {
  const host = document.createElement(badgeTag);
  const shadow = host.attachShadow({ mode: 'closed' });
  addStyle(shadow, kit.badgeCss);
  const drawn = kit.mountBadge(shadow, state, { theme, onRateOrLog: () => onRateOrLog(place) });
  const text = readText(anchor);
  placeHost(anchor, host);
  return { anchor, place, key: formatHintKey(place.hint), text, host, drawn, remounts: 0 };
}

function unmount({ drawn, host }: Mounted): void {
  drawn.remove();
  host.remove();
}

/** Puts a badge back that the page took away, a few times. */
function remount(badge: Mounted): void {
  if (badge.host.isConnected || badge.remounts >= maxRemounts) return;
  badge.remounts += 1;
  placeHost(badge.anchor, badge.host);
}

/** Whether the badge's place still names the film it was mounted for. */
const isSame = ({ key, text, anchor }: Mounted, wanted: string | undefined): boolean =>
  key === wanted && text === readText(anchor);

let sheet: CSSStyleSheet | null = null;

/** One sheet for all badges; a style element where the browser keeps content scripts from sharing one. */
function addStyle(shadow: ShadowRoot, badgeCss: string): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(badgeCss);
    }
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = badgeCss;
    shadow.append(style);
  }
}

const readText = (element: Element) => element.textContent?.slice(0, 300) ?? null;

function placeHost(anchor: Element, host: HTMLElement): void {
  if (anchor.matches(holders)) anchor.append(host);
  else anchor.after(host);
}

/** The places in the window first, then the rest in the order of the page. */
export function sortNearestFirst(shown: ShownPlace[]): Promise<ShownPlace[]> {
  if (shown.length < 2) return Promise.resolve(shown);
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        observer.disconnect();
        const near = new Set(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
        const isNear = ({ place }: ShownPlace) => place.element !== null && near.has(place.element);
        resolve([...shown.filter(isNear), ...shown.filter((one) => !isNear(one))]);
      },
      { rootMargin: '50%' },
    );
    for (const { place } of shown) if (place.element) observer.observe(place.element);
  });
}
