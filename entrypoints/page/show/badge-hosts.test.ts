import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findSpot, placeHost } from '../../../components/badge/spots.ts';
import { textParts } from '../../../components/badge/text-parts.ts';
import { findTheme } from '../../../components/badge/page-theme.ts';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { Sighting } from '../../../lib/detect/types.ts';
import type { BadgeView } from '../../../lib/messaging/types.ts';
import {
  createBadgeHosts,
  dropChanged,
  fillBadges,
  hasBadge,
  keepBadges,
  listChanged,
  mountBadges,
  removeBadges,
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
    createHost: () => document.createElement('marquee-badge'),
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
  label: { name: '', marks: [{ glyph: null, text: '' }] },
});

function showSightings(titles: string[]): { hosts: BadgeHosts; sightings: Sighting[] } {
  const hosts = createBadgeHosts(
    { kit, findTextParts: () => undefined, onRateOrLog: () => undefined },
    new AbortController().signal,
  );
  const sightings = titles.flatMap((title) => {
    const element = document.createElement('h3');
    element.textContent = title;
    document.body.append(element);
    return makeSighting({ title, element, evidence: 'link' }) ?? [];
  });
  keepBadges(hosts, sightings, null);
  return { hosts, sightings };
}

const listTitles = ({ mounted }: BadgeHosts): string[] =>
  [...mounted.values()].map(({ sighting }) => sighting.hint.title);

test('redraws only badges that differ', () => {
  const { hosts, sightings } = showSightings(['Her', 'Heat', 'Ran']);
  const show = (counts: number[]) => {
    const states = sightings.map((sighting, at) => {
      const count = counts[at] ?? 0;
      return { sighting, view: count === 0 ? null : ambiguous(count) };
    });
    const changed = listChanged(hosts, states);
    updateBadges(hosts, changed);
    return changed.map(({ sighting }) => sighting.hint.title);
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
  const { hosts, sightings } = showSightings(['Her']);
  const [her] = sightings;
  if (!her?.element) throw new Error('no sighting');
  her.element.textContent = 'Heat';
  const heat = makeSighting({ title: 'Heat', element: her.element, evidence: 'link' });
  if (!heat) throw new Error('no sighting');
  keepBadges(hosts, [heat], null);
  updateBadges(hosts, [{ sighting: heat, view: ambiguous(2) }]);
  updateBadges(hosts, [{ sighting: her, view: ambiguous(7) }]);
  updateBadges(hosts, [{ sighting: her, view: null }]);
  expect(drawn).toEqual([2]);
  expect(document.querySelectorAll('marquee-badge')).toHaveLength(1);
});

test('restores a badge that the page removes a few times, then gives up', () => {
  const { hosts, sightings } = showSightings(['Her']);
  updateBadges(
    hosts,
    sightings.map((sighting) => ({ sighting, view: ambiguous(2) })),
  );
  const badge = document.querySelector('marquee-badge');
  const returns = Array.from({ length: 5 }, () => {
    badge?.remove();
    keepBadges(hosts, sightings, null);
    return document.querySelector('marquee-badge') === badge;
  });
  expect(returns).toEqual([true, true, true, false, false]);
  // The sighting still counts as one with a badge, so no second badge is mounted.
  expect(sightings.every((sighting) => hasBadge(hosts, sighting))).toBe(true);
  expect(drawn).toEqual([2]);
});

test('draws own data into a badge in place, and keeps it when the same badge is requested again', () => {
  const { hosts, sightings } = showSightings(['Her', 'Heat']);
  const show = (counts: (number | null)[]) =>
    sightings.map((sighting, at) => ({ sighting, view: counts[at] ? ambiguous(counts[at]) : null }));
  updateBadges(hosts, show([2, 3]));
  const before = [...document.querySelectorAll('marquee-badge')];
  fillBadges(hosts, show([9, null]));
  updateBadges(hosts, listChanged(hosts, show([2, 3])));
  expect(drawn).toEqual([2, 3, 9]);
  fillBadges(hosts, show([null, null]));
  expect(drawn).toEqual([2, 3, 9, 2]);
  expect([...document.querySelectorAll('marquee-badge')]).toEqual(before);
});

test('own data adds no badge', () => {
  const { hosts, sightings } = showSightings(['Her']);
  fillBadges(
    hosts,
    sightings.map((sighting) => ({ sighting, view: ambiguous(9) })),
  );
  expect(document.querySelectorAll('marquee-badge')).toHaveLength(0);
});

test('many changes at once remove only badges whose own title changed', () => {
  const { hosts, sightings } = showSightings(['Her', 'Heat']);
  mountBadges(
    hosts,
    sightings.map((sighting) => ({ sighting, view: ambiguous(2) })),
  );
  sightings[0]!.element!.firstChild!.nodeValue = 'Up';
  const others = Array.from({ length: 5000 }, () => new Text());
  dropChanged(hosts, new Set(others), new Set());
  expect(listTitles(hosts)).toHaveLength(2);
  dropChanged(hosts, new Set([...others, sightings[0]!.element!.firstChild!]), new Set());
  expect(listTitles(hosts)).toEqual(['Heat']);
  dropChanged(hosts, null, new Set());
  expect(listTitles(hosts)).toHaveLength(1);
});

test.each<[string, (link: HTMLAnchorElement) => Node]>([
  ['the target of its link', (link) => (link.setAttribute('href', '/heat'), link)],
  [
    'a text deep inside',
    (link) => (
      ((link.querySelector('b')!.firstChild as Text).data = 'Up'),
      link.querySelector('b')!.firstChild!
    ),
  ],
  ['a part that is added', (link) => (link.querySelector('h3')!.append(' 2'), link.querySelector('h3')!)],
])('a badge goes with %s, while thousands of other nodes change', (_what, change) => {
  const { hosts, sightings } = showSightings(['Her', 'Heat']);
  const [her] = sightings.map(({ element }) => element!);
  const link = document.createElement('a');
  link.href = '/her';
  her!.replaceWith(link);
  const bold = document.createElement('b');
  bold.append(...her!.childNodes);
  her!.append(bold);
  link.append(her!);
  keepBadges(hosts, sightings, null);
  mountBadges(
    hosts,
    sightings.map((sighting) => ({ sighting, view: ambiguous(2) })),
  );
  const others = Array.from({ length: 5000 }, () => new Text());
  dropChanged(hosts, new Set([...others, document.body]), new Set());
  expect(listTitles(hosts)).toHaveLength(2);
  dropChanged(hosts, new Set([...others, change(link)]), new Set());
  expect(listTitles(hosts)).toEqual(['Heat']);
});

test('the work for one change is bounded, however many badges or changes there are', () => {
  const { hosts, sightings } = showSightings(Array.from({ length: 1000 }, (_, at) => `Film ${at}`));
  mountBadges(
    hosts,
    sightings.map((sighting) => ({ sighting, view: ambiguous(2) })),
  );
  const read = vi.spyOn(Node.prototype, 'textContent', 'get');
  const countReads = (touched: Set<Node> | null) => {
    read.mockClear();
    dropChanged(hosts, touched, new Set());
    return read.mock.calls.length;
  };
  expect(countReads(new Set(Array.from({ length: 50_000 }, () => new Text())))).toBe(0);
  expect(countReads(new Set(sightings.slice(0, 3).map(({ element }) => element!.firstChild!)))).toBe(3);
  expect(countReads(null)).toBe(60);
  // The others have their turn later, so that no badge stays at a title that changed.
  sightings[999]!.element!.firstChild!.nodeValue = 'Up';
  read.mockRestore();
  for (let frame = 0; frame < 20; frame += 1) dropChanged(hosts, null, new Set());
  expect(listTitles(hosts)).toHaveLength(999);
});

test('the reading of a page keeps badges in shadow roots, which are read by themselves', () => {
  const host = document.createElement('div');
  document.body.append(host);
  const { hosts, sightings } = showSightings(['Her']);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(sightings[0]!.element!);
  mountBadges(
    hosts,
    sightings.map((sighting) => ({ sighting, view: ambiguous(2) })),
  );
  keepBadges(hosts, [], null);
  expect(listTitles(hosts)).toHaveLength(1);
  keepBadges(hosts, [], shadow);
  expect(listTitles(hosts)).toHaveLength(0);
});

test('mounts no badge on a title that has changed since it was read', () => {
  const { hosts, sightings } = showSightings(['Her', 'Heat']);
  const [her] = sightings;
  if (her?.element) her.element.textContent = 'Up';
  mountBadges(
    hosts,
    sightings.map((sighting) => ({ sighting, view: ambiguous(2) })),
  );
  expect(
    [...document.querySelectorAll('marquee-badge')].map((badge) => badge.parentElement?.textContent),
  ).toEqual(['Heat']);
});

test('removes a badge at once when its title changes, but not when something else does', () => {
  const { hosts, sightings } = showSightings(['Her', 'Heat']);
  mountBadges(
    hosts,
    sightings.map((sighting) => ({ sighting, view: ambiguous(2) })),
  );
  const [her, heat] = sightings.map(({ element }) => element);
  if (!her?.firstChild || !heat) throw new Error('no sighting');
  dropChanged(hosts, new Set([heat, document.body]), new Set());
  expect(document.querySelectorAll('marquee-badge')).toHaveLength(2);
  her.firstChild.nodeValue = 'Up';
  dropChanged(hosts, new Set([her.firstChild]), new Set());
  expect(listTitles(hosts)).toEqual(['Heat']);
});

describe('a title in two texts', () => {
  /** Shows a badge behind the title whose year stands in another element. */
  function showDated(): { hosts: BadgeHosts; title: Text; year: Text; sighting: Sighting } {
    const row = document.createElement('li');
    const title = new Text('Heat');
    const year = new Text('(1995), again');
    const [link, about] = [document.createElement('b'), document.createElement('span')];
    link.append(title);
    about.append(year);
    row.append(link, ' ', about);
    document.body.append(row);
    const hosts = createBadgeHosts(
      { kit, findTextParts: () => textParts, onRateOrLog: () => undefined },
      new AbortController().signal,
    );
    const made = makeSighting({ title: 'Heat', element: null, evidence: 'text' });
    if (!made) throw new Error('no sighting');
    const sighting = { ...made, textEnd: { text: year, offset: 6, first: title } };
    keepBadges(hosts, [sighting], null);
    mountBadges(hosts, [{ sighting, view: ambiguous(2) }]);
    expect(listTitles(hosts)).toEqual(['Heat']);
    return { hosts, title, year, sighting };
  }

  test.each<[string, (title: Text) => Node]>([
    ['rewrites it', (title) => Object.assign(title, { data: 'Ran' })],
    [
      'puts another in its place',
      (title) => {
        const link = title.parentElement ?? document.body;
        link.textContent = 'Ran';
        return link;
      },
    ],
  ])('loses its badge at once when the page %s, though the year stays', (_how, change) => {
    const { hosts, title, year } = showDated();
    const touched = change(title);
    dropChanged(hosts, new Set([touched]), new Set());
    expect(listTitles(hosts)).toEqual([]);
    expect(year.data).toBe('(1995), again');
  });

  test('loses its badge too on a page that changes too fast to be looked at', () => {
    const { hosts, title } = showDated();
    title.data = 'Ran';
    dropChanged(hosts, null, new Set());
    expect(listTitles(hosts)).toEqual([]);
  });

  test('gets no badge when it has changed since it was read', () => {
    const { hosts, title, sighting } = showDated();
    removeBadges(hosts);
    title.data = 'Ran';
    mountBadges(hosts, [{ sighting, view: ambiguous(2) }]);
    expect(listTitles(hosts)).toEqual([]);
  });

  test('keeps its badge when the text it begins in is joined again', () => {
    const { hosts, title, year, sighting } = showDated();
    removeBadges(hosts);
    title.data = 'Ran (1985) and Heat';
    const made = makeSighting({ title: 'Ran', element: null, evidence: 'text' });
    if (!made) throw new Error('no sighting');
    const ran = { ...made, textEnd: { text: title, offset: 10 } };
    keepBadges(hosts, [ran], null);
    mountBadges(hosts, [{ sighting: ran, view: ambiguous(2) }]);
    const rest = title.nextSibling?.nextSibling;
    if (!(rest instanceof Text)) throw new Error('no rest');
    expect(rest.data).toBe(' and Heat');
    const heat = { ...sighting, textEnd: { text: year, offset: 6, first: rest } };
    keepBadges(hosts, [ran, heat], null);
    mountBadges(hosts, [{ sighting: heat, view: ambiguous(2) }]);
    updateBadges(hosts, [{ sighting: ran, view: null }]);
    expect(rest.isConnected).toBe(false);
    dropChanged(hosts, new Set([title]), new Set());
    expect(listTitles(hosts)).toEqual(['Heat']);
  });
});
