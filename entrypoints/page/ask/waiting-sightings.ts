import type { Sighting } from '../../../lib/detect/types.ts';
import { findBox, isWithin, type Root } from '../page-sightings.ts';

/** The longest wait, in ms, for a page that is not drawn, for example in a hidden tab. */
const longestWaitMs = 300;

/** The sightings that are not requested yet, and which of them are in the window or within half a window of it. */
export interface WaitingSightings {
  sightings: Set<Sighting>;
  near: Set<Element | null>;
  observer: IntersectionObserver;
  /** Settles when the browser has reported which sightings are near the window. */
  looked: PromiseWithResolvers<void>;
}

export function createWaiting(): WaitingSightings {
  const near: WaitingSightings['near'] = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      waiting.looked.resolve();
    },
    { rootMargin: '50%' },
  );
  const waiting = { sightings: new Set<Sighting>(), near, observer, looked: Promise.withResolvers<void>() };
  return waiting;
}

/** Clears the waiting sightings. */
export function closeWaiting({ sightings, near, observer, looked }: WaitingSightings): void {
  observer.disconnect();
  near.clear();
  sightings.clear();
  looked.resolve();
}

/** Replaces the waiting sightings in `root` (null: the page) with new ones. */
export function addWaiting(waiting: WaitingSightings, added: Sighting[], root: Root | null): void {
  for (const sighting of waiting.sightings) if (isWithin(sighting, root)) waiting.sightings.delete(sighting);
  if (added.length > 0) waiting.looked = Promise.withResolvers();
  for (const sighting of added) {
    const box = findBox(sighting);
    if (box) waiting.observer.observe(box);
    waiting.sightings.add(sighting);
  }
}

/** Takes at most `count` sightings: all if they are so few, else those near the window, else the first of the rest. */
export async function takeWaiting(waiting: WaitingSightings, count: number): Promise<Sighting[]> {
  const { sightings, near, looked } = waiting;
  if (sightings.size > 1) {
    const timer = setTimeout(looked.resolve, longestWaitMs);
    await looked.promise;
    clearTimeout(timer);
  }
  const isNear = (sighting: Sighting) => near.has(findBox(sighting));
  const all = [...sightings];
  const first = all.filter(isNear);
  const rest = first.length > 0 && all.length > count ? [] : all.filter((sighting) => !isNear(sighting));
  const taken = [...first, ...rest].slice(0, count);
  for (const sighting of taken) sightings.delete(sighting);
  if (sightings.size === 0) closeWaiting(waiting);
  return taken;
}
