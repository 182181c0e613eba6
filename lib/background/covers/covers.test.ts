import { deleteDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { makeFilm } from '../../films/make-film.ts';
import { maxCoverLength } from '../../messaging/cover-protocol.ts';
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
let isOn: boolean;
let clock: number;

beforeEach(async () => {
  await deleteDB('covers-test');
  isOn = true;
  clock = 1_790_000_000_000;
  covers = createCovers({
    use: createCache('covers-test'),
    now: () => clock,
    isOn: () => Promise.resolve(isOn),
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
  expect(await covers.find(asked)).toEqual([picture('a'), picture('a'), null, null]);
});

test('a film has one cover, the last one, also when more of its ids are known by then', async () => {
  await covers.keep({ ...harbour, refs: [] }, picture('a'));
  await covers.keep(harbour, picture('b'));
  await covers.keep({ ...harbour, refs: ['tmdb:9900001', ...harbour.refs] }, picture('c'));
  expect(await covers.find([{ ...harbour, refs: [] }, harbour])).toEqual([picture('c'), picture('c')]);
});

test('a title and year that two films have find neither cover; their ids find each', async () => {
  const other = { ...harbour, refs: ['imdb:tt9900002' as const], directors: ['B. Olsen'] };
  await covers.keep(harbour, picture('a'));
  await covers.keep(other, picture('b'));
  const { title, year } = harbour;
  expect(await covers.find([harbour, other, { refs: [], title, year }])).toEqual([
    picture('a'),
    picture('b'),
    null,
  ]);
});

test('where the user wants no covers none is kept, and none is shown', async () => {
  await covers.keep(harbour, picture('a'));
  isOn = false;
  expect(await covers.find([harbour])).toEqual([null]);
  await covers.keep(harbour, picture('b'));
  isOn = true;
  expect(await covers.find([harbour])).toEqual([picture('a')]);
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
  expect(await covers.find([oldest, newest])).toEqual([null, picture('b')]);
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
