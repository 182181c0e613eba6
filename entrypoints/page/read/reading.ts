import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import { waitForIdle } from '../idle-slices.ts';
import { findRow } from '../places.ts';
import { joinRoots } from './changed-roots.ts';
import type { selectPlaces } from './select-places.ts';

/** A row that changed while it was read is read again after this long, in ms; doubles while it keeps changing, up to the longest. */
export const shortestAgainMs = 500;
export const longestAgainMs = 16_000;
/** A page that changes in more places at once is shown as it was read; the next reading corrects it. */
export const maxTouched = 200;
/** More mentions than this are selected in a separate slice. */
const manyMentions = 300;

export interface ReadingTasks {
  /** Reads `root` (null: the page). Returns null when the visit has ended. */
  readPart: (root: Element | null) => Promise<PageReading | null>;
  /** Loads the code that shows films. Returns false if it cannot be loaded; a later reading tries again. */
  prepare: () => Promise<boolean>;
  selectPlaces: typeof selectPlaces;
  /** Called with the places to show in `root`, without those that changed during the reading, which are read again later. */
  onRead: (places: Sighting[], root: Element | null) => void;
}

/** Decides which parts of a page are read, and when: one after another, so that no older reading overwrites a newer one. */
export interface Reading {
  /**
   * Reads these parts, or the whole page (null). A part with the page's heading is never read alone, since the head and the
   * data also determine the page's subject.
   */
  read: (roots: Element[] | null) => void;
  /** Records changed nodes: a reading of them may mix two films. */
  touch: (nodes: Iterable<Node>) => void;
  /** Resolves with the latest reading of the whole page, or with null if the visit ends before. */
  findWhole: () => Promise<PageReading | null>;
}

export function createReading(
  { readPart, prepare, selectPlaces, onRead }: ReadingTasks,
  signal: AbortSignal,
): Reading {
  const touched = new Set<Node>();
  const first = Promise.withResolvers<void>();
  let whole: PageReading | null = null;
  let hasFound = false;
  let { title } = document;

  const add = createQueue(readOne, signal);
  const read = (roots: Element[] | null): void =>
    add(document.title !== title || roots?.some(hasHeading) ? null : roots);
  const readAgain = createBackOff(read);

  async function readOne(root: Element | null): Promise<void> {
    ({ title } = document);
    touched.clear();
    const reading = await readPart(root);
    if (!reading) return;
    if (reading.mentions.length > manyMentions) await waitForIdle();
    if (signal.aborted) return;
    if (!root) whole = reading;
    hasFound ||= reading.subject !== null || reading.mentions.length > 0;
    // On a page without films no further code is loaded or run.
    const isReady = hasFound && (await prepare());
    if (whole) first.resolve();
    if (!isReady) return;
    const places = selectPlaces(reading, whole?.subject ?? null);
    const left = places.filter((place) => isTouched(touched, place));
    readAgain(joinRoots(left.map(findRow)));
    onRead(
      places.filter((place) => !left.includes(place)),
      root,
    );
  }

  signal.addEventListener('abort', () => first.resolve());
  return {
    read,
    touch: (nodes) => {
      for (const node of nodes) touched.add(node);
    },
    findWhole: () => first.promise.then(() => whole),
  };
}

const hasHeading = (root: Element) => root.localName === 'h1' || root.querySelector('h1') !== null;

/** Whether the page changed the place's row while it was read. */
function isTouched(touched: ReadonlySet<Node>, place: Sighting): boolean {
  if (touched.size === 0 || touched.size > maxTouched) return false;
  const row = findRow(place);
  return [...touched].some((node) => row.contains(node));
}

/** Reads parts one after another, each once. The whole page (null) includes all parts. */
function createQueue(
  readOne: (root: Element | null) => Promise<void>,
  signal: AbortSignal,
): (roots: Element[] | null) => void {
  const wanted = new Set<Element | null>();
  let isReading = false;
  async function readWanted(): Promise<void> {
    isReading = true;
    try {
      while (wanted.size > 0 && !signal.aborted) {
        const [root = null] = wanted;
        wanted.delete(root);
        if (root?.isConnected !== false) await readOne(root);
      }
    } finally {
      isReading = false;
    }
  }
  return (roots) => {
    if (signal.aborted) return;
    if (roots === null) wanted.clear();
    if (!wanted.has(null)) for (const root of roots ?? [null]) wanted.add(root);
    if (!isReading) void readWanted();
  };
}

/** Reads parts again after a delay that grows while there are further ones each time. */
function createBackOff(read: (roots: Element[]) => void): (roots: Element[]) => void {
  let waitMs = shortestAgainMs;
  return (roots) => {
    if (roots.length > 0) setTimeout(() => read(roots), waitMs);
    waitMs = roots.length > 0 ? Math.min(waitMs * 2, longestAgainMs) : shortestAgainMs;
  };
}
