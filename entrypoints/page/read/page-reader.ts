import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import { waitForIdle } from '../idle-slices.ts';
import { findBox, findRow, type Root } from '../page-sightings.ts';
import { joinRoots } from './changed-roots.ts';
import type { selectSightings } from './select-sightings.ts';

/** A row that changed while it was read is read again after this long, in ms; doubles while it keeps changing, up to the longest. */
export const shortestAgainMs = 500;
export const longestAgainMs = 16_000;
/** A page that changes in more places at once is shown as it was read; the next reading corrects it. */
export const maxTouched = 200;
/** More mentions than this are selected in a separate slice. */
const manyMentions = 300;

export interface ReadingTasks {
  /** Reads `root` (null: the page). Returns null when the visit has ended. */
  readPart: (root: Root | null) => Promise<PageReading | null>;
  /** Loads the code that shows films. Returns false if it cannot be loaded; a later reading tries again. */
  prepare: () => Promise<boolean>;
  selectSightings: typeof selectSightings;
  /** Called with the sightings to show in `root`, without those that changed during the reading, which are read again later. */
  onRead: (sightings: Sighting[], root: Root | null) => void;
  /** Returns the open shadow roots to read after `root`. */
  findShadows: (root: Root | null) => Promise<ShadowRoot[]>;
}

/** Decides which parts of a page are read, and when: one after another, so that no older reading overwrites a newer one. */
export interface PageReader {
  /**
   * Reads these parts, or the whole page (null). A part with the page's heading is never read alone, since the head and the
   * data also determine the page's subject.
   */
  read: (roots: Root[] | null) => void;
  /** Records changed nodes (null: too many to look at): a reading of them may mix two films. */
  touch: (nodes: Iterable<Node> | null) => void;
  /** Resolves with the latest reading of the whole page, or with null if the visit ends before. */
  findWhole: () => Promise<PageReading | null>;
}

export function createPageReader(
  { readPart, prepare, selectSightings, onRead, findShadows }: ReadingTasks,
  signal: AbortSignal,
): PageReader {
  const touched = new Set<Node>();
  /** Whether more changed than is looked at. */
  let isFlooded = false;
  const mustReadAgain = createRereadCheck(touched);
  const first = Promise.withResolvers<void>();
  let whole: PageReading | null = null;
  let hasFound = false;
  let { title } = document;

  const add = createReadingQueue(readOne, signal);
  const read = (roots: Root[] | null): void =>
    add(document.title !== title || roots?.some(hasHeading) ? null : roots);
  const readAgain = createBackOff(read);

  async function readOne(root: Root | null): Promise<void> {
    await readFilms(root);
    // Added without `read`: a heading in a shadow root would make it read the whole page again.
    void findShadows(root).then((shadows) => shadows.length > 0 && add(shadows));
  }

  async function readFilms(root: Root | null): Promise<void> {
    ({ title } = document);
    touched.clear();
    isFlooded = false;
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
    const sightings = selectSightings(reading, whole?.subject ?? null);
    const left = isFlooded ? [] : sightings.filter(mustReadAgain);
    readAgain(joinRoots(left.map(findRow)));
    onRead(
      sightings.filter((sighting) => !left.includes(sighting)),
      root,
    );
  }

  signal.addEventListener('abort', () => first.resolve());
  return {
    read,
    touch: (nodes) => {
      isFlooded ||= !nodes || touched.size > maxTouched;
      if (nodes && !isFlooded) for (const node of nodes) touched.add(node);
    },
    findWhole: () => first.promise.then(() => whole),
  };
}

const hasHeading = (root: Root) =>
  ('localName' in root && root.localName === 'h1') || root.querySelector('h1') !== null;

/** Whether the page changed the sighting's row while it was read. */
function isTouched(touched: ReadonlySet<Node>, sighting: Sighting): boolean {
  if (touched.size === 0 || touched.size > maxTouched) return false;
  const row = findRow(sighting);
  return [...touched].some((node) => row.contains(node));
}

/**
 * Returns whether a sighting is read again before it is shown, since the page changed its row during the reading. It is not
 * if its title's element has the same text as at such a reading before: a page may write the same text all the time.
 */
function createRereadCheck(touched: ReadonlySet<Node>): (sighting: Sighting) => boolean {
  const held = new WeakMap<Element, string>();
  return (sighting) => {
    if (!isTouched(touched, sighting)) return false;
    const box = findBox(sighting);
    const words = box?.textContent ?? '';
    const isSame = box !== null && held.get(box) === words;
    if (box) held.set(box, words);
    return !isSame;
  };
}

/** Reads parts one after another, each once. The whole page (null) includes all parts. */
function createReadingQueue(
  readOne: (root: Root | null) => Promise<void>,
  signal: AbortSignal,
): (roots: Root[] | null) => void {
  const wanted = new Set<Root | null>();
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
function createBackOff(read: (roots: Root[]) => void): (roots: Root[]) => void {
  let waitMs = shortestAgainMs;
  return (roots) => {
    if (roots.length > 0) setTimeout(() => read(roots), waitMs);
    waitMs = roots.length > 0 ? Math.min(waitMs * 2, longestAgainMs) : shortestAgainMs;
  };
}
