import { makeFilm } from '../../films/make-film.ts';
import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import { cleanText } from '../../text/text.ts';
import { dayMs } from '../../dates/stored-time.ts';
import type { SourceScore } from '../../films/review-types.ts';
import {
  formatDay,
  looseList,
  looseText,
  parseAmount,
  parseJsonText,
  parseShape,
  parseYear,
} from './answers.ts';
import { findNextMidnight, SourceError } from './errors.ts';
import { parseId } from '../../films/film-ids.ts';
import { findId } from '../../films/find-id.ts';
import { findPageAt } from '../../films/id-pages.ts';
import { pickFilm } from './film-query.ts';
import type { FoundFilm, ReviewSource, SourceContext } from './types.ts';

// Answers: omdbapi.com. Unknown values are "N/A"; errors have status 200 or 401.

const address = 'https://www.omdbapi.com/';
const licence = 'CC-BY-NC-4.0';

const schema = lazySchema(() =>
  v.object({
    Response: v.picklist(['True', 'False']),
    Error: looseText,
    Title: looseText,
    Year: looseText,
    Type: looseText,
    Director: looseText,
    Writer: looseText,
    Actors: looseText,
    Genre: looseText,
    Country: looseText,
    Language: looseText,
    Runtime: looseText,
    imdbID: looseText,
    imdbRating: looseText,
    imdbVotes: looseText,
    Metascore: looseText,
    Ratings: looseList(v.object({ Source: v.string(), Value: v.string() }), 20),
  }),
);
type Answer = v.InferOutput<typeof schema>;

function known(text: string | null): string | null {
  const clean = cleanText(text ?? '');
  return clean === '' || clean === 'N/A' ? null : clean;
}

function listNames(text: string | null): string[] {
  return (known(text) ?? '')
    .split(',')
    .map((name) => name.replace(/\([^()]*\)/g, '').trim())
    .filter((name) => name !== '');
}

/** A plain number up to `best`; null for "N/A", "1e999", "8,5" and similar texts. */
function parseValue(text: string | null, best: number): number | null {
  const match = /^\d{1,3}(?:\.\d{1,2})?$/.exec(known(text) ?? '');
  const value = match === null ? NaN : Number(match[0]);
  return value <= best ? value : null;
}

function parseVotes(text: string | null): number | null {
  const digits = /^\d{1,3}(?:,\d{3})*$|^\d{1,9}$/.exec(known(text) ?? '')?.[0];
  return digits === undefined ? null : parseAmount(Number(digits.replaceAll(',', '')));
}

function listScores(answer: Answer, refs: FilmRef[], now: number): SourceScore[] {
  const rest = { worst: 0, licence, asOf: formatDay(now), note: null };
  const tomatoes = answer.Ratings.find(({ Source }) => Source === 'Rotten Tomatoes')?.Value;
  const stated = [
    {
      value: parseValue(answer.imdbRating, 10),
      best: 10,
      worst: 1,
      source: 'imdb',
      sourceName: 'IMDb',
      kind: 'audience' as const,
      count: parseVotes(answer.imdbVotes),
      url: findPageAt('imdb', refs),
    },
    {
      value: parseValue(tomatoes?.replace(/%$/, '') ?? null, 100),
      best: 100,
      source: 'rottentomatoes',
      sourceName: 'Rotten Tomatoes',
      kind: 'critics' as const,
      count: null,
      url: null,
    },
    {
      value: parseValue(answer.Metascore, 100),
      best: 100,
      source: 'metacritic',
      sourceName: 'Metacritic',
      kind: 'critics' as const,
      count: null,
      url: null,
    },
  ];
  return stated.flatMap(({ value, ...score }) =>
    value === null || value < (score.worst ?? 0) ? [] : [{ ...rest, ...score, value }],
  );
}

function readFilm(answer: Answer, refs: FilmRef[]): Film | null {
  const title = known(answer.Title);
  if (title === null) return null;
  const runtime = /^(\d{1,4}) min$/.exec(known(answer.Runtime) ?? '')?.[1];
  return makeFilm({
    title,
    refs,
    year: parseYear(known(answer.Year)),
    directors: listNames(answer.Director),
    writers: listNames(answer.Writer),
    cast: listNames(answer.Actors),
    genres: listNames(answer.Genre),
    countries: listNames(answer.Country),
    languages: listNames(answer.Language),
    runtimeMinutes: runtime === undefined ? null : parseAmount(Number(runtime)),
  });
}

function judgeError(message: string, now: number): null {
  if (/limit reached/i.test(message))
    throw new SourceError('limit-reached', 'the daily limit of the key is reached', findNextMidnight(now));
  if (/api key/i.test(message)) throw new SourceError('invalid-key', 'the service does not accept the key');
  if (/not found|incorrect imdb id|too many results/i.test(message)) return null;
  throw new SourceError('failed', 'the service reports an error');
}

/**
 * Parses the film and its scores; null if there is no film. `now` gives the day of the scores, in milliseconds since
 * 1970. Throws `SourceError`: `limit-reached`, `invalid-key`, `failed`, or `malformed` for an unexpected shape.
 */
export function parseOmdb(value: unknown, now: number): FoundFilm | null {
  const answer = parseShape(schema, value);
  if (answer.Response === 'False') return judgeError(answer.Error ?? '', now);
  const ref = parseId('imdb', known(answer.imdbID) ?? '');
  const refs = ref === null ? [] : [ref];
  const film = readFilm(answer, refs);
  if (film === null || (known(answer.Type) ?? 'movie') !== 'movie') return null;
  return { film, scores: listScores(answer, refs, now), reviews: [] };
}

async function ask(parameters: Record<string, string>, context: SourceContext): Promise<FoundFilm | null> {
  const { fetch, signal, key, now } = context;
  if (key === null) throw new SourceError('no-key', 'OMDb needs a key');
  const query = new URLSearchParams({ apikey: key, ...parameters });
  const response = await fetch(`${address}?${query.toString()}`, { signal });
  // A refusal by OMDb has a JSON body with the reason; an HTML page is from another server in between.
  if (response.status !== 401 && response.status !== 200)
    throw new SourceError('failed', `OMDb answered ${response.status}`);
  if (response.status === 401 && !/^\s*\{/.test(response.text))
    throw new SourceError('invalid-key', 'the service does not accept the key');
  return parseOmdb(parseJsonText(response.text), now);
}

async function lookUpFilm(film: Film, context: SourceContext): Promise<FoundFilm | null> {
  const id = findId(film, 'imdb');
  const year: Record<string, string> = film.year === null ? {} : { y: String(film.year) };
  const found = await ask(id === null ? { t: film.title, ...year, type: 'movie' } : { i: id }, context);
  return found && pickFilm(film, [found]);
}

/**
 * OMDb (omdbapi.com): the scores of IMDb's audience and of the critics of Rotten Tomatoes and Metacritic. Needs the
 * user's own key.
 */
export const omdb: ReviewSource = {
  id: 'omdb',
  name: 'OMDb',
  origins: ['https://www.omdbapi.com/*'],
  needsKey: true,
  policy: {
    freshForMs: 3 * dayMs,
    missFreshForMs: 7 * dayMs,
    keepAtMostMs: 90 * dayMs,
    licence,
    mayExport: false,
    dailyBudget: 1000,
    minGapMs: 200,
    maxBatch: 1,
    requestsPerFilm: 1,
  },
  lookUp: async (films, context) => {
    const found: (FoundFilm | null)[] = [];
    for (const film of films) found.push(await lookUpFilm(film, context));
    return found;
  },
  checkKey: async (context) => void (await ask({ i: 'tt0111161' }, context)),
};
