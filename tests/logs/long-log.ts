// Generates realistic logs of any length: years of entries, rewatches, tags, notes, reviews, a watchlist.
import { titleRef } from '../../lib/films/titles/title-key.ts';
import type { FilmRef } from '../../lib/films/types.ts';
import { createIdMaker } from '../../lib/text/ids.ts';
import { addDays } from '../../lib/dates/partial-date.ts';
import { createRowLists } from '../../lib/transfer/log-rows.ts';
import type { LogRowLists } from '../../lib/transfer/types.ts';
import { formatStamp } from '../../lib/watchlog/store/hybrid-clock.ts';
import { formatListKey } from '../../lib/watchlog/store/list-key.ts';
import { listPlacesBetween } from '../../lib/watchlog/store/list-places.ts';
import type { WatchEntry, FilmRow, RatingRow, RatingValue, WatchlistRow } from '../../lib/watchlog/types.ts';
import { films as siteFilms } from '../site/films.ts';
import {
  adjectives,
  companies,
  countries,
  firstNames,
  genres,
  languages,
  lastNames,
  nouns,
  places,
  sentences,
  tags,
} from './long-log.data.ts';

export interface LongLogOptions {
  entries: number;
  /** The newest day of the diary, `YYYY-MM-DD`. */
  lastDay: string;
  /** The number of years the diary spans. */
  years?: number;
  /** The number of lists, and of films on each. */
  lists?: { count: number; films: number };
  /** Equal seeds give equal logs. */
  seed?: number;
}

/** Returns a generator of numbers from 0 to below 1, the same for the same seed (Mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Making {
  random: () => number;
  pick: <T>(list: readonly T[]) => T;
  makeId: () => string;
  base: Pick<FilmRow, 'stamps' | 'deleted' | 'importId'>;
  log: LogRowLists;
  /** The start of the log, in ms since 1970. */
  startMs: number;
}

const toRating = (value: number): RatingValue => Math.min(10, Math.max(1, Math.round(value))) as RatingValue;

function createMaking(seed: number, startMs: number): Making {
  const random = createRandom(seed);
  let ms = startMs;
  return {
    random,
    pick: (list) => list[Math.floor(random() * list.length)] as (typeof list)[number],
    makeId: createIdMaker({
      now: () => (ms += 1),
      random: (count) => Uint8Array.from({ length: count }, () => random() * 256),
    }),
    base: {
      stamps: { title: formatStamp({ ms: startMs, counter: 0, device: 'longlog0' }) },
      deleted: null,
      importId: null,
    },
    log: createRowLists(),
    startMs,
  };
}

/** Returns title, year and directors of a film. The first films are those of the sample site, so a short log has those. */
function nameFilm({ pick, random }: Making, at: number): Pick<FilmRow, 'title' | 'year' | 'directors'> {
  const known = siteFilms[at];
  if (known) return { title: known.title, year: known.year, directors: [known.director] };
  const title =
    random() < 0.6 ? `The ${pick(adjectives)} ${pick(nouns)}` : `${pick(nouns)} and ${pick(nouns)}`;
  const directors = [`${pick(firstNames)} ${pick(lastNames)}`];
  return {
    title: at % 40 === 7 ? `${title}, Part ${(at % 3) + 2}` : title,
    year: 2026 - Math.floor(random() ** 2 * 90),
    directors,
  };
}

function makeFilm(making: Making, at: number): FilmRow {
  const { base, makeId, pick, random } = making;
  const named = nameFilm(making, at);
  const ids: FilmRef[] = [`imdb:tt${String(3_000_000 + at)}`];
  const language = pick(languages);
  return {
    ...base,
    id: makeId(),
    refs: [...ids, titleRef(named.title, named.year)],
    ...named,
    originalTitle: language === 'English' ? null : `${pick(lastNames)} ${pick(nouns)}`,
    alternativeTitles: random() < 0.2 ? [`${pick(nouns)} ${at}`] : [],
    releases: [],
    writers: [`${pick(firstNames)} ${pick(lastNames)}`],
    cast: Array.from({ length: 5 }, () => `${pick(firstNames)} ${pick(lastNames)}`),
    runtimeMinutes: random() < 0.95 ? 75 + Math.floor(random() * 100) : null,
    genres: [...new Set([pick(genres), pick(genres)])],
    countries: [pick(countries)],
    languages: [language],
    liked: random() < 0.08,
    tags: random() < 0.05 ? [pick(['to show the kids', 'best of the decade', 'for winter'])] : [],
  };
}

function makeEntry(making: Making, film: FilmRow, watchedOn: string | null, isRewatch: boolean): WatchEntry {
  const { base, makeId, pick, random, startMs } = making;
  return {
    ...base,
    id: makeId(),
    filmId: film.id,
    watchedOn,
    diaryKey: watchedOn ?? '',
    rewatch: isRewatch,
    finished: random() > 0.03,
    rating: random() < 0.75 ? toRating(4 + random() * 3.5 + random() * 3) : null,
    tags: random() < 0.3 ? [...new Set([pick(tags), pick(tags)])] : [],
    note: random() < 0.1 ? pick(sentences) : '',
    review: random() < 0.04 ? `${pick(sentences)} ${pick(sentences)}\n\n${pick(sentences)}` : '',
    reviewHasSpoilers: random() < 0.01,
    place: random() < 0.4 ? pick(places) : '',
    company: random() < 0.15 ? pick(companies) : '',
    loggedAt: startMs,
    origin: 'log',
  };
}

function makeRating(
  { base, makeId, startMs, random }: Making,
  filmId: string,
  value: RatingValue,
): RatingRow {
  const criteria: RatingRow['criteria'] =
    random() < 0.05 ? { story: value, acting: toRating(value - 1) } : {};
  return { ...base, id: makeId(), filmId, value, criteria, ratedAt: startMs };
}

function makeWatchlistItem({ base, makeId, startMs, random, pick }: Making, filmId: string): WatchlistRow {
  const priority = ([0, 0, 0, 1, 2, 3] as const)[Math.floor(random() * 6)] ?? 0;
  return {
    ...base,
    id: makeId(),
    filmId,
    priority,
    reason: random() < 0.4 ? pick(sentences) : '',
    addedAt: startMs,
  };
}

/** Adds lists of films of the log, each with its own order. */
function addLists({ base, log, makeId, pick, startMs }: Making, count: number, films: number): void {
  const positions = listPlacesBetween(null, null, films) ?? [];
  for (let at = 0; at < count; at += 1) {
    const listId = makeId();
    const name = `${pick(adjectives)} ${pick(nouns)}s, ${at + 1}`;
    log.lists.push({ ...base, id: listId, name, description: '', ranked: at % 2 === 0, createdAt: startMs });
    positions.forEach((position, place) => {
      const filmId = log.films[(at * 7 + place) % log.films.length]?.id ?? '';
      const item = { ...base, id: makeId(), listId, filmId, position, note: '', addedAt: startMs };
      log.listItems.push({ ...item, listKey: formatListKey(item) });
    });
  }
}

/** Returns an entry's date: mostly the day, sometimes only the month or year, or null. */
function findDay({ random }: Making, day: string): string | null {
  const chance = random();
  if (chance < 0.01) return null;
  if (chance < 0.02) return day.slice(0, 4);
  return chance < 0.04 ? day.slice(0, 7) : day;
}

/** Returns a log of that many entries, the newest on `lastDay`, with four films per ten entries, and a watchlist. */
export function makeLongLog({
  entries,
  lastDay,
  years = 10,
  lists = { count: 0, films: 0 },
  seed = 1,
}: LongLogOptions): LogRowLists {
  const span = years * 365;
  const making = createMaking(seed, Date.parse(addDays(lastDay, -span) ?? lastDay));
  const { log, random } = making;
  const films = Math.max(1, Math.round(entries * 0.4));
  const listed = Math.round(entries * 0.05);
  for (let at = 0; at < films + listed; at += 1) log.films.push(makeFilm(making, at));
  const seen = new Set<string>();
  for (let at = 0; at < entries; at += 1) {
    const back = Math.floor(span * (1 - (at + random()) / entries));
    const film = log.films[at < films ? (at * 7) % films : Math.floor(random() ** 2 * films)];
    if (!film) continue;
    const day = findDay(making, addDays(lastDay, -back) ?? lastDay);
    const entry = makeEntry(making, film, day, seen.has(film.id));
    seen.add(film.id);
    log.entries.push(entry);
  }
  for (const film of log.films.slice(0, films)) {
    if (random() < 0.5) log.ratings.push(makeRating(making, film.id, toRating(4 + random() * 6)));
  }
  for (const film of log.films.slice(films)) log.watchlist.push(makeWatchlistItem(making, film.id));
  addLists(making, lists.count, lists.films);
  return log;
}
