import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import type { BadgeView, BatchAnswer } from '../../../lib/messaging/types.ts';
import type { SightingView } from '../page-sightings.ts';
import { createAsking, hintsPerAsk, type Asking } from './asking.ts';

const badge: BadgeView = {
  kind: 'ambiguous',
  candidates: 2,
  label: { name: '', marks: [{ glyph: null, text: '' }] },
};

/** The unanswered batches, each with its titles. */
let open: { titles: string[]; answer: (answer: BatchAnswer) => void; fail: () => void }[];
let mounted: string[][];
let updated: string[][];
let watched: number[];
/** The titles whose own data was requested, and those whose badges it was drawn into. */
let owned: string[][];
let withheld: number[];
let filled: string[][];
let removals: number;
let silences: number;
let controller: AbortController;
let asking: Asking;

const titlesOf = (views: SightingView[]) => views.map(({ sighting }) => sighting.hint.title);

beforeEach(() => {
  [open, mounted, updated, watched, owned, filled] = [[], [], [], [], [], []];
  withheld = [];
  [removals, silences] = [0, 0];
  controller = new AbortController();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly notify: (entries: object[]) => void;
      constructor(notify: (entries: object[]) => void) {
        this.notify = notify;
      }
      observe(target: Element): void {
        queueMicrotask(() => this.notify([{ isIntersecting: false, target }]));
      }
      disconnect(): void {}
    },
  );
  asking = createAsking(
    {
      identify: (hints) =>
        new Promise((answer, fail) => {
          open.push({
            titles: hints.map(({ hint }) => hint.title),
            answer,
            fail: () => fail(new Error('gone')),
          });
        }),
      mount: (views) => {
        mounted.push(titlesOf(views));
        return Promise.resolve(true);
      },
      update: (views) => {
        updated.push(titlesOf(views));
        return Promise.resolve();
      },
      watch: (sightings) => void watched.push(sightings.length),
      readOwn: (hints) => {
        owned.push(hints.map(({ hint }) => hint.title));
        return Promise.resolve({ views: hints.map(() => badge), withheld });
      },
      fill: (views) => {
        filled.push(titlesOf(views));
        return Promise.resolve();
      },
      removeAll: () => void (removals += 1),
      onSilence: () => void (silences += 1),
    },
    controller.signal,
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function makeSightings(count: number): Sighting[] {
  return Array.from({ length: count }, (_, at) => {
    const element = document.createElement('a');
    document.body.append(element);
    const sighting = makeSighting({ title: `Film ${at}`, element, evidence: 'link' });
    if (!sighting) throw new Error('no sighting');
    return sighting;
  });
}

/** Waits until everything that needs no answer is done. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Answers the oldest batch with a badge for each hint, or with null for each. */
async function answer(
  views: BadgeView | null = badge,
  { badgesOn = true, asksInView = false }: Partial<BatchAnswer> = {},
): Promise<void> {
  const batch = open.shift();
  batch?.answer({ views: batch.titles.map(() => views), badgesOn, asksInView });
  await settle();
}

test('requests a page of many films in batches, one after another', async () => {
  const sightings = makeSightings(hintsPerAsk + 20);
  asking.ask(sightings, sightings, null);
  await settle();
  expect(open.map(({ titles }) => titles.length)).toEqual([hintsPerAsk]);
  await answer();
  expect(open.map(({ titles }) => titles.length)).toEqual([20]);
  await answer();
  expect(mounted.map(({ length }) => length)).toEqual([hintsPerAsk, 20]);
});

test('requests only sightings without a badge, and mounts only known films', async () => {
  const sightings = makeSightings(3);
  asking.ask(sightings, sightings.slice(1), null);
  await settle();
  const [batch] = open;
  batch?.answer({ views: [badge, null], badgesOn: true, asksInView: false });
  await settle();
  expect([batch?.titles, mounted]).toEqual([['Film 1', 'Film 2'], [['Film 1']]]);
});

test('leaves a badge as it is whose own data is withheld for now', async () => {
  withheld = [1];
  const sightings = makeSightings(3);
  asking.ask(sightings, sightings, null);
  await settle();
  await answer();
  expect(filled).toEqual([['Film 0', 'Film 2']]);
});

test('requests the own data of mounted badges only, and draws it afterwards', async () => {
  const sightings = makeSightings(3);
  asking.ask(sightings, sightings, null);
  await settle();
  expect(owned).toEqual([]);
  open[0]?.answer({ views: [badge, null, badge], badgesOn: true, asksInView: false });
  await settle();
  expect([owned, filled]).toEqual([[['Film 0', 'Film 2']], [['Film 0', 'Film 2']]]);
});

test('mounts nothing and requests nothing more when badges are switched off', async () => {
  const sightings = makeSightings(hintsPerAsk + 20);
  asking.ask(sightings, sightings, null);
  await settle();
  await answer(badge, { badgesOn: false });
  expect([mounted, open, silences]).toEqual([[], [], 0]);
});

test('reports a background that cannot be reached, and requests nothing more', async () => {
  const sightings = makeSightings(hintsPerAsk + 20);
  asking.ask(sightings, sightings, null);
  await settle();
  open.shift()?.fail();
  await settle();
  expect([mounted, open, silences]).toEqual([[], [], 1]);
});

test('mounts nothing after the end of the visit', async () => {
  const sightings = makeSightings(1);
  asking.ask(sightings, sightings, null);
  await settle();
  controller.abort();
  await answer();
  expect(mounted).toEqual([]);
});

test('a refresh requests every sighting that is still on the page, with or without a badge', async () => {
  const sightings = makeSightings(3);
  asking.ask(sightings, [], null);
  sightings[1]?.element?.remove();
  const done = asking.refresh();
  await answer(null);
  await done;
  expect(updated).toEqual([['Film 0', 'Film 2']]);
});

test('a new reading of a part of the page replaces the sightings of that part', async () => {
  const sightings = makeSightings(3);
  asking.ask(sightings, [], null);
  const [first] = sightings;
  asking.ask([], [], first?.element ?? null);
  const done = asking.refresh();
  await answer();
  await done;
  expect(updated).toEqual([['Film 1', 'Film 2']]);
});

test('changes during a refresh lead to one more refresh, not to one each', async () => {
  asking.ask(makeSightings(1), [], null);
  const first = asking.refresh();
  await Promise.all([asking.refresh(), asking.refresh()]);
  expect(open).toHaveLength(1);
  await answer();
  expect(open).toHaveLength(1);
  await answer();
  await first;
  expect([open, updated.length]).toEqual([[], 2]);
});

test('a refresh removes all badges when they have been switched off', async () => {
  asking.ask(makeSightings(1), [], null);
  const done = asking.refresh();
  await answer(badge, { badgesOn: false });
  await done;
  expect([removals, updated]).toEqual([1, []]);
});

test('a refresh after the end of the visit changes nothing', async () => {
  asking.ask(makeSightings(1), [], null);
  const done = asking.refresh();
  void asking.refresh();
  controller.abort();
  await answer();
  await done;
  expect([open, updated, removals]).toEqual([[], [], 0]);
});

test('watches what is looked at only while a service is on that wants it', async () => {
  const sightings = makeSightings(2);
  asking.ask(sightings, sightings, null);
  await settle();
  await answer(null);
  expect(watched).toEqual([]);
  void asking.refresh();
  await settle();
  await answer(null, { asksInView: true });
  expect(watched).toEqual([2]);
});
