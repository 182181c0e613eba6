import { beforeEach, expect, test, vi } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import { picturePolicy } from '../../reviews/sources/tmdb-pictures.ts';
import { tmdb } from '../../reviews/sources/tmdb.ts';
import { createCache } from '../cache/cache-database.ts';
import { createRequestQueue } from '../http/request-queue.ts';
import { createUsageQuota, failuresBeforeRest } from '../http/usage-quota.ts';
import { createLiveSources } from '../sources/live-sources.ts';
import { createSourceAnswers } from '../sources/source-answers.ts';
import { createCovers } from './covers.ts';
import { createTmdbPictures } from './tmdb-pictures.ts';

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const picture = `data:image/jpeg;base64,${btoa(String.fromCharCode(...jpeg))}`;
const harbour = makeFilm({ title: 'The Long Harbour', year: 2025, refs: ['tmdb:9001'] });
const others = [9002, 9003, 9004, 9005].map((id) =>
  makeFilm({ title: `Film ${id}`, year: 2001, refs: [`tmdb:${id}`] }),
);

const fetchMock = vi.fn<(url: string) => Promise<Response>>();
let names = 0;
let isOn: boolean;
let isAllowed: boolean;
let clock: number;
const onAnswer = vi.fn();
const onOtherAnswer = vi.fn();

/** What TMDB has of a film, by its number in the address. */
const describe = (url: string, poster: string | null = '/harbour.jpg'): Response => {
  const id = Number(/movie\/(\d+)/.exec(url)?.[1]);
  const film = [harbour, ...others].find(({ refs }) => refs[0] === `tmdb:${id}`);
  const release = { release_date: `${film?.year}-01-01`, poster_path: poster };
  return Response.json({ id, title: film?.title, ...release });
};

function make() {
  const now = () => clock;
  const use = createCache(`pictures-${(names += 1)}`);
  const quota = createUsageQuota({ use, now });
  const queue = createRequestQueue({
    fetch: fetchMock as typeof fetch,
    now,
    isOnline: () => true,
    sleep: () => Promise.resolve(),
    random: () => 0,
    hasPermission: (origins) => Promise.resolve(isAllowed || !origins.includes('https://image.tmdb.org/*')),
    quota,
  });
  const answers = createSourceAnswers({ use, now });
  const live = createLiveSources({
    ...{ sources: [tmdb], answers, quota, queue, now },
    languages: () => ['en'],
    loadOn: () => Promise.resolve(['tmdb']),
    loadKey: () => Promise.resolve('key'),
    onAnswer: onOtherAnswer,
  });
  const loadWanted = () => Promise.resolve({ fromScreen: true, fromTmdb: isOn });
  const covers = createCovers({ use, now, loadWanted });
  const pictures = createTmdbPictures({
    covers,
    answers,
    live,
    queue,
    quota,
    now,
    isOn: () => Promise.resolve(isOn),
    onAnswer,
  });
  return { pictures, covers, answers, quota };
}

/** Answers TMDB's API, and its pictures with what `answer` gives. */
function serve(answer: (url: string) => Response, poster?: string | null): void {
  fetchMock.mockImplementation((url) =>
    Promise.resolve(url.startsWith('https://api.') ? describe(url, poster) : answer(url)),
  );
}
const sentTo = (host: string): string[] =>
  fetchMock.mock.calls.map(([url]) => url).filter((url) => new URL(url).host === host);
const sentForPictures = () => sentTo('image.tmdb.org');

beforeEach(() => {
  for (const mock of [fetchMock, onAnswer, onOtherAnswer]) mock.mockReset();
  [isOn, isAllowed, clock] = [true, true, Date.UTC(2026, 10, 22, 12)];
  serve(() => new Response(jpeg));
});

test('a film whose TMDB id is known gets its small poster, once, and keeps it', async () => {
  const { pictures } = make();
  const found = [{ picture, isFromTmdb: true }];
  expect(await pictures.fetch([harbour])).toEqual(found);
  expect(await pictures.fetch([harbour])).toEqual(found);
  expect(sentForPictures()).toEqual(['https://image.tmdb.org/t/p/w185/harbour.jpg']);
  expect(sentTo('api.themoviedb.org')).toHaveLength(1);
});

test('a film without a TMDB id gets its poster where TMDB has answered about it, and else nothing is sent', async () => {
  const { pictures, answers } = make();
  const named = { ...harbour, refs: [] };
  expect(await pictures.fetch([named])).toEqual([null]);
  expect(fetchMock).not.toHaveBeenCalled();
  await answers.save('tmdb', named, { film: harbour, scores: [], reviews: [], poster: '/harbour.jpg' });
  expect(await pictures.fetch([named])).toEqual([{ picture, isFromTmdb: true }]);
  expect(sentTo('api.themoviedb.org')).toEqual([]);
});

test('an answer that an earlier version kept without the poster is asked for again, once', async () => {
  const { pictures, answers } = make();
  const named = { ...harbour, refs: [] };
  for (const film of [named, ...others.slice(0, 1)])
    await answers.save('tmdb', film, { film: film === named ? harbour : film, scores: [], reviews: [] });
  clock += 3_600_000;
  const shown = [{ picture, isFromTmdb: true }];
  expect(await pictures.fetch([named])).toEqual(shown);
  expect(await pictures.fetch(others.slice(0, 1))).toEqual(shown);
  expect(sentTo('api.themoviedb.org')).toHaveLength(2);
  serve(() => new Response('no', { status: 404 }), null);
  clock += 24 * 3_600_000;
  for (const film of others.slice(1, 2)) await answers.save('tmdb', film, { film, scores: [], reviews: [] });
  expect(await pictures.fetch(others.slice(1, 2))).toEqual([null]);
  expect(await pictures.fetch(others.slice(1, 2))).toEqual([null]);
  expect(sentTo('api.themoviedb.org')).toHaveLength(3);
});

test('what TMDB answered about films without a cover is announced by itself, not as scores that a user waits for', async () => {
  const { pictures } = make();
  await pictures.fetch(others);
  expect(onAnswer).toHaveBeenCalledOnce();
  expect(onOtherAnswer).not.toHaveBeenCalled();
  await pictures.fetch(others);
  expect(onAnswer).toHaveBeenCalledOnce();
});

test('each film gets its own picture, and one with a cover from the screen is not asked for', async () => {
  const { pictures, covers } = make();
  await covers.keep(harbour, 'data:image/webp;base64,AAAA');
  serve((url) => new Response(Uint8Array.from([...jpeg, url.length])), '/x.jpg');
  const found = await pictures.fetch([others[0], harbour, others[1]].flatMap((film) => film ?? []));
  expect(found?.map((one) => one?.isFromTmdb)).toEqual([true, false, true]);
  expect(sentTo('api.themoviedb.org').every((url) => !url.includes('9001'))).toBe(true);
});

test('no request is sent while pictures are off', async () => {
  isOn = false;
  expect(await make().pictures.fetch([harbour])).toBeNull();
  expect(fetchMock).not.toHaveBeenCalled();
});

test('after the requests of a day no picture is asked for until the next', async () => {
  const { pictures, quota } = make();
  for (let used = 0; used < picturePolicy.dailyBudget; used += 1) await quota.reserve(picturePolicy.id, null);
  expect(await pictures.fetch([harbour])).toBeNull();
  expect(fetchMock).not.toHaveBeenCalled();
  clock += 12 * 3_600_000;
  expect(await pictures.fetch([harbour])).toEqual([{ picture, isFromTmdb: true }]);
});

test('without the permission for its origin no picture is asked for', async () => {
  isAllowed = false;
  expect(await make().pictures.fetch([harbour])).toEqual([null]);
  expect(sentForPictures()).toEqual([]);
});

test.each<[string, () => Response]>([
  ['is not there', () => new Response('no', { status: 404 })],
  ['is a page', () => new Response('<!doctype html>', { headers: { 'content-type': 'image/jpeg' } })],
  ['is a drawing that can have scripts', () => new Response('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['is too large', () => new Response(Uint8Array.from({ length: 200_000 }, (_, at) => jpeg[at] ?? 0))],
])(
  'where the picture %s there is none, and it is not asked for again within a week',
  async (_what, answer) => {
    const { pictures } = make();
    serve(answer);
    expect(await pictures.fetch([harbour])).toEqual([null]);
    clock += 24 * 3_600_000;
    expect(await pictures.fetch([harbour])).toEqual([null]);
    expect(sentForPictures()).toHaveLength(1);
    clock += 7 * 24 * 3_600_000;
    serve(() => new Response(jpeg));
    expect(await pictures.fetch([harbour])).toEqual([{ picture, isFromTmdb: true }]);
  },
);

test.each([[null], ['/../../3/authentication'], ['//evil.example/a.jpg'], ['/a.svg']])(
  'a film whose poster’s path is %j has none, and no address is made of it',
  async (poster) => {
    const { pictures } = make();
    serve(() => new Response(jpeg), poster);
    expect(await pictures.fetch([harbour])).toEqual([null]);
    expect(await pictures.fetch([harbour])).toEqual([null]);
    expect(sentForPictures()).toEqual([]);
    expect(sentTo('api.themoviedb.org')).toHaveLength(1);
  },
);

test('a server that fails rests after a few films, and then is asked again', async () => {
  const { pictures } = make();
  serve(() => new Response('', { status: 403 }));
  for (const film of others.slice(0, failuresBeforeRest))
    expect(await pictures.fetch([film])).toEqual([null]);
  expect(await pictures.fetch([harbour])).toBeNull();
  expect(sentForPictures()).toHaveLength(failuresBeforeRest);
  clock += 6 * 60_000;
  serve(() => new Response(jpeg));
  expect(await pictures.fetch([harbour])).toEqual([{ picture, isFromTmdb: true }]);
});
