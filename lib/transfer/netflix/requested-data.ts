import { toNoon, type ReadDay } from '../../tables/dates.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { planDays, readPlannedDay, type ColumnDays } from '../../tables/day-plan.ts';
import type { Table, TableRow } from '../../tables/table.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import type { ImportBuilder } from '../import-builder.ts';
import { scaleOf } from '../tables/service-table.ts';
import { formatMoment, readRating, readTitle, type RatingScale } from '../values.ts';
import type { ReadOptions } from '../types.ts';
import { createTitleFinder, type TitleFinder } from './series-titles.ts';
import { refuseOtherTitles } from './short-history.ts';
import { listViewings, readDuration, type Sitting } from './viewing-activity.ts';

/** Stars, as Netflix had them until 2017. */
export const netflixStars: RatingScale = { worst: 1, best: 5, step: 0.1 };

/** What is found out about a whole table before its rows are read. */
interface Plan {
  builder: ImportBuilder;
  finder: TitleFinder;
  days: ColumnDays;
  titleColumn: string;
  dateColumn: string;
}

function makePlan(
  builder: ImportBuilder,
  { rows }: Table,
  { dateOrder }: ReadOptions,
  [titleColumn, dateColumn]: [string, string],
): Plan {
  return {
    builder,
    finder: createTitleFinder(rows.map((row) => row.text(titleColumn))),
    days: planDays(
      rows.map((row) => row.text(dateColumn)),
      { dateOrder, findDay: builder.findDay },
    ),
    titleColumn,
    dateColumn,
  };
}

/** Throws `RowFault` for a row of another profile than the one the user chose. */
function checkProfile({ builder, titleColumn }: Plan, row: TableRow): void {
  builder.checkProfile(row.text('Profile Name'), row.column('Profile Name'), row.text(titleColumn));
}

/**
 * A moment in UTC, in the form that Netflix writes or that a spreadsheet makes of it: "2023-01-17 22:31:00", "11/19/2023
 * 21:04". Without a time it is the day alone. Null when the cell is empty. Throws `RowFault`.
 */
function readMoment({ days, dateColumn }: Plan, row: TableRow): ReadDay | null {
  const raw = row.text(dateColumn);
  const [, date = raw, hours, minutes, seconds = '00', half = ''] =
    /^(.*\d)[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s?(am|pm)?$/i.exec(raw) ?? [];
  const written = readPlannedDay(date, dateColumn, days, row.from.file);
  if (written === null || hours === undefined) return written;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (/pm/i.test(half) ? 12 : 0);
  const at = Date.parse(`${written.day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? written : { day: days.findDay(at), at };
}

/** The film of a row. Throws `RowFault` for a series, a trailer or another profile's row. */
function readFilm(plan: Plan, row: TableRow): FilmInput {
  checkProfile(plan, row);
  const raw = row.text(plan.titleColumn);
  const title = readTitle(raw, row.column(plan.titleColumn));
  refuseOtherTitles(plan.finder, raw, row.column(plan.titleColumn));
  return { title, year: null, refs: [] };
}

function readSitting(plan: Plan, row: TableRow): Sitting {
  checkProfile(plan, row);
  const extra = row.text('Supplemental Video Type');
  const title = shorten(row.text('Title'));
  if (extra !== '') throw new RowFault('trailer', row.column('Supplemental Video Type'), 'trailer', title);
  const film = readFilm(plan, row);
  if (/view was hidden/i.test(row.text('Attributes')))
    throw new RowFault('hidden', row.column('Attributes'), 'hidden', title);
  const began = readMoment(plan, row);
  return {
    row,
    profile: row.text('Profile Name'),
    title: film.title,
    at: began?.at ?? toNoon(began?.day ?? null) ?? 0,
    seconds: readDuration(row.text('Duration')),
    reached: readDuration(row.text('Bookmark')),
  };
}

/** Reads the history that Netflix sends on request. Several sittings of one film are one entry, on the day of the last. */
export function readActivity(builder: ImportBuilder, table: Table, options: ReadOptions): void {
  const plan = makePlan(builder, table, options, ['Title', 'Start Time']);
  const sittings: Sitting[] = [];
  builder.eachRow(table.rows, (row) => void sittings.push(readSitting(plan, row)));
  for (const { sittings: own, last, isShort } of listViewings(sittings)) {
    for (const { row, title } of own) {
      if (isShort) {
        const fault = new RowFault('short-play', row.column('Duration'), 'short-play', shorten(title));
        builder.skip(row.from, fault);
      } else if (row !== last.row) {
        builder.skip(row.from, new RowFault('duplicate', null, 'other-sitting'));
      }
    }
    if (isShort) continue;
    const film = builder.film({ title: last.title, year: null, refs: [] });
    const watched = readMoment(plan, last.row);
    builder.addEntry({
      film,
      watchedOn: watched?.day ?? null,
      watchedAt: watched?.at ?? null,
      from: last.row.from,
    });
  }
}

/** Reads the ratings. A thumb up is a like; a thumb down is no number of stars. The latest rating of a film counts. */
export function readRatings(builder: ImportBuilder, table: Table, options: ReadOptions): void {
  const plan = makePlan(builder, table, options, ['Title Name', 'Event Utc Ts']);
  builder.eachRow(table.rows, (row) => {
    const film = builder.film(readFilm(plan, row));
    const [stars, thumb] = [row.text('Star Value'), row.text('Thumbs Value')];
    const ratedAt = readMoment(plan, row)?.at ?? null;
    if (/^[23]/.test(thumb)) builder.addLike(film, row.from);
    if (/^0*(?:[.,]0+)?$/.test(stars)) {
      if (/^[23]/.test(thumb)) return;
      const column = row.column('Thumbs Value');
      if (thumb === '') throw new RowFault('missing-rating', row.column('Star Value'), 'missing-rating');
      throw new RowFault('thumb', column, 'thumb', shorten(film.title));
    }
    const { value } = readRating(stars, row.column('Star Value'), scaleOf(row, netflixStars));
    if (!builder.setLatestRating({ film, value, ratedAt, from: row.from }, formatMoment(ratedAt)))
      throw new RowFault('duplicate', null, 'same-rating');
  });
}

/** Reads the list of films to watch. */
export function readMyList(builder: ImportBuilder, table: Table, options: ReadOptions): void {
  const plan = makePlan(builder, table, options, ['Title Name', 'Utc Title Add Date']);
  builder.eachRow(table.rows, (row) => {
    const added = readMoment(plan, row);
    const addedAt = added?.at ?? toNoon(added?.day ?? null);
    const film = builder.film(readFilm(plan, row));
    if (!builder.addToWatchlist({ film, addedAt, from: row.from }))
      throw new RowFault('duplicate', null, 'same-watchlist-item');
  });
}
