import type { TabReading } from '../../lib/messaging/protocol.ts';
import { loadBadgeScript } from './load-script.ts';
import type { PageFilms } from './page-films.ts';
import type { Quietly } from './read/page-changes.ts';
import { readPart } from './read/read-part.ts';
import { createReading } from './read/reading.ts';

/** One page as the address names it; a route change ends it and begins another. */
export interface Visit {
  /** Reads these parts again, or the whole page (null). */
  read(roots: Element[] | null): void;
  /** Records the changed nodes, and the nodes removed without a replacement. */
  touch(touched: Set<Node>, removed: Set<Node>): void;
  /** Requests all places again. */
  refresh(): Promise<void>;
  /** Returns the reading for the popup; null if the visit ends before the page is read. */
  describe(): Promise<TabReading | null>;
  /** Removes every badge. */
  end(): void;
}

/** Reads the page, requests its films and shows their badges. Calls `onSilence` when the background cannot be reached. */
export function beginVisit(quietly: Quietly, onSilence: () => void): Visit {
  const url = location.href;
  const controller = new AbortController();
  const { signal } = controller;
  let films: PageFilms | undefined;
  const reading = createReading(
    {
      readPart: (root) => readPart(url, root, signal),
      async prepare() {
        const loaded = films ? undefined : await loadBadgeScript();
        if (signal.aborted) return false;
        const findTextParts = () => globalThis.marquee.text?.textParts;
        films ??= loaded?.createPageFilms({ quietly, onSilence, findTextParts }, signal);
        return films !== undefined;
      },
      selectPlaces: (...found) => globalThis.marquee.reader?.selectPlaces(...found) ?? [],
      onRead: (places, root) => films?.take(places, root),
    },
    signal,
  );
  reading.read(null);
  return {
    read: reading.read,
    touch(touched, removed) {
      reading.touch(touched);
      films?.drop(touched, removed);
    },
    refresh: async () => films?.refresh(),
    async describe() {
      const whole = await reading.findWhole();
      if (!whole) return null;
      const shown = films?.describe(whole.subject) ?? { subject: null, mentions: [], badgeCount: 0 };
      return { url, review: whole.review, ...shown };
    },
    end: () => controller.abort(),
  };
}
