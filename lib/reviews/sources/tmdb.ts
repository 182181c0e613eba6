import { parseId } from '../../films/film-ids.ts';
import { makeFilm } from '../../films/make-film.ts';
import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import { isPartialDate } from '../../dates/partial-date.ts';
import { cleanText, truncateText } from '../../text/text.ts';
import { dayMs } from '../../dates/stored-time.ts';
import type { SourceScore, StoredReview } from '../../films/review-types.ts';
import {
  formatDay,
  looseList,
  looseNumber,
  looseText,
  parseAmount,
  parseJsonText,
  parseShape,
  parseYear,
  requireOk,
  validMembers,
} from './answers.ts';
import { SourceError } from './errors.ts';
import { findId } from '../../films/find-id.ts';
import { pickFilm } from './film-query.ts';
import { parsePicturePath } from './tmdb-pictures.ts';
import { parseHttpUrl } from './addresses.ts';
import type { FoundFilm, ReviewSource, SourceContext } from './types.ts';

// Answers: developer.themoviedb.org, "Movies", "Find by ID", "Search".

const address = 'https://api.themoviedb.org/3';
const licence = 'TMDB API terms of use, non-commercial';
const maxReviews = 20;

const id = lazySchema(() => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9)));
const rowFields = { id, title: v.string(), original_title: looseText, release_date: looseText };
const row = lazySchema(() => v.object(rowFields));
const listing = lazySchema(() => v.object({ results: validMembers(row, 20) }));
const found = lazySchema(() => v.object({ movie_results: validMembers(row, 20) }));
const loose = <T extends v.ObjectEntries>(entries: T) => v.fallback(v.nullable(v.object(entries)), null);

const review = lazySchema(() =>
  v.object({
    url: v.string(),
    author: looseText,
    content: looseText,
    created_at: looseText,
    author_details: loose({ rating: looseNumber }),
  }),
);
const movie = lazySchema(() => {
  const named = looseList(v.object({ name: v.string() }), 100);
  const crew = looseList(v.object({ name: v.string(), job: v.string() }), 300);
  return v.object({
    ...rowFields,
    poster_path: looseText,
    runtime: looseNumber,
    vote_average: looseNumber,
    vote_count: looseNumber,
    genres: named,
    external_ids: loose({ imdb_id: looseText, wikidata_id: looseText }),
    alternative_titles: loose({ titles: looseList(v.object({ title: v.string() }), 100) }),
    credits: loose({ cast: named, crew }),
    reviews: loose({ results: looseList(review, maxReviews) }),
  });
});
type Movie = v.InferOutput<typeof movie>;

function readFilm(answer: v.InferOutput<typeof row>, more: Partial<Film> = {}): Film {
  const date = (answer.release_date ?? '').slice(0, 10);
  return makeFilm({
    title: cleanText(answer.title),
    originalTitle: answer.original_title === null ? null : cleanText(answer.original_title),
    year: parseYear(date),
    releases: isPartialDate(date) ? [{ date, region: null }] : [],
    ...more,
    refs: [`tmdb:${answer.id}`, ...(more.refs ?? [])],
  });
}

function listRefs({ external_ids: ids }: Movie): FilmRef[] {
  const refs = [parseId('imdb', ids?.imdb_id ?? ''), parseId('wikidata', ids?.wikidata_id ?? '')];
  return refs.filter((ref) => ref !== null);
}

function listScores(answer: Movie, now: number): SourceScore[] {
  const count = parseAmount(answer.vote_count);
  const value = answer.vote_average;
  if (value === null || value <= 0 || value > 10 || count === 0) return [];
  return [
    {
      source: 'tmdb',
      sourceName: 'TMDB',
      kind: 'audience',
      value: Math.round(value * 10) / 10,
      worst: 0,
      best: 10,
      count,
      url: `https://www.themoviedb.org/movie/${answer.id}`,
      licence,
      asOf: formatDay(now),
      note: null,
    },
  ];
}

function makeReview(stated: v.InferOutput<typeof review>, film: Film, now: number): StoredReview | null {
  const url = parseHttpUrl(stated.url);
  if (url === null || new URL(url).hostname !== 'www.themoviedb.org') return null;
  const rating = stated.author_details?.rating ?? null;
  const score = rating !== null && rating > 0 && rating <= 10 ? { value: rating, worst: 0, best: 10 } : null;
  const author = cleanText(stated.author ?? '');
  const date = (stated.created_at ?? '').slice(0, 10);
  const text = cleanText(stated.content ?? '');
  const { title, year, releases, directors, writers, cast, genres, refs } = film;
  return {
    source: 'tmdb',
    url,
    siteName: 'TMDB',
    film: { title, year, releases, directors, writers, cast, genres, refs },
    headline: null,
    author: author === '' ? null : { name: truncateText(author, 100), role: null, url: null },
    date: isPartialDate(date) ? date : null,
    language: null,
    score,
    score100: score && score.value * 10,
    criteria: [],
    readers: null,
    verdict: null,
    pros: [],
    cons: [],
    excerpt: text === '' ? null : truncateText(text, 400),
    text: null,
    commentsCount: null,
    evidence: [],
    fetchedAt: now,
  };
}

/** Parses the film, the audience's score, the reviews and the path of the poster. Throws `SourceError` `malformed`. */
export function parseTmdb(value: unknown, now: number): FoundFilm {
  const answer = parseShape(movie, value);
  const names = (list: { name: string }[]): string[] => list.map(({ name }) => cleanText(name));
  const jobs = answer.credits?.crew ?? [];
  const film = readFilm(answer, {
    refs: listRefs(answer),
    alternativeTitles: (answer.alternative_titles?.titles ?? []).map(({ title }) => cleanText(title)),
    directors: names(jobs.filter(({ job }) => job === 'Director')),
    writers: names(jobs.filter(({ job }) => job === 'Writer' || job === 'Screenplay')),
    cast: names(answer.credits?.cast ?? []).slice(0, 20),
    genres: names(answer.genres),
    runtimeMinutes: parseAmount(answer.runtime) || null,
  });
  const reviews = (answer.reviews?.results ?? []).flatMap((stated) => makeReview(stated, film, now) ?? []);
  const poster = parsePicturePath(answer.poster_path);
  return { film, scores: listScores(answer, now), reviews, poster };
}

/** Parses the films found by a search or by another system's id. Throws `SourceError` `malformed`. */
function parseTmdbList(value: unknown): Film[] {
  const result = v.safeParse(found, value);
  const rows = result.success ? result.output.movie_results : parseShape(listing, value).results;
  return rows.map((one) => readFilm(one));
}

/** Long keys are tokens for a header; short ones only work in the address. */
async function ask(
  path: string,
  parameters: Record<string, string>,
  context: SourceContext,
): Promise<unknown> {
  const { fetch, signal, key } = context;
  if (key === null) throw new SourceError('no-key', 'TMDB needs a key');
  const isToken = key.length > 60;
  const query = new URLSearchParams({ ...(isToken ? {} : { api_key: key }), ...parameters });
  const headers: Record<string, string> = isToken ? { Authorization: `Bearer ${key}` } : {};
  const response = await fetch(`${address}${path}?${query.toString()}`, { signal, headers });
  if (response.status === 404) return null;
  requireOk(response);
  return parseJsonText(response.text);
}

async function findMovieId(film: Film, context: SourceContext): Promise<string | null> {
  const own = findId(film, 'tmdb');
  if (own !== null) return /^\d{1,9}$/.test(own) ? own : null;
  const imdb = findId(film, 'imdb');
  const year: Record<string, string> = film.year === null ? {} : { primary_release_year: String(film.year) };
  const answer =
    imdb === null
      ? await ask('/search/movie', { query: film.title, ...year }, context)
      : await ask(`/find/${encodeURIComponent(imdb)}`, { external_source: 'imdb_id' }, context);
  const films = answer === null ? [] : parseTmdbList(answer);
  // A film found by an IMDb id has that id, although the list does not repeat it.
  const rows = films.map((one) => ({
    film: imdb === null ? one : { ...one, refs: [...one.refs, `imdb:${imdb}` as const] },
  }));
  const picked = pickFilm(film, rows);
  return picked && findId(picked.film, 'tmdb');
}

async function lookUpFilm(film: Film, context: SourceContext): Promise<FoundFilm | null> {
  const movieId = await findMovieId(film, context);
  if (movieId === null) return null;
  const parts = 'external_ids,alternative_titles,reviews,credits';
  const answer = await ask(`/movie/${movieId}`, { append_to_response: parts }, context);
  return answer === null ? null : pickFilm(film, [parseTmdb(answer, context.now)]);
}

/**
 * TMDB (themoviedb.org): the audience's score and reviews. Needs the user's own key. Answers are kept for six months
 * at most.
 */
export const tmdb: ReviewSource = {
  id: 'tmdb',
  name: 'TMDB',
  origins: ['https://api.themoviedb.org/*'],
  needsKey: true,
  policy: {
    freshForMs: 7 * dayMs,
    missFreshForMs: 7 * dayMs,
    keepAtMostMs: 180 * dayMs,
    licence,
    mayExport: false,
    dailyBudget: 2000,
    minGapMs: 100,
    maxBatch: 1,
    requestsPerFilm: 2,
  },
  lookUp: async (films, context) => {
    const answers: (FoundFilm | null)[] = [];
    for (const film of films) answers.push(await lookUpFilm(film, context));
    return answers;
  },
  checkKey: async (context) => void (await ask('/authentication', {}, context)),
};
