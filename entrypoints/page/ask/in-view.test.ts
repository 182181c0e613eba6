import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import { maxHintsInView } from '../../../lib/messaging/types.ts';
import { createLookedAt, lookMs, mostLookedAt, type LookedAt } from './in-view.ts';

let notify: (entries: { isIntersecting: boolean; target: Element }[]) => void;
let observed: Set<Element>;
let reports: string[][];
let controller: AbortController;
let lookedAt: LookedAt;

beforeEach(() => {
  vi.useFakeTimers();
  [observed, reports, controller] = [new Set(), [], new AbortController()];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(onMove: typeof notify) {
        notify = onMove;
      }
      observe = (target: Element) => void observed.add(target);
      unobserve = (target: Element) => void observed.delete(target);
      disconnect = () => observed.clear();
    },
  );
  lookedAt = createLookedAt(
    (hints) => void reports.push(hints.map(({ hint }) => hint.title)),
    controller.signal,
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function make(title: string, more: Partial<Sighting> = {}): Sighting {
  const sighting = makeSighting({ title, element: document.createElement('a'), evidence: 'link' });
  if (!sighting) throw new Error('a sighting has a title');
  return { ...sighting, ...more };
}

const move = (sightings: Sighting[], isIntersecting: boolean) =>
  notify(sightings.map(({ element }) => ({ isIntersecting, target: element ?? document.body })));
const look = (sightings: Sighting[]) => move(sightings, true);

test('reports a film once, when its title has been in the window for a while', () => {
  const [her, heat] = [make('Her'), make('Heat')];
  lookedAt.watch([her, heat]);
  look([her]);
  vi.advanceTimersByTime(lookMs - 1);
  expect(reports).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(reports).toEqual([['Her']]);
  look([her, heat]);
  lookedAt.watch([her]);
  vi.advanceTimersByTime(10 * lookMs);
  expect(reports.flat().filter((title) => title === 'Heat')).toHaveLength(1);
});

test('does not report what is only scrolled past', () => {
  const [her, heat] = [make('Her'), make('Heat')];
  lookedAt.watch([her, heat]);
  look([her]);
  vi.advanceTimersByTime(lookMs / 2);
  move([her], false);
  look([heat]);
  vi.advanceTimersByTime(lookMs);
  expect(reports).toEqual([['Heat']]);
});

test('does not report the film that the page is about, nor one without an element', () => {
  lookedAt.watch([make('Her', { isSubject: true }), make('Heat', { element: null })]);
  expect(observed.size).toBe(0);
});

test('reports all films of one text', () => {
  const element = document.createElement('p');
  const films = ['Her', 'Heat'].map((title) => make(title, { element }));
  lookedAt.watch(films);
  look(films.slice(0, 1));
  vi.advanceTimersByTime(lookMs);
  expect(reports).toEqual([['Her', 'Heat']]);
});

test('reports a row again when it names another film', () => {
  const element = document.createElement('li');
  const [first, second] = ['Her', 'Heat'].map((title) => make(title, { element }));
  if (!first || !second) throw new Error('two films');
  lookedAt.watch([first]);
  look([first]);
  vi.advanceTimersByTime(lookMs);
  lookedAt.watch([second]);
  look([second]);
  vi.advanceTimersByTime(lookMs);
  expect(reports.at(-1)).toContain('Heat');
});

test('reports a long list in groups, and a bounded number of a visit', () => {
  const films = Array.from({ length: 3 * mostLookedAt }, (_, at) => make(`Film ${at}`));
  lookedAt.watch(films);
  look(films);
  vi.advanceTimersByTime(100 * lookMs);
  expect(Math.max(...reports.map(({ length }) => length))).toBe(maxHintsInView);
  expect(reports.flat()).toHaveLength(mostLookedAt);
  expect(observed.size).toBe(0);
});

test('ends with the visit', () => {
  const her = make('Her');
  lookedAt.watch([her]);
  look([her]);
  controller.abort();
  lookedAt.watch([make('Heat')]);
  vi.advanceTimersByTime(10 * lookMs);
  expect(reports).toEqual([]);
  expect(observed.size).toBe(0);
});
