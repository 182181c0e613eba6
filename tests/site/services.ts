// Local servers with the protocols of OMDb, TMDB and Wikidata, about the films of the sample site. The figures are
// generated; only the format is that of the services.
import { films as sampleFilms, type SiteFilm } from './films.ts';
import { jsonResponse, type Handler, type SiteRequest, type SiteResponse } from './page.ts';

export const serviceHosts = [
  'www.omdbapi.com',
  'api.themoviedb.org',
  'image.tmdb.org',
  'query.wikidata.org',
  'www.wikidata.org',
] as const;
export type ServiceHost = (typeof serviceHosts)[number];

/** The key that the local OMDb and TMDB accept. */
export const sampleKey = 'sample-key-1234';

/** The facts of a film that the services have. */
export type ServiceFilm = Pick<SiteFilm, 'title' | 'year' | 'director' | 'minutes' | 'genre'>;

/** The behaviour of the local services, which a test can change. */
export interface SampleServices {
  films: readonly ServiceFilm[];
  handlers: Record<ServiceHost, Handler>;
  /** The number of requests that OMDb still answers today. */
  omdbLeft: number;
  /** Titles of films without a picture at `image.tmdb.org`. */
  withoutPoster: Set<string>;
  /** Answers wait for this promise; null if they do not wait. */
  gate: Promise<void> | null;
}

const json = (value: unknown, status = 200): SiteResponse => ({ ...jsonResponse(value), status });
const omdbRefusal = (error: string, status = 200): SiteResponse =>
  json({ Response: 'False', Error: error }, status);

/** Returns the score of IMDb's audience, out of 10. */
export const omdbValue = (index: number): string => (6 + (index % 30) / 10).toFixed(1);
const omdbFilm = (film: ServiceFilm, index: number) => ({
  Title: film.title,
  Year: String(film.year),
  Runtime: `${film.minutes ?? 100} min`,
  Genre: film.genre,
  Director: film.director,
  Ratings: [{ Source: 'Rotten Tomatoes', Value: `${50 + (index % 50)}%` }],
  Metascore: String(45 + (index % 50)),
  imdbRating: omdbValue(index),
  imdbVotes: '12,345',
  imdbID: `tt${9_000_000 + index}`,
  Type: 'movie',
  Response: 'True',
});

function answerOmdb({ url }: SiteRequest, services: SampleServices): SiteResponse {
  const { films } = services;
  const asked = url.searchParams;
  if (asked.get('apikey') !== sampleKey) return omdbRefusal('Invalid API key!', 401);
  if (services.omdbLeft <= 0) return omdbRefusal('Request limit reached!', 401);
  services.omdbLeft -= 1;
  const [id, title, year] = [asked.get('i'), asked.get('t'), asked.get('y')];
  const index =
    id === null
      ? films.findIndex((film) => film.title === title && String(film.year) === year)
      : Math.max(0, Number(id.slice(2)) - 9_000_000) % films.length;
  const film = films[index];
  return film ? json(omdbFilm(film, index)) : omdbRefusal('Movie not found!');
}

const tmdbFilm = (film: ServiceFilm, index: number) => ({
  adult: false,
  id: 1000 + index,
  title: film.title,
  original_title: film.title,
  release_date: `${film.year}-06-01`,
  vote_average: 5 + (index % 40) / 10,
  vote_count: 4321,
  poster_path: `/poster${index}.png`,
});

const tmdbReview = (film: ServiceFilm, index: number) => ({
  author: 'Third Row',
  author_details: { username: 'third-row', rating: 7 },
  content: `A member’s words about ${film.title}.`,
  created_at: '2026-02-04T12:00:00.000Z',
  url: `https://www.themoviedb.org/review/${index}`,
});

function answerTmdb({ url, headers }: SiteRequest, { films }: SampleServices): SiteResponse {
  const asked = url.searchParams;
  const isKnown =
    asked.get('api_key') === sampleKey || String(headers['authorization']) === `Bearer ${sampleKey}`;
  if (!isKnown) return json({ success: false, status_code: 7, status_message: 'Invalid API key.' }, 401);
  if (url.pathname === '/3/authentication') return json({ success: true });
  if (url.pathname === '/3/search/movie') {
    const rows = films.map(tmdbFilm).filter(({ title }) => title === asked.get('query'));
    const year = asked.get('primary_release_year');
    return json({
      page: 1,
      results: rows.filter(({ release_date }) => year === null || release_date.startsWith(year)),
    });
  }
  const index = Number(/^\/3\/movie\/(\d+)$/.exec(url.pathname)?.[1]) - 1000;
  const film = films[index];
  if (!film) return json({ success: false, status_code: 34 }, 404);
  return json({
    ...tmdbFilm(film, index),
    runtime: film.minutes,
    genres: [{ id: 1, name: film.genre }],
    credits: { cast: [], crew: [{ name: film.director, job: 'Director' }] },
    reviews: { results: [tmdbReview(film, index)] },
  });
}

/** A poster of one colour, 2 by 3 pixels: what matters is that it is a picture. */
const posterPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR42mNQSNgARAwoFABHhQchKUF1nAAAAABJRU5ErkJggg==',
  'base64',
);

/** Answers for a poster of a film in a small size; there is none of a film that `withoutPoster` names. */
function answerPicture({ url }: SiteRequest, { films, withoutPoster }: SampleServices): SiteResponse {
  const index = Number(/^\/t\/p\/w185\/poster(\d+)\.png$/.exec(url.pathname)?.[1]);
  const film = films[index];
  if (!film || withoutPoster.has(film.title)) return { status: 404, body: 'Not found' };
  return { headers: { 'content-type': 'image/png' }, body: posterPng };
}

const firstItem = 9_000_000;
const firstPerson = 8_000_000;

/** Answers a query with the items whose names it lists, such as `"Jaws"@en`. */
function answerQuery({ url }: SiteRequest, { films }: SampleServices): SiteResponse {
  const query = url.searchParams.get('query') ?? '';
  const names = new Set([...query.matchAll(/"((?:[^"\\]|\\.)*)"@/g)].map(([, name = '']) => name));
  const bindings = films.flatMap(({ title }, index) =>
    names.has(title)
      ? [{ item: { type: 'uri', value: `http://www.wikidata.org/entity/Q${firstItem + index}` } }]
      : [],
  );
  return json({ head: { vars: ['item'] }, results: { bindings } });
}

const snak = (value: unknown, type: string) => ({ snaktype: 'value', datavalue: { value, type } });
const statement = (mainsnak: unknown, qualifiers: object = {}) => ({
  mainsnak,
  type: 'statement',
  rank: 'normal',
  qualifiers,
});
const itemSnak = (id: string) => snak({ 'entity-type': 'item', id }, 'wikibase-entityid');
const daySnak = (time: string, precision: number) => snak({ time, timezone: 0, precision }, 'time');

/** Returns the score of Rotten Tomatoes' critics in Wikidata, in per cent. */
const wikidataPercent = (index: number): number => 40 + (index % 59);

function describeItem(id: string, films: readonly ServiceFilm[]): object | null {
  const number = Number(id.slice(1));
  const named = (value: string) => ({ id, type: 'item', labels: { en: { language: 'en', value } } });
  const person = films[number - firstPerson];
  if (person) return named(person.director);
  const index = number - firstItem;
  const film = films[index];
  if (!film) return null;
  const score = statement(snak(`${wikidataPercent(index)}%`, 'string'), {
    P447: [itemSnak('Q105584')],
    P459: [itemSnak('Q108403393')],
    P585: [daySnak('+2026-05-01T00:00:00Z', 11)],
  });
  const claims = {
    P57: [statement(itemSnak(`Q${firstPerson + index}`))],
    P577: [statement(daySnak(`+${film.year}-00-00T00:00:00Z`, 9))],
    P444: [score],
  };
  return { ...named(film.title), aliases: {}, claims, sitelinks: {} };
}

function answerEntities({ url }: SiteRequest, { films }: SampleServices): SiteResponse {
  const ids = (url.searchParams.get('ids') ?? '').split('|');
  if (ids.length > 50) return json({ error: { code: 'toomanyvalues' } });
  return json({
    entities: Object.fromEntries(ids.map((id) => [id, describeItem(id, films) ?? { id, missing: '' }])),
    success: 1,
  });
}

type Answer = (request: SiteRequest, services: SampleServices) => SiteResponse;

/** Creates services about some films; `site.serve` adds them at their hosts. */
export function createSampleServices(films: readonly ServiceFilm[] = sampleFilms): SampleServices {
  const gated =
    (answer: Answer): Handler =>
    async (request) => {
      await services.gate;
      return answer(request, services);
    };
  const services: SampleServices = {
    films,
    omdbLeft: 1000,
    withoutPoster: new Set(),
    gate: null,
    handlers: {
      'www.omdbapi.com': gated(answerOmdb),
      'api.themoviedb.org': gated(answerTmdb),
      'image.tmdb.org': gated(answerPicture),
      'query.wikidata.org': gated(answerQuery),
      'www.wikidata.org': gated(answerEntities),
    },
  };
  return services;
}
