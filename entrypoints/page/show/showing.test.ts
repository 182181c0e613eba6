import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import type { BadgeView } from '../../../lib/messaging/types.ts';
import type { SightingView } from '../page-sightings.ts';
import type { BadgeKit } from './badge-kit.ts';
import { createShowing, firstBadges, mostBadges, type Showing } from './showing.ts';

const badge: BadgeView = {
  kind: 'ambiguous',
  candidates: 2,
  label: { name: '', marks: [{ glyph: null, text: '' }] },
};

/** The number of badges on the page after each of our changes. */
let slices: number[];
let controller: AbortController;
let showing: Showing;

const count = () => document.querySelectorAll('marquee-badge').length;

beforeEach(() => {
  slices = [];
  controller = new AbortController();
  vi.stubGlobal('requestIdleCallback', (act: (idle: { timeRemaining(): number }) => void) =>
    queueMicrotask(() => act({ timeRemaining: () => 16 })),
  );
  const kit: BadgeKit = {
    findSpot: (at) => ({ at, isInside: true, theme: 'light' }),
    placeHost: ({ at }, host) => (at as Element).append(host),
    findTheme: () => 'light',
    watchTheme: () => undefined,
    createHost: () => document.createElement('marquee-badge'),
    drawBadge: () => ({ update: () => undefined, setTheme: () => undefined, remove: () => undefined }),
  };
  showing = createShowing(
    {
      quietly(change) {
        change();
        slices.push(count());
      },
      kit,
      findTextParts: () => undefined,
      onRateOrLog: () => undefined,
    },
    controller.signal,
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** Returns newly read sightings, each with a badge. */
function readSightings(length: number): SightingView[] {
  const sightings: Sighting[] = Array.from({ length }, (_, at) => {
    const element = document.createElement('h3');
    element.textContent = `Film ${at}`;
    document.body.append(element);
    const sighting = makeSighting({ title: `Film ${at}`, element, evidence: 'link' });
    if (!sighting) throw new Error('no sighting');
    return sighting;
  });
  showing.keep(sightings, null);
  slices = [];
  return sightings.map((sighting) => ({ sighting, view: badge }));
}

test('mounts badges in slices: a few first, then more, up to a limit', async () => {
  const views = readSightings(200);
  expect(await showing.mount(views)).toBe(true);
  const sizes = slices.map((total, at) => total - (slices[at - 1] ?? 0));
  expect(sizes[0]).toBe(firstBadges);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(mostBadges);
  expect(count()).toBe(200);
});

test('when the visit ends between two slices it mounts no more and removes all', async () => {
  const views = readSightings(100);
  vi.stubGlobal('requestIdleCallback', (act: (idle: { timeRemaining(): number }) => void) => {
    expect(count()).toBe(firstBadges);
    controller.abort();
    act({ timeRemaining: () => 16 });
  });
  expect(await showing.mount(views)).toBe(false);
  expect(count()).toBe(0);
  expect(views.some(({ sighting }) => showing.has(sighting))).toBe(false);
});

test('an update mounts, redraws and removes in slices', async () => {
  const views = readSightings(100);
  await showing.update(views);
  expect(count()).toBe(100);
  expect(slices).toHaveLength(Math.ceil(100 / mostBadges));
  slices = [];
  await showing.update(views.map((one, at) => (at === 0 ? { ...one, view: null } : one)));
  expect([count(), slices.length]).toEqual([99, 1]);
  expect(showing.has(views[0]!.sighting)).toBe(false);
});
