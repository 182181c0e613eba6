import { expect, test } from 'vitest';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';
import { findPageSeries } from './page-series.ts';

const film = formatTypedHint('Her', 2013);
const bear = { title: 'The Bear', kind: 'series' } as const;
const dark = { title: 'Dark', kind: 'series' } as const;
const episode = { title: 'Pilot', kind: 'episode' } as const;
const game = { title: 'Dark', kind: 'game' } as const;
const page: TabReading = { url: '', title: '', subject: null, films: [], nonfilms: [], review: null };

test.each<[string, Partial<TabReading>, string | null]>([
  [
    'the page is named after it',
    { title: 'The Bear (TV Series 2022–) - IMDb', nonfilms: [dark, bear] },
    'The Bear',
  ],
  ['it is the only work', { title: 'Watch now', nonfilms: [bear] }, 'The Bear'],
  ['it is an episode', { title: 'Pilot', nonfilms: [episode] }, 'Pilot'],
  ['the page is about a film', { title: 'The Bear', subject: film, nonfilms: [bear] }, null],
  ['the page’s title goes on', { title: 'Dark Knight films', films: [film], nonfilms: [dark] }, null],
  ['it is one work of a list', { title: 'Best of 2024', films: [film], nonfilms: [bear] }, null],
  ['it is a game', { title: 'Dark', nonfilms: [game] }, null],
  ['there is nothing', {}, null],
])('findPageSeries, where %s: %o', (_, more, expected) => {
  expect(findPageSeries({ ...page, ...more })).toBe(expected);
});
