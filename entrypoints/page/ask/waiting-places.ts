import type { Sighting } from '../../../lib/detect/types.ts';
import { findBox, isWithin } from '../places.ts';

/** The longest wait, in ms, for a page that is not drawn, for example in a hidden tab. */
const longestWaitMs = 300;

/** The places that are not requested yet, and which of them are in the window or within half a window of it. */
export interface WaitingPlaces {
  places: Set<Sighting>;
  near: Set<Element | null>;
  observer: IntersectionObserver;
  /** Settles when the browser has reported which places are near the window. */
  looked: PromiseWithResolvers<void>;
}

export function createWaiting(): WaitingPlaces {
  const near: WaitingPlaces['near'] = new Set();
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
  const waiting = { places: new Set<Sighting>(), near, observer, looked: Promise.withResolvers<void>() };
  return waiting;
}

/** Clears the waiting places. */
export function closeWaiting({ places, near, observer, looked }: WaitingPlaces): void {
  observer.disconnect();
  near.clear();
  places.clear();
  looked.resolve();
}

/** Replaces the waiting places in `root` (null: the page) with new ones. */
export function addWaiting(waiting: WaitingPlaces, added: Sighting[], root: Element | null): void {
  for (const place of waiting.places) if (isWithin(place, root)) waiting.places.delete(place);
  if (added.length > 0) waiting.looked = Promise.withResolvers();
  for (const place of added) {
    const box = findBox(place);
    if (box) waiting.observer.observe(box);
    waiting.places.add(place);
  }
}

/** Takes at most `count` places: all if they are so few, else those near the window, else the first of the rest. */
export async function takeWaiting(waiting: WaitingPlaces, count: number): Promise<Sighting[]> {
  const { places, near, looked } = waiting;
  if (places.size > 1) {
    const timer = setTimeout(looked.resolve, longestWaitMs);
    await looked.promise;
    clearTimeout(timer);
  }
  const isNear = (place: Sighting) => near.has(findBox(place));
  const all = [...places];
  const first = all.filter(isNear);
  const rest = first.length > 0 && all.length > count ? [] : all.filter((place) => !isNear(place));
  const taken = [...first, ...rest].slice(0, count);
  for (const place of taken) places.delete(place);
  if (places.size === 0) closeWaiting(waiting);
  return taken;
}
