import type { Sighting } from '../../../lib/detect/types.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import { maxHintsInView } from '../../../lib/messaging/types.ts';
import { findBox } from '../page-sightings.ts';
import { formatHintForMessage } from './format-hint.ts';

/** A film counts as looked at when its title is in the window this long, in ms: not while the page is scrolled past. */
export const lookMs = 700;
/** The most films of a visit that services are asked for, so that one long page does not use up the day's requests. */
export const mostLookedAt = 100;

export interface LookedAt {
  /** Watches the titles of films in lists, and reports each once when it is looked at. */
  watch: (sightings: Sighting[]) => void;
}

/** Reports which films are looked at, in groups, until `signal` is aborted. */
export function createLookedAt(report: (hints: SightedHint[]) => void, signal: AbortSignal): LookedAt {
  /** The films whose titles are in an element, by their titles. */
  const byBox = new WeakMap<Element, Map<string, Sighting>>();
  const near = new Set<Element>();
  let reported = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observer: IntersectionObserver | undefined;

  function flush(): void {
    timer = undefined;
    const boxes = [...near].slice(0, Math.min(maxHintsInView, mostLookedAt - reported));
    const sightings = boxes.flatMap((box) => [...(byBox.get(box)?.values() ?? [])]).slice(0, maxHintsInView);
    for (const box of boxes) {
      observer?.unobserve(box);
      near.delete(box);
    }
    reported += sightings.length;
    if (reported >= mostLookedAt) stop();
    else if (near.size > 0) timer = setTimeout(flush, lookMs);
    if (sightings.length > 0) report(sightings.map(formatHintForMessage));
  }

  function stop(): void {
    clearTimeout(timer);
    observer?.disconnect();
    near.clear();
  }

  function onMove(entries: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    clearTimeout(timer);
    timer = near.size > 0 ? setTimeout(flush, lookMs) : undefined;
  }

  signal.addEventListener('abort', stop);
  return {
    watch(sightings) {
      if (signal.aborted || reported >= mostLookedAt) return;
      observer ??= new IntersectionObserver(onMove);
      for (const sighting of sightings) {
        const box = sighting.isSubject ? null : findBox(sighting);
        const known = (box && byBox.get(box)) ?? new Map<string, Sighting>();
        if (!box || known.has(sighting.hint.title)) continue;
        byBox.set(box, known.set(sighting.hint.title, sighting));
        observer.observe(box);
      }
    },
  };
}
