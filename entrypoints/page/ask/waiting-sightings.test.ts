import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import { addWaiting, closeWaiting, createWaiting, takeWaiting } from './waiting-sightings.ts';

/** A fake IntersectionObserver: the ids of the elements in the window, which it reports at once. */
let inWindow = new Set<string>();
beforeEach(() => {
  inWindow = new Set();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly tell: (entries: { isIntersecting: boolean; target: Element }[]) => void;
      constructor(tell: (entries: { isIntersecting: boolean; target: Element }[]) => void) {
        this.tell = tell;
      }
      observe(target: Element): void {
        queueMicrotask(() => this.tell([{ isIntersecting: inWindow.has(target.id), target }]));
      }
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function makeSightings(count: number): Sighting[] {
  return Array.from({ length: count }, (_, at) => {
    const element = document.createElement('a');
    element.id = `film-${at}`;
    document.body.append(element);
    const found = makeSighting({ title: `Film ${at}`, element, evidence: 'link' });
    if (!found) throw new Error('no sighting');
    return found;
  });
}

const titles = (sightings: Sighting[]) => sightings.map(({ hint }) => hint.title);

test('takes only the sightings in the window if there are more than fit a batch', async () => {
  const waiting = createWaiting();
  inWindow = new Set(['film-700', 'film-701']);
  addWaiting(waiting, makeSightings(1000), null);
  await Promise.resolve();
  expect(titles(await takeWaiting(waiting, 250))).toEqual(['Film 700', 'Film 701']);
  expect(titles(await takeWaiting(waiting, 250))).toHaveLength(250);
  expect(waiting.sightings.size).toBe(748);
});

test('takes all sightings if they fit a batch, those in the window first', async () => {
  const waiting = createWaiting();
  inWindow = new Set(['film-2']);
  addWaiting(waiting, makeSightings(3), null);
  await Promise.resolve();
  expect(titles(await takeWaiting(waiting, 250))).toEqual(['Film 2', 'Film 0', 'Film 1']);
  expect(waiting.sightings.size).toBe(0);
});

test('a new reading of a part of the page replaces its waiting sightings', () => {
  const waiting = createWaiting();
  const sightings = makeSightings(4);
  const root = document.createElement('div');
  document.body.append(root);
  root.append(...sightings.slice(2).flatMap(({ element }) => element ?? []));
  addWaiting(waiting, sightings, null);
  addWaiting(waiting, sightings.slice(3), root);
  expect(titles([...waiting.sightings])).toEqual(['Film 0', 'Film 1', 'Film 3']);
});

test('does not wait forever for a page that is not drawn or is left', async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  vi.useFakeTimers();
  const waiting = createWaiting();
  addWaiting(waiting, makeSightings(2), null);
  const late = takeWaiting(waiting, 250);
  await vi.advanceTimersByTimeAsync(300);
  expect(titles(await late)).toEqual(['Film 0', 'Film 1']);
  addWaiting(waiting, makeSightings(2), null);
  const taking = takeWaiting(waiting, 250);
  closeWaiting(waiting);
  expect(await taking).toEqual([]);
});
