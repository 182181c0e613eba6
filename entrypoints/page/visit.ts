import type { TabReading } from '../../lib/messaging/protocol.ts';
import { maxTitleLength } from '../../lib/messaging/types.ts';
import { loadBadgeScript } from './load-script.ts';
import type { PageFilms } from './page-films.ts';
import { findBox, type Root } from './page-sightings.ts';
import type { PageWatch } from './read/page-changes.ts';
import { readPart } from './read/read-part.ts';
import { createPageReader } from './read/page-reader.ts';
import { createShadowSearch } from './read/shadow-roots.ts';

/** The most works that are not films that the popup gets. */
const maxNonfilms = 20;

const cutTitle = (title: string): string => title.slice(0, maxTitleLength);

/** One page as the address names it; a route change ends it and begins another. */
export interface Visit {
  /** Reads these parts again, or the whole page (null). */
  read(roots: Root[] | null): void;
  /** Records the changed nodes (null: too many to look at), and the nodes removed without a replacement. */
  touch(touched: Set<Node> | null, removed: Set<Node>): void;
  /** Requests all sightings again. */
  refresh(): Promise<void>;
  /** Returns the reading for the popup; null if the visit ends before the page is read. */
  describe(): Promise<TabReading | null>;
  /** Removes every badge. */
  end(): void;
}

/** Reads the page, requests its films and shows their badges. Calls `onSilence` when the background cannot be reached. */
export function beginVisit({ quietly, observe, observeTexts }: PageWatch, onSilence: () => void): Visit {
  const controller = new AbortController();
  const { signal } = controller;
  let films: PageFilms | undefined;
  const reading = createPageReader(
    {
      readPart: (root) => readPart(location.href, root, signal),
      async prepare() {
        const loaded = films ? undefined : await loadBadgeScript();
        if (signal.aborted) return false;
        const findTextParts = () => globalThis.marquee.text?.textParts;
        films ??= loaded?.createPageFilms({ quietly, onSilence, findTextParts }, signal);
        return films !== undefined;
      },
      selectSightings: (...found) => globalThis.marquee.reader?.selectSightings(...found) ?? [],
      onRead(sightings, root) {
        observeTexts(sightings.flatMap((sighting) => findBox(sighting) ?? []));
        films?.take(sightings, root);
      },
      findShadows: createShadowSearch(observe, signal),
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
      return {
        url: whole.url,
        title: cutTitle(document.title),
        review: whole.review,
        nonfilms: whole.nonfilms
          .slice(0, maxNonfilms)
          .map(({ title, kind }) => ({ title: cutTitle(title), kind })),
        ...(films?.describe(whole) ?? { subject: null, films: [] }),
      };
    },
    end: () => controller.abort(),
  };
}
