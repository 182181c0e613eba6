import type { FilmInput } from '../../watchlog/types.ts';
import { readDay } from '../../tables/dates.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { listOf, member, memberAt, textOf } from '../json.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { listIdRefs, pointScale, readRating, readTitle, readYear } from '../values.ts';
import type { RowLocation, SourceFile } from '../../tables/types.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';

const groups = ['movies', 'shows', 'anime'] as const;

/** The work that an item is about. The backup names it `movie`, or `show`, also for anime films. */
const workOf = (item: unknown): unknown =>
  member(item, 'movie') ?? member(item, 'show') ?? member(item, 'anime');

/** The lists of a backup, or the one list that the API answers with, by their groups. */
function listGroups(json: unknown): [(typeof groups)[number], unknown[]][] {
  if (!Array.isArray(json)) return groups.map((group) => [group, listOf(member(json, group))]);
  const groupOf = (item: unknown): (typeof groups)[number] =>
    member(item, 'movie') !== undefined
      ? 'movies'
      : member(item, 'anime_type') !== undefined
        ? 'anime'
        : 'shows';
  return groups.map((group) => [group, json.map((item: unknown) => (groupOf(item) === group ? item : null))]);
}

const statuses = ['plantowatch', 'watching', 'completed', 'hold', 'dropped', 'notinteresting'];

function isBackup({ json }: SourceFile): boolean {
  if (Array.isArray(json))
    return json.some(
      (item) => statuses.includes(textOf(member(item, 'status'))) && typeof workOf(item) === 'object',
    );
  const lists = groups.map((group) => member(json, group)).filter((list) => Array.isArray(list));
  if (lists.length === 0) return false;
  const item = lists.map((list) => listOf(list)[0]).find((each) => each !== undefined);
  return item === undefined || textOf(member(item, 'status')) !== '' || typeof workOf(item) === 'object';
}

function readFilm(builder: ImportBuilder, item: unknown): FilmInput {
  const work = workOf(item);
  const id = (name: string): string => textOf(memberAt(work, 'ids', name));
  return builder.film({
    title: readTitle(textOf(member(work, 'title')), 'movie.title'),
    year: readYear(textOf(member(work, 'year')), 'movie.year'),
    refs: listIdRefs({ imdb: id('imdb'), tmdb: id('tmdb') }),
  });
}

/** Adds the film's current rating. The item has the day of the rating and the day of the entry separately. */
function rateFilm(builder: ImportBuilder, item: unknown, film: FilmInput, from: RowLocation): void {
  const raw = textOf(member(item, 'user_rating'));
  if (raw === '' || raw === '0') return;
  const { value } = readRating(raw, 'user_rating', pointScale);
  const rated = readDay(textOf(member(item, 'user_rated_at')), 'user_rated_at', builder.findDay);
  builder.addRating({ film, value, ratedAt: rated?.at ?? null, from });
}

function readItem(builder: ImportBuilder, item: unknown, from: RowLocation): void {
  const film = readFilm(builder, item);
  const watched = readDay(textOf(member(item, 'last_watched_at')), 'last_watched_at', builder.findDay);
  const added = readDay(
    textOf(member(item, 'added_to_watchlist_at')),
    'added_to_watchlist_at',
    builder.findDay,
  );
  const note = textOf(memberAt(item, 'memo', 'text'));
  const status = textOf(member(item, 'status'));
  const name = film.refs[0] ?? `${film.title}\n${film.year}`;
  builder.rejectDuplicate(`film ${name}`, null, 'same-film');
  rateFilm(builder, item, film, from);
  if (status === 'plantowatch') {
    builder.addToWatchlist({ film, addedAt: added?.at ?? null, reason: note, from });
    return;
  }
  if (status === 'watching' || status === 'hold') {
    throw new RowFault('in-progress', 'status', 'in-progress', shorten(film.title));
  }
  builder.addEntry({
    film,
    watchedOn: watched?.day ?? null,
    watchedAt: watched?.at ?? null,
    // Backups from before 2020 have another word for films that were not finished.
    finished: status !== 'dropped' && status !== 'notinteresting',
    note,
    from,
  });
}

function rejectOtherWork(group: 'shows' | 'anime', item: unknown): never {
  const title = textOf(member(workOf(item), 'title'));
  const kind = group === 'shows' ? 'series' : 'anime';
  throw new RowFault(kind, group, 'not-a-film', shorten(title));
}

/** Whether an anime item is a film, by its `anime_type`. */
const isAnimeFilm = (item: unknown): boolean =>
  ['movie', 'film'].includes(
    (textOf(member(item, 'anime_type')) || textOf(member(workOf(item), 'anime_type'))).toLowerCase(),
  );

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('simkl', options);
  for (const { name, json } of files) {
    for (const [group, items] of listGroups(json)) {
      items.forEach((item, at) => {
        if (item === null) return;
        const from = { file: name, row: at + 1 };
        builder.attempt(from, () => {
          if (group === 'movies' || (group === 'anime' && isAnimeFilm(item))) readItem(builder, item, from);
          else rejectOtherWork(group, item);
        });
      });
    }
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: true });
}

/** Simkl: the JSON backup. It has the last entry of each film. */
export const simkl: FileFormat = {
  id: 'simkl',
  notes: {
    files: 'The backup and the answer of the API (JSON)',
    read: 'The last day of each film, ratings, memos, plan to watch',
    left: 'Series and anime series; films in progress',
  },
  recognise: (files) => files.filter(isBackup),
  read: readFiles,
};
