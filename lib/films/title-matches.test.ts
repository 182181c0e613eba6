import { expect, test } from 'vitest';
import { makeFilm } from './make-film.ts';
import { findTitleMatches } from './title-matches.ts';
import type { Film, FilmHint } from './types.ts';

const hintOf = (title: string, alternativeTitles: string[] = []): FilmHint => ({
  title,
  alternativeTitles,
  year: null,
  directors: [],
  refs: [],
  kind: null,
  language: null,
});

test.each<[hint: FilmHint, film: Pick<Film, 'title'> & Partial<Film>, level: number | null]>([
  [hintOf('Room'), { title: 'ROOM' }, 3],
  [hintOf('Room'), { title: 'The Room' }, 2],
  [hintOf('The Room'), { title: 'Room' }, 2],
  [hintOf('Spiderman'), { title: 'Spider-Man' }, 1],
  [hintOf('Beetle Juice'), { title: 'Beetlejuice' }, 1],
  [hintOf('Beetlejuice'), { title: 'Beetle Juice' }, 1],
  [hintOf('Good Bye, Lenin'), { title: 'Goodbye Lenin' }, 1],
  [hintOf('Colour Out of Space'), { title: 'Color Out of Space' }, 1],
  [hintOf('Her'), { title: 'Heat' }, null],
  [hintOf('Ona'), { title: 'Her', originalTitle: 'Ona' }, 3],
  [hintOf('Ona'), { title: 'Her', alternativeTitles: ['Ella', 'Ona'] }, 3],
  [hintOf('She', ['Her']), { title: 'Her' }, 3],
  [hintOf('', ['']), { title: '', originalTitle: '', alternativeTitles: [''] }, null],
  [hintOf('\u200b'), { title: '' }, null],
])('%j and %j agree at the level %j', (hint, film, level) => {
  const [match] = findTitleMatches(hint, [makeFilm(film)]);
  expect(match?.level ?? null).toBe(level);
});

test('films come in their order, those of other titles left out', () => {
  const films = ['The Room', 'Heat', 'Room'].map((title) => makeFilm({ title }));
  expect(findTitleMatches(hintOf('Room'), films).map(({ film, level }) => [film.title, level])).toEqual([
    ['The Room', 2],
    ['Room', 3],
  ]);
});

test.each([
  ['the title itself', hintOf('Her', ['Ona']), 'Her', true],
  ['the title with what is in its brackets', hintOf('Her', ['Her (Ona)']), 'Her (Ona)', true],
  ['another name', hintOf('Her', ['Ona']), 'Ona', false],
  ['another name, and the title but for its article', hintOf('Room', ['The Room']), 'The Room', false],
])('a film that has %s has it by the own title: %#', (_what, hint, title, byOwnTitle) => {
  expect(findTitleMatches(hint, [makeFilm({ title })])[0]?.byOwnTitle).toBe(byOwnTitle);
});
