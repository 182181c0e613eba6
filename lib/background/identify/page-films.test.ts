import { describe, expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import { makeSure, makeUnknown } from '../../films/match-title.ts';
import type { Match, SightedHint } from '../../films/types.ts';
import { makeHint, makeScore } from '../testing/films.ts';
import type { BadgeSettings } from './badge-views.ts';
import type { Identified } from './identify.ts';
import { listPageFilms, selectPageFilms } from './page-films.ts';

const dune = makeFilm({ title: 'Dune', year: 2021, refs: ['imdb:tt1160419'] });
const dune84 = makeFilm({ title: 'Dune', year: 1984, refs: ['imdb:tt0087182'] });
const unknown = makeUnknown('no-film-of-that-name');

function identified(
  title: string,
  year: number | null,
  match: Match = unknown,
  more: Partial<SightedHint> = {},
): Identified {
  return { sighted: makeHint({ title, year }, more), match, answers: [], own: null, stated: [] };
}
const plain = {
  preferredScore: 'critics',
  badgeSource: '',
  scoreScale: 'own',
  hideScoresUntilSeen: false,
  badgesWithoutScore: true,
} as const;
const possible = { certainty: 'possible' } as const;
const ambiguous: Match = {
  kind: 'ambiguous',
  candidates: [dune, dune84],
  reason: 'same-title-several-films',
};

describe('selectPageFilms', () => {
  test.each<[string, Identified[], string[]]>([
    ['lists a film that no catalogue knows', [identified('Quiet Harbour', 2025)], ['Quiet Harbour 2025']],
    ['lists a film of several candidates', [identified('Dune', null, ambiguous)], ['Dune null']],
    [
      'leaves out words that no catalogue knows as a film',
      [identified('Contact', null, unknown, possible)],
      [],
    ],
    ['leaves out a possible title of several films', [identified('Dune', null, ambiguous, possible)], []],
    [
      'keeps words that name a film',
      [identified('Dune', 2021, makeSure(dune, 'ref'), possible)],
      ['Dune 2021'],
    ],
    ['leaves out a series', [identified('Lost', 2004, makeUnknown('not-a-film'))], []],
    [
      'counts a film once that is named twice',
      [identified('Dune: Part One', 2021, makeSure(dune, 'ref')), identified('Dune', 2021)],
      ['Dune: Part One 2021'],
    ],
    [
      'keeps two films of one title, and no third for the title alone, whatever comes first',
      [
        identified('Dune', null),
        identified('Dune', 2021, makeSure(dune, 'ref')),
        identified('Dune', 1984, makeSure(dune84, 'ref')),
      ],
      ['Dune 2021', 'Dune 1984'],
    ],
    [
      'keeps two unknown films of one title',
      [identified('Signal', 2024), identified('Signal', 2025)],
      ['Signal 2024', 'Signal 2025'],
    ],
  ])('%s', (_, rows, expected) => {
    const films = selectPageFilms(rows);
    expect(films.map(({ sighted: { hint } }) => `${hint.title} ${hint.year}`)).toEqual(expected);
  });
});

test('a row has the score that the user puts first, unless scores are hidden until the film is seen', async () => {
  const critics = makeScore(80);
  const audience = makeScore(70, { source: 'imdb', kind: 'audience' });
  const answers = [{ films: [{ film: dune, scores: [critics, audience], reviews: [] }] }];
  const row = { ...identified('Dune', 2021, makeSure(dune, 'ref')), answers: answers as never };
  const list = (settings: Partial<BadgeSettings>) =>
    listPageFilms(
      { hints: [row.sighted, null] },
      { identify: () => Promise.resolve([row]), settings: { ...plain, ...settings } },
    );
  expect((await list({ preferredScore: 'audience' }))[0]?.score?.value).toBe(70);
  expect((await list({ preferredScore: 'critics' }))[0]?.score?.value).toBe(80);
  expect((await list({ hideScoresUntilSeen: true }))[0]?.score).toBeNull();
});
