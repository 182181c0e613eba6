import { deleteDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { dayMs } from '../../dates/stored-time.ts';
import type { FilmRef } from '../../films/types.ts';
import { makeFilm } from '../../films/make-film.ts';
import { maxCoverLength, type CoverFilm } from '../../messaging/cover-protocol.ts';
import { createCache } from '../cache/cache-database.ts';
import { keepCoverSchema } from './cover-messages.ts';
import { createCovers, maxCovers, type Covers } from './covers.ts';

const picture = (letter: string): string => `data:image/webp;base64,${letter.repeat(8)}`;
const harbour = makeFilm({
  title: 'The Long Harbour',
  year: 2025,
  refs: ['imdb:tt9900001'],
  directors: ['A. Meier'],
});

let covers: Covers;
let wanted: { fromScreen: boolean; fromTmdb: boolean };
let clock: number;

/** The pictures of films. */
const find = async (films: CoverFilm[]): Promise<(string | null)[]> =>
  (await covers.find(films)).map(({ cover }) => cover?.picture ?? null);
const isDue = async (film: CoverFilm): Promise<boolean | undefined> => (await covers.find([film]))[0]?.isDue;

beforeEach(async () => {
  await deleteDB('covers-test');
  wanted = { fromScreen: true, fromTmdb: true };
  clock = 1_790_000_000_000;
  covers = createCovers({
    use: createCache('covers-test'),
    now: () => clock,
    loadWanted: () => Promise.resolve(wanted),
  });
});

test('a cover is found by any ref of its film, and by title and year', async () => {
  await covers.keep(harbour, picture('a'));
  const { title, year } = harbour;
  const asked = [
    { refs: harbour.refs, title: 'Der lange Hafen', year },
    { refs: [], title, year },
    { refs: [], title, year: 1994 },
    { refs: ['imdb:tt9900002' as const], title, year },
  ];
  expect(await find(asked)).toEqual([picture('a'), picture('a'), null, null]);
});

test('a film has one cover, the last one, also when more of its ids are known by then', async () => {
  await covers.keep({ ...harbour, refs: [] }, picture('a'));
  await covers.keep(harbour, picture('b'));
  await covers.keep({ ...harbour, refs: ['tmdb:9900001', ...harbour.refs] }, picture('c'));
  expect(await find([{ ...harbour, refs: [] }, harbour])).toEqual([picture('c'), picture('c')]);
});

test('a title and year that two films have find neither cover; their ids find each', async () => {
  const other = { ...harbour, refs: ['imdb:tt9900002' as const], directors: ['B. Olsen'] };
  await covers.keep(harbour, picture('a'));
  await covers.keep(other, picture('b'));
  const { title, year } = harbour;
  expect(await find([harbour, other, { refs: [], title, year }])).toEqual([picture('a'), picture('b'), null]);
});

test('where the user wants no covers none is kept, and none is shown', async () => {
  await covers.keep(harbour, picture('a'));
  wanted.fromScreen = false;
  expect(await find([harbour])).toEqual([null]);
  await covers.keep(harbour, picture('b'));
  wanted.fromScreen = true;
  expect(await find([harbour])).toEqual([picture('a')]);
});

test('a cover from the screen goes before TMDB’s, and takes its place', async () => {
  await covers.keepFetched(harbour, picture('t'));
  expect(await covers.find([harbour])).toEqual([
    { cover: { picture: picture('t'), isFromTmdb: true }, isDue: false },
  ]);
  await covers.keep(harbour, picture('a'));
  expect(await covers.find([harbour])).toEqual([
    { cover: { picture: picture('a'), isFromTmdb: false }, isDue: false },
  ]);
  wanted.fromScreen = false;
  expect(await find([harbour])).toEqual([null]);
});

test('what TMDB sends leaves the cover from the screen, and is shown where that is not wanted', async () => {
  await covers.keep(harbour, picture('a'));
  await covers.keepFetched(harbour, picture('t'));
  expect(await find([harbour])).toEqual([picture('a')]);
  wanted.fromScreen = false;
  expect(await find([harbour])).toEqual([picture('t')]);
  wanted.fromTmdb = false;
  expect(await find([harbour])).toEqual([null]);
});

test('a film without a cover is due for TMDB’s, and one without a picture there is not for a week', async () => {
  expect(await isDue(harbour)).toBe(true);
  await covers.keepFetched(harbour, null);
  expect([await find([harbour]), await isDue(harbour)]).toEqual([[null], false]);
  clock += 6.9 * dayMs;
  expect(await isDue(harbour)).toBe(false);
  clock += 0.2 * dayMs;
  expect(await isDue(harbour)).toBe(true);
  await covers.keepFetched(harbour, picture('t'));
  wanted.fromTmdb = false;
  expect([await find([harbour]), await isDue(harbour)]).toEqual([[null], false]);
});

test('a picture of TMDB is kept for six months at most, and one from the screen longer', async () => {
  const other = makeFilm({ title: 'Her', year: 2013, refs: ['tmdb:152601'] });
  await covers.keepFetched(harbour, picture('t'));
  await covers.keep(other, picture('a'));
  const count = () => createCache('covers-test')((db) => db.count('covers'));
  clock += 179 * dayMs;
  await covers.purge();
  expect([await find([harbour, other]), await count()]).toEqual([[picture('t'), picture('a')], 2]);
  clock += 2 * dayMs;
  expect([await find([harbour, other]), await isDue(harbour)]).toEqual([[null, picture('a')], true]);
  await covers.purge();
  expect(await count()).toBe(1);
});

test('a picture that a wrong clock kept in the future is fetched again', async () => {
  await covers.keepFetched(harbour, picture('t'));
  clock -= 400 * dayMs;
  expect([await find([harbour]), await isDue(harbour)]).toEqual([[null], true]);
});

test('the oldest covers give way to new ones', async () => {
  const films = Array.from({ length: maxCovers + 1 }, (_, at) =>
    makeFilm({ title: `Film ${at}`, year: 2000, refs: [`tmdb:${100_000 + at}`] }),
  );
  const use = createCache('covers-test');
  await use(async (db) => {
    const tx = db.transaction('covers', 'readwrite');
    for (const [at, { title, year, directors, refs }] of films.slice(0, -1).entries())
      void tx.store.put({
        key: refs[0] ?? 'title:x',
        refs,
        film: { title, year, directors },
        picture: picture('a'),
        savedAt: at,
      });
    await tx.done;
  });
  const [oldest, newest] = [films[0], films.at(-1)];
  if (!oldest || !newest) throw new Error('there are no films');
  await covers.keep(newest, picture('b'));
  expect(await find([oldest, newest])).toEqual([null, picture('b')]);
});

test('what TMDB sends pushes out no cover from the screen, only what it sent before', async () => {
  const use = createCache('covers-test');
  await covers.keep(harbour, picture('a'));
  const { title, year, directors } = harbour;
  await use(async (db) => {
    const tx = db.transaction('covers', 'readwrite');
    for (let at = 0; at < maxCovers; at += 1) {
      const refs: FilmRef[] = [`tmdb:${100_000 + at}`];
      const film = { title: `${title} ${at}`, year, directors };
      void tx.store.put({
        key: `tmdb ${refs.join()}`,
        refs,
        film,
        picture: null,
        from: 'tmdb',
        savedAt: clock + 1,
      });
    }
    await tx.done;
  });
  clock += 2;
  await covers.keepFetched(makeFilm({ title: 'Her', year: 2013, refs: ['tmdb:152601'] }), null);
  expect(await find([harbour])).toEqual([picture('a')]);
  expect(await use((db) => db.count('covers'))).toBe(0.9 * maxCovers + 1);
});

test.each([
  ['an address on the web', 'https://a.example/harbour.webp'],
  ['a drawing that can have scripts', 'data:image/svg+xml;base64,PHN2Zz4='],
  ['a page', 'data:text/html;base64,PGI+'],
  ['something behind the data', `${picture('a')}" onload="x`],
  ['too much', `data:image/webp;base64,${'a'.repeat(maxCoverLength)}`],
])('the message refuses as a cover %s', (_what, refused) => {
  const film = { ...harbour };
  expect(v.safeParse(keepCoverSchema, { film, picture: picture('a') }).success).toBe(true);
  expect(v.safeParse(keepCoverSchema, { film, picture: refused }).success).toBe(false);
});
