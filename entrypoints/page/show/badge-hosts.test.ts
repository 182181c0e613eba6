import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findSpot, placeHost } from '../../../components/badge/spots.ts';
import { findTheme } from '../../../components/badge/page-theme.ts';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import type { BadgeView } from '../../../lib/messaging/types.ts';
import {
  createBadgeHosts,
  dropChanged,
  hasBadge,
  keepBadges,
  listChanged,
  listMounted,
  mountBadges,
  updateBadges,
  type BadgeHosts,
} from './badge-hosts.ts';
import type { BadgeKit } from './badge-kit.ts';

/** The number of candidates in each drawn badge, in order. */
const drawn: number[] = [];

let kit: BadgeKit;

beforeEach(() => {
  drawn.length = 0;
  const note = (state: BadgeView): void =>
    void drawn.push(state.kind === 'ambiguous' ? state.candidates : NaN);
  kit = {
    findSpot,
    findTheme,
    placeHost,
    watchTheme: () => undefined,
    drawBadge: (_host: HTMLElement, state: BadgeView) => {
      note(state);
      return { update: (next: BadgeView) => note(next), setTheme: vi.fn(), remove: vi.fn() };
    },
  };
});
afterEach(() => {
  document.body.replaceChildren();
});

const ambiguous = (candidates: number): BadgeView => ({
  kind: 'ambiguous',
  candidates,
  label: { name: '', marks: [] },
});

function showPlaces(titles: string[]): { hosts: BadgeHosts; places: Sighting[] } {
  const hosts = createBadgeHosts(
    { kit, findTextParts: () => undefined, onRateOrLog: () => undefined },
    new AbortController().signal,
  );
  const places = titles.flatMap((title) => {
    const element = document.createElement('h3');
    element.textContent = title;
    document.body.append(element);
    return makeSighting({ title, element, evidence: 'link' }) ?? [];
  });
  keepBadges(hosts, places, null);
  return { hosts, places };
}

test('redraws only badges that differ', () => {
  const { hosts, places } = showPlaces(['Her', 'Heat', 'Ran']);
  const show = (counts: number[]) => {
    const states = places.map((place, at) => {
      const count = counts[at] ?? 0;
      return { place, view: count === 0 ? null : ambiguous(count) };
    });
    const changed = listChanged(hosts, states);
    updateBadges(hosts, changed);
    return changed.map(({ place }) => place.hint.title);
  };
  expect(show([2, 3, 0])).toEqual(['Her', 'Heat']);
  expect(document.querySelectorAll('marquee-badge')).toHaveLength(2);
  expect(show([2, 3, 0])).toEqual([]);
  expect(show([2, 4, 0])).toEqual(['Heat']);
  expect(drawn).toEqual([2, 3, 4]);
  expect(show([0, 4, 5])).toEqual(['Her', 'Ran']);
  expect(
    [...document.querySelectorAll('marquee-badge')].map((host) => host.parentElement?.textContent),
  ).toEqual(['Heat', 'Ran']);
  expect(show([2, 4, 5])).toEqual(['Her']);
});

test('does not draw an answer on the badge of another film that the row has by now', () => {
  const { hosts, places } = showPlaces(['Her']);
  const [her] = places;
  if (!her?.element) throw new Error('no place');
  her.element.textContent = 'Heat';
  const heat = makeSighting({ title: 'Heat', element: her.element, evidence: 'link' });
  if (!heat) throw new Error('no place');
  keepBadges(hosts, [heat], null);
  updateBadges(hosts, [{ place: heat, view: ambiguous(2) }]);
  updateBadges(hosts, [{ place: her, view: ambiguous(7) }]);
  updateBadges(hosts, [{ place: her, view: null }]);
  expect(drawn).toEqual([2]);
  expect(document.querySelectorAll('marquee-badge')).toHaveLength(1);
});

test('restores a badge that the page removes a few times, then gives up', () => {
  const { hosts, places } = showPlaces(['Her']);
  updateBadges(
    hosts,
    places.map((place) => ({ place, view: ambiguous(2) })),
  );
  const badge = document.querySelector('marquee-badge');
  const returns = Array.from({ length: 5 }, () => {
    badge?.remove();
    keepBadges(hosts, places, null);
    return document.querySelector('marquee-badge') === badge;
  });
  expect(returns).toEqual([true, true, true, false, false]);
  // The place still counts as one with a badge, so no second badge is mounted.
  expect(places.every((place) => hasBadge(hosts, place))).toBe(true);
  expect(drawn).toEqual([2]);
});

test('mounts no badge on a title that has changed since it was read', () => {
  const { hosts, places } = showPlaces(['Her', 'Heat']);
  const [her] = places;
  if (her?.element) her.element.textContent = 'Up';
  mountBadges(
    hosts,
    places.map((place) => ({ place, view: ambiguous(2) })),
  );
  expect(
    [...document.querySelectorAll('marquee-badge')].map((badge) => badge.parentElement?.textContent),
  ).toEqual(['Heat']);
});

test('removes a badge at once when its title changes, but not when something else does', () => {
  const { hosts, places } = showPlaces(['Her', 'Heat']);
  mountBadges(
    hosts,
    places.map((place) => ({ place, view: ambiguous(2) })),
  );
  const [her, heat] = places.map(({ element }) => element);
  if (!her?.firstChild || !heat) throw new Error('no place');
  dropChanged(hosts, new Set([heat, document.body]), new Set());
  expect(document.querySelectorAll('marquee-badge')).toHaveLength(2);
  her.firstChild.nodeValue = 'Up';
  dropChanged(hosts, new Set([her.firstChild]), new Set());
  expect(listMounted(hosts).map(({ hint }) => hint.title)).toEqual(['Heat']);
});
