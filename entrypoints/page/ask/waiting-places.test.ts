import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import { addWaiting, closeWaiting, createWaiting, takeWaiting } from './waiting-places.ts';

/** The browser's observer: says at once, of all that it is given, which ids are in the window. */
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

function makePlaces(count: number): Sighting[] {
  return Array.from({ length: count }, (_, at) => {
    const element = document.createElement('a');
    element.id = `film-${at}`;
    document.body.append(element);
    const found = makeSighting({ title: `Film ${at}`, element, evidence: 'link' });
    if (!found) throw new Error('no place');
    return found;
  });
}

const titles = (places: Sighting[]) => places.map(({ hint }) => hint.title);

test('of more places than are asked at a time, those in the window come first, alone', async () => {
  const waiting = createWaiting();
  inWindow = new Set(['film-700', 'film-701']);
  addWaiting(waiting, makePlaces(1000), null);
  await Promise.resolve();
  expect(titles(await takeWaiting(waiting, 250))).toEqual(['Film 700', 'Film 701']);
  expect(titles(await takeWaiting(waiting, 250))).toHaveLength(250);
  expect(waiting.places.size).toBe(748);
});

test('fewer are asked at once, those in the window in front', async () => {
  const waiting = createWaiting();
  inWindow = new Set(['film-2']);
  addWaiting(waiting, makePlaces(3), null);
  await Promise.resolve();
  expect(titles(await takeWaiting(waiting, 250))).toEqual(['Film 2', 'Film 0', 'Film 1']);
  expect(waiting.places.size).toBe(0);
});

test('what is found anew in a part of the page takes the place of what waits there', () => {
  const waiting = createWaiting();
  const places = makePlaces(4);
  const root = document.createElement('div');
  document.body.append(root);
  root.append(...places.slice(2).flatMap(({ element }) => element ?? []));
  addWaiting(waiting, places, null);
  addWaiting(waiting, places.slice(3), root);
  expect(titles([...waiting.places])).toEqual(['Film 0', 'Film 1', 'Film 3']);
});

test('a page that is not drawn is not waited for without end, nor one that is left', async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  vi.useFakeTimers();
  const waiting = createWaiting();
  addWaiting(waiting, makePlaces(2), null);
  const late = takeWaiting(waiting, 250);
  await vi.advanceTimersByTimeAsync(300);
  expect(titles(await late)).toEqual(['Film 0', 'Film 1']);
  addWaiting(waiting, makePlaces(2), null);
  const taking = takeWaiting(waiting, 250);
  closeWaiting(waiting);
  expect(await taking).toEqual([]);
});
