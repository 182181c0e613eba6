import { beforeEach, expect, test, vi } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { StoredReview } from '../../films/review-types.ts';
import type { SourceAnswer } from '../../reviews/answers.ts';
import { keepReview } from '../../watchlog/commands/commands.ts';
import { createLogFixture, her as herInput, type LogFixture } from '../../watchlog/testing/fixture.ts';
import type { SitePosts } from '../followed-sites/site-posts.ts';
import { makeHint } from '../testing/films.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import type { SourceAnswers } from '../sources/source-answers.ts';
import { createIdentify } from './identify.ts';
import { createLocalReviews, type LocalReviews } from './local-reviews.ts';

const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const heat = makeFilm({ title: 'Heat', year: 1995, refs: ['imdb:tt0113277'] });
const live: SourceAnswer = {
  status: { source: 'omdb', sourceName: 'OMDb', state: 'ok', until: null },
  films: [{ film: her, scores: [] }],
  reviews: [],
};

function makeReview(url: string, more: Partial<StoredReview> = {}): StoredReview {
  const { title, year, releases, directors, writers, cast, genres, refs } = her;
  return {
    source: 'page',
    url,
    siteName: 'Second Reel',
    film: { title, year, releases, directors, writers, cast, genres, refs },
    headline: null,
    author: null,
    date: null,
    language: null,
    score: null,
    score100: null,
    criteria: [],
    readers: null,
    verdict: null,
    pros: [],
    cons: [],
    excerpt: null,
    text: null,
    commentsCount: null,
    evidence: ['json-ld'],
    fetchedAt: 0,
    ...more,
  };
}

const kept = makeReview('https://reel.example/her');
const post = makeReview('https://reel.example/post', { source: 'site:1', siteName: null });
const otherPost = makeReview('https://reel.example/other', { source: 'site:1', siteName: null });

let fixture: LogFixture;
const warn = vi.fn();

beforeEach(async () => {
  vi.stubGlobal('console', { ...console, warn });
  warn.mockReset();
  fixture = await createLogFixture();
  await fixture.log.write(keepReview({ film: herInput, review: kept }));
});

interface Parts {
  findReviews?: SitePosts['findReviews'];
  read?: LiveSources['read'];
  loadFilms?: SourceAnswers['loadFilms'];
}

/** What is stored, with the parts that only the network fills. */
function createReviews({ findReviews, read, loadFilms }: Parts = {}): LocalReviews {
  return createLocalReviews({
    readLog: (query) => fixture.log.read(query),
    posts: { findReviews: findReviews ?? ((films) => Promise.resolve(films.map(() => []))) },
    live: { read: read ?? ((films) => Promise.resolve(films.map(() => []))) },
    answers: { loadFilms: loadFilms ?? ((lists) => Promise.resolve(lists.map(() => []))) },
  });
}

/** A part that has these of Her, and nothing of other films. */
const ofHer =
  <T>(...values: T[]) =>
  (films: { title: string }[]): Promise<T[][]> =>
    Promise.resolve(films.map(({ title }) => (title === 'Her' ? values : [])));

test('each film gets its kept reviews, its posts and the answers of live sources, and null gets nothing', async () => {
  const reviews = createReviews({
    findReviews: ofHer(post, otherPost),
    read: ofHer(live),
  });
  const [ofHeat, ofNull, ofFilm] = await reviews.findAnswers([heat, null, her]);
  expect([ofHeat, ofNull]).toEqual([[], []]);
  expect(ofFilm).toEqual([
    {
      status: { source: 'page', sourceName: 'Second Reel', state: 'ok', until: null },
      films: [],
      reviews: [kept],
    },
    {
      status: { source: 'site:1', sourceName: 'site:1', state: 'ok', until: null },
      films: [],
      reviews: [post, otherPost],
    },
    live,
  ]);
});

test('what cannot be read is left out, with a word on the console', async () => {
  const fault = new Error('disk');
  const refuse = () => Promise.reject(fault);
  const reviews = createReviews({ findReviews: refuse, read: refuse, loadFilms: refuse });
  const [answers] = await reviews.findAnswers([her]);
  expect(answers?.map(({ status }) => status.source)).toEqual(['page']);
  expect(await reviews.findFilms([['title:her'], ['title:heat']])).toEqual([[], []]);
  expect(warn.mock.calls).toEqual([
    ['marquee: posts:', fault],
    ['marquee: source answers:', fault],
    ['marquee: source answers:', fault],
  ]);
});

test('without the log posts and live sources still answer', async () => {
  const reviews = createLocalReviews({
    readLog: () => Promise.resolve(null),
    posts: { findReviews: ofHer(post) },
    live: { read: ofHer(live) },
    answers: { loadFilms: (lists) => Promise.resolve(lists.map(() => [])) },
  });
  const [answers] = await reviews.findAnswers([her]);
  expect(answers?.map(({ status }) => status.source)).toEqual(['site:1', 'omdb']);
});

test('a film that only a live source found is identified, with what the source says of it', async () => {
  const identify = createIdentify({
    lookUp: { find: (lists) => Promise.resolve(lists.map(() => [])) },
    readLog: (query) => fixture.log.read(query),
    localReviews: createReviews({
      loadFilms: (lists) => Promise.resolve(lists.map((keys) => (keys.includes('title:heat') ? [heat] : []))),
      read: (films) => Promise.resolve(films.map(({ title }) => (title === 'Heat' ? [live] : []))),
    }),
  });
  const found = await identify([
    makeHint({ title: 'Nothing of the Kind' }),
    makeHint({ title: 'Heat', year: 1995 }),
  ]);
  expect(found.map(({ match }) => match.kind)).toEqual(['unknown', 'film']);
  expect(found.map(({ answers }) => answers)).toEqual([[], [live]]);
});
