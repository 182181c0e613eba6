import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import { waitForIdle } from '../idle-slices.ts';
import { findRow } from '../places.ts';
import { joinRoots } from './changed-roots.ts';
import { selectPlaces } from './select-places.ts';

/** A row that changed while it was read is read again after this long, in ms; doubles while it keeps changing, up to the longest. */
export const shortestAgainMs = 500;
export const longestAgainMs = 16_000;
/** A page that changes in more places at a time is shown as it was read; the next reading puts it right. */
export const maxTouched = 200;
/** More mentions than this are sorted out in a slice of their own. */
const manyMentions = 300;

export interface ReadingTasks {
  /** What is in `root` (null: the page); null once the visit has ended. */
  readPart: (root: Element | null) => Promise<PageReading | null>;
  /** Takes the places to show in `root`. Those that the page changed meanwhile are not among them; they are read again later. */
  onRead: (places: Sighting[], root: Element | null) => void;
}

/** Decides what of a page is read, and when: one part after another, so that no older reading undoes a newer one. */
export interface Reading {
  /**
   * Has these parts read, or the whole page (null). What has the page's heading in it is never read alone: which film the
   * page is about is said in the head and the data as well.
   */
  read: (roots: Element[] | null) => void;
  /** Notes what the page changes: what is being read there may be half of one film and half of another. */
  touch: (nodes: Iterable<Node>) => void;
  /** The latest reading of the whole page, once there is one; null where the visit ends before. */
  findWhole: () => Promise<PageReading | null>;
}

export function createReading({ readPart, onRead }: ReadingTasks, signal: AbortSignal): Reading {
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
    if (!root) {
      whole = reading;
      first.resolve();
    }
    hasFound ||= reading.subject !== null || reading.mentions.length > 0;
    // On a page without films nothing more is run, nor compiled.
    if (!hasFound) return;
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

/** Has parts read one after another, each once; the whole page (null) has all of its parts in it. */
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

/** Has parts read again, later and later while there are some each time. */
function createBackOff(read: (roots: Element[]) => void): (roots: Element[]) => void {
  let waitMs = shortestAgainMs;
  return (roots) => {
    if (roots.length > 0) setTimeout(() => read(roots), waitMs);
    waitMs = roots.length > 0 ? Math.min(waitMs * 2, longestAgainMs) : shortestAgainMs;
  };
}
