import { RowFault, shorten } from '../../tables/faults.ts';
import { hasColumns } from '../../tables/table.ts';
import { listOf, member, memberAt } from '../json.ts';
import type { ImportBuilder } from '../import-builder.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { finePointScale, readTitle } from '../values.ts';
import type { ReadDay } from '../../tables/dates.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat } from '../types.ts';

type Role = 'tracking' | 'films' | 'activity';

/** The kind of file: what TV Time sends, what an exporter writes, or what the Liberator writes. */
function findRole({ header, json }: SourceFile): Role | null {
  const hasNames = hasColumns(header, 'movie_name', 'series_name', 'created_at');
  if (hasNames && (hasColumns(header, 'key') || hasColumns(header, 'type', 'entity_type'))) return 'tracking';
  if (hasColumns(header, 'type', 'title', 'is_watched', 'is_watchlisted')) return 'activity';
  if (hasColumns(header, 'tvdb_id', 'title', 'watched_at', 'is_watched') && !hasColumns(header, 'episode'))
    return 'films';
  const [item] = listOf(json);
  const isFilm = member(item, 'is_watched') !== undefined && memberAt(item, 'id', 'tvdb') !== undefined;
  return isFilm && member(item, 'seasons') === undefined ? 'films' : null;
}

/** The day of a moment that is written without its zone, UTC. */
function readUtc(cells: Cells, ...names: string[]): ReadDay | null {
  const raw = cells.text(...names);
  const isBare = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?(?:\.\d+)?$/.test(raw);
  return isBare ? cells.readDay(`${raw}Z`, cells.column(...names)) : cells.day(...names);
}

/** A row of tracking-prod-records.csv or its second version: the key or the type says what was done. */
function readTracking(cells: Cells, builder: ImportBuilder): RecordParts | null {
  const title = cells.text('movie_name');
  const [series, key] = [cells.text('series_name'), cells.text('key')];
  const type = cells.text('type').toLowerCase() || (/^(\w+?)-/.exec(key)?.[1] ?? '').toLowerCase();
  if (title === '') {
    // One row has sums only.
    if (series === '' && !/episode|series/.test(cells.text('entity_type') + key)) return null;
    const isEpisode = /episode/.test(cells.text('entity_type') + key) || cells.text('episode_number') !== '';
    throw new RowFault(isEpisode ? 'episode' : 'series', 'series_name', 'series', shorten(series || key));
  }
  const film = {
    title: readTitle(title, 'movie_name'),
    year: cells.year('release_date'),
    refs: listRefs({ imdb: cells.text('imdb_id') }),
  };
  if (/^(?:to-?watch|for-?later)$/.test(type))
    return { film, status: 'planned', addedAt: readUtc(cells, 'created_at')?.at ?? null };
  if (!/^(?:re)?watch(?:ed)?$/.test(type)) return null;
  const seconds = /^watch-date-(\d{10})$/.exec(cells.text('watch_date_range_key'))?.[1] ?? '';
  const day =
    seconds === ''
      ? readUtc(cells, 'watch_date', 'created_at')
      : cells.readDay(seconds, 'watch_date_range_key');
  // One viewing can be in both versions of the table.
  if (day !== null) builder.rejectDuplicate(`${film.title}\n${day.day}`, null, 'same-entry');
  return { film, status: 'watched', days: [day], plays: cells.count('rewatch_count') + 1 };
}

function readExport(cells: Cells, role: Role): RecordParts {
  const title = readTitle(cells.text('title'), 'title');
  refuseOtherWorks(cells.items('seasons').length > 0 ? 'series' : cells.text('type'), 'type', title);
  const isSeen = cells.isYes('is_watched');
  const isPlanned = cells.isYes('is_watchlisted');
  return {
    film: {
      title,
      year: cells.year('year', 'release_date'),
      refs: listRefs({ imdb: cells.text('imdb_id', 'id.imdb'), tmdb: cells.text('tmdb_id', 'id.tmdb') }),
    },
    // The exporters write what was followed: a film that was not seen is one to see.
    status: isSeen ? 'watched' : role === 'films' || isPlanned ? 'planned' : null,
    days: [isSeen ? readUtc(cells, 'watched_at') : null],
    plays: isSeen ? cells.count('rewatch_count') + 1 : 0,
    addedAt: readUtc(cells, 'created_at')?.at ?? null,
    rating: cells.rating(finePointScale, 'rating'),
  };
}

/** TV Time, which has closed: what it sends on request, and what exporters wrote. */
export const tvtime: FileFormat = createRecordFormat<Role>({
  id: 'tvtime',
  columns: {
    title: ['movie_name', 'title'],
    year: 'year',
    releaseDate: 'release_date',
    imdb: 'imdb_id',
    tmdb: 'tmdb_id',
    kind: ['entity_type', 'type'],
    watchedOn: ['watched_at', 'watch_date'],
    watched: 'is_watched',
    watchlist: 'is_watchlisted',
    rewatches: 'rewatch_count',
    rating: 'rating',
  },
  scale: finePointScale,
  notes: {
    files:
      'The reply to a request for data (tracking-prod-records, both versions), the exporters’ tables and JSON, Liberator',
    read: 'Films with days and rewatches, ratings, films to see',
    left: 'Series and episodes; everything else in the reply, such as logins',
  },
  findRole,
  isByProduct: ({ header, name }) =>
    /^tvtime-/i.test(name) || hasColumns(header, 'user_id') || hasColumns(header, 'series_tvdb_id'),
  // A film that was seen later is still among those to see.
  dropsSeen: true,
  countsFilm: true,
  read: (cells, role, builder) =>
    role === 'tracking' ? readTracking(cells, builder) : readExport(cells, role),
});
