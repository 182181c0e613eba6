import { isSerialColumn, judgeCells, type CellKinds, type CellList } from './cell-kinds.ts';
import {
  columnFields,
  type Certainty,
  type ColumnField,
  type ReadColumn,
  type TableColumns,
} from './fields.ts';
import { scoreName, type FieldScores } from './name-fields.ts';
import { readHeader, type HeaderSense } from './split-header.ts';

/** A column of a table with everything that tells what it is. */
interface Column {
  name: string;
  sense: HeaderSense;
  names: FieldScores;
  kinds: CellKinds;
  isSerial: boolean;
}

/** A field whose score is lower is not given to a column. */
const minScore = 0.25;

/** Shares of cells from which a column counts as having a form. */
const [most, some] = [0.75, 0.4];

/** How well cells fit a field that the name tells, from 0 (not at all) to 1. */
const fits: Record<ColumnField, (kinds: CellKinds, isSerial: boolean) => number> = {
  title: ({ filled, address, imdbId, isNumbering, answer, date }) =>
    filled === 0
      ? 0.5
      : address + imdbId > some || date > most
        ? 0.05
        : answer > most
          ? 0.35
          : isNumbering
            ? 0.2
            : 1,
  originalTitle: ({ address, answer, isNumbering }) =>
    address > some || answer > most || isNumbering ? 0.1 : 1,
  year: ({ year, filled }) => (filled === 0 || year >= 0.5 ? 1 : year > 0 ? 0.5 : 0.1),
  releaseDate: ({ date, filled, year }) => (filled === 0 || date >= 0.5 ? 1 : date + year > 0.5 ? 0.5 : 0.1),
  watchedOn: ({ date, year, filled, answer, status, count, text, numeric }, isSerial) => {
    if (filled === 0) return 0.9;
    if (date + (isSerial ? 1 : 0) + year >= 0.5) return 1;
    if (answer + status > 0.6) return date > 0 ? 0.9 : 0.1;
    if (date > 0) return 0.9;
    // "Seen by": names have no numbers.
    if (text > 0.9 && numeric < 0.3) return 0.1;
    // Numbers of one or two digits are counts; words may be days that cannot be read, which is then said.
    return count > 0.5 ? 0.15 : text > 0.9 ? 0.3 : 0.5;
  },
  watched: ({ answer, status, filled, date }) =>
    filled === 0 ? 0.3 : date > 0 ? 0 : answer + status > 0.6 ? 1 : 0,
  status: ({ status, answer, filled, date, length, distinct }) =>
    filled === 0
      ? 0.3
      : date > 0
        ? 0
        : status > some
          ? 1
          : answer > most || length > 30 || distinct > 0.9
            ? 0
            : 0.2,
  plays: ({ count, filled, isNumbering }) => (filled === 0 ? 0.5 : isNumbering ? 0.5 : count > most ? 1 : 0),
  rewatches: ({ count, filled, answer, text }) =>
    filled === 0 ? 0.4 : count > most ? (answer > most && text === 0 ? 0.9 : 1) : 0,
  rewatch: ({ answer, filled, count }) =>
    filled === 0 ? 0.6 : answer > some ? (count > most ? 0.6 : 1) : 0.1,
  rating: ({ rating, filled, isNumbering }) =>
    filled === 0 ? 0.6 : rating > some ? (isNumbering ? 0.9 : 1) : 0.1,
  filmRating: ({ rating, filled }) => (filled === 0 ? 0.6 : rating > some ? 1 : 0.1),
  finished: ({ answer, filled }) => (filled === 0 ? 0.6 : answer > some ? 1 : 0),
  liked: ({ answer, filled, count, length }) =>
    filled === 0 ? 0.8 : answer > some ? 1 : count > some || length > 8 ? 0 : 0.6,
  watchlist: ({ answer, filled, date }) => (filled === 0 ? 0.6 : answer > some ? 1 : date > some ? 0.8 : 0.2),
  owned: ({ answer, filled }) => (filled === 0 ? 0.3 : answer > some ? 1 : 0),
  tags: ({ rating, date, filled }) => (filled > 0 && rating + date > most ? 0.2 : 1),
  filmTags: ({ rating, date, text, filled }) =>
    filled > 0 && (rating + date > most || text < some) ? 0.1 : 1,
  note: ({ rating, date, filled }) => (filled > 0 && rating + date > most ? 0.1 : 1),
  review: ({ rating, date, filled, address, answer }) =>
    filled > 0 && rating + date + address + answer > 0.6 ? 0.1 : 1,
  spoilers: ({ answer, filled }) => (filled === 0 || answer > some ? 1 : 0),
  place: ({ rating, date, answer, filled }) => (filled > 0 && rating + date + answer > most ? 0.1 : 1),
  company: ({ rating, date, filled }) => (filled > 0 && rating + date > most ? 0.1 : 1),
  directors: ({ text, filled }) => (filled === 0 || text > some ? 1 : 0.1),
  kind: ({ text, filled, length }) => (filled === 0 ? 0.8 : text > some && length < 40 ? 1 : 0.1),
  imdb: ({ imdbId, address, count, filled, rating, text }) =>
    filled === 0 || imdbId + address > some ? 1 : text > some ? 0.1 : count + rating > most ? 0.8 : 0.8,
  tmdb: ({ text, filled }) => (filled > 0 && text > some ? 0.1 : 1),
  otherId: ({ filled }) => (filled === 0 ? 0.5 : 1),
  url: ({ address, filled, text }) => (filled === 0 || address > some ? 1 : text > some ? 0.3 : 0.5),
};

/** Whether cells name kinds of works, each of them again and again. */
const isOfKinds = ({ workKind, distinct, filled }: CellKinds): boolean =>
  workKind > 0.9 && (distinct < 0.7 || filled < 5);

/** The fields that cells tell without a name. */
function scoreCells({ kinds, isSerial }: Column): FieldScores {
  const {
    filled,
    year,
    date,
    rating,
    clearRating,
    status,
    imdbId,
    address,
    text,
    distinct,
    isNumbering,
    answer,
    titleYear,
  } = kinds;
  if (filled === 0) return {};
  const scores: FieldScores = {};
  if (imdbId > most) scores.imdb = 0.8;
  if (address > most) scores.url = 0.6;
  if (date > most) scores.watchedOn = 0.5;
  if (isSerial) scores.watchedOn = 0.3;
  if (year > 0.9) scores.year = 0.6;
  if (clearRating > most && answer < most) scores.rating = 0.6;
  else if (rating > 0.9 && year === 0 && !isNumbering && answer < 1 && !isSerial) scores.rating = 0.3;
  if (status > most && (distinct < 0.9 || filled < 5)) scores.status = 0.55;
  if (isOfKinds(kinds)) return { kind: 0.6 };
  // "Crime, Drama": no column of titles, however different they are.
  if (kinds.genre > most) return {};
  // A few words again and again are genres or places.
  const isOfFew = filled >= 6 && distinct < 0.5;
  if (titleYear > some) scores.title = 0.6;
  else if (text > some && status < most && date < some && clearRating < most && !isOfFew)
    scores.title = 0.3 + 0.15 * distinct * text;
  return scores;
}

function scoreColumn(column: Column): FieldScores {
  const { sense, names, kinds, isSerial } = column;
  const scores: FieldScores = {};
  const isNamed = sense.meanings.size > 0;
  const told = isNamed ? names : scoreCells(column);
  for (const [field, score] of Object.entries(told)) {
    const name = field as ColumnField;
    // Words that no vocabulary has make a name less sure: "Horst's rating".
    const doubt = isNamed && sense.unknown.length > 0 ? 0.85 : 1;
    // "Top list count" counts something else.
    if (name === 'plays' && score < 0.5 && sense.unknown.length > 0) continue;
    scores[name] = isNamed ? score * doubt * fits[name](kinds, isSerial) : score;
  }
  if (isNamed && isOfKinds(kinds) && (names.title ?? 0) < 0.8) scores.kind = Math.max(scores.kind ?? 0, 0.6);
  // An id says what it is, whatever its column is called.
  if (isNamed && kinds.imdbId > most) scores.imdb = Math.max(scores.imdb ?? 0, 0.8);
  return scores;
}

const judgeCertainty = (score: number): Certainty =>
  score >= 0.75 ? 'sure' : score >= 0.5 ? 'likely' : 'unsure';

/** Fields that only one of may be told by cells without a name: two unknown columns of days are neither. */
function dropRivals(columns: Column[], scores: FieldScores[]): void {
  const unnamed = columns.map(({ sense }) => sense.meanings.size === 0);
  for (const field of ['watchedOn', 'rating', 'year', 'status'] as const) {
    const rivals = scores.filter((each, at) => unnamed[at] && (each[field] ?? 0) >= minScore);
    const best = Math.max(0, ...rivals.map((each) => each[field] ?? 0));
    const equal = rivals.filter((each) => each[field] === best);
    if (equal.length > 1) for (const each of equal) delete each[field];
  }
}

/** One column of texts beside years or ids, all different, is of titles whatever its name is. */
function promoteOnlyTitle(columns: Column[], scores: FieldScores[]): void {
  const candidates = scores.filter(({ title = 0 }) => title >= minScore);
  const [only] = candidates;
  const column = columns[scores.findIndex((each) => each === only)];
  const tellsFilms = scores.some(({ year = 0, imdb = 0 }) => Math.max(year, imdb) >= 0.5);
  if (candidates.length !== 1 || only === undefined || column === undefined || !tellsFilms) return;
  if (column.sense.meanings.size === 0 && column.kinds.distinct >= 0.8) only.title = 0.5;
}

/** Further columns of days of viewings: "Watched 1", "Watched 2"; "First watched", "Last watched". */
function listMoreDays(
  columns: Column[],
  scores: FieldScores[],
  taken: Set<number>,
  first?: string,
): number[] {
  const isDays = ({ sense: { meanings }, kinds }: Column, at: number): boolean =>
    !meanings.has('start') &&
    !meanings.has('finish') &&
    kinds.date >= 0.5 &&
    (meanings.has('again') || (meanings.has('watch') && (scores[at]?.watchedOn ?? 0) >= 0.7));
  const known = columns.find(({ name }) => name === first);
  if (known === undefined || !isDays(known, columns.indexOf(known))) return [];
  return columns.flatMap((column, at) => (!taken.has(at) && isDays(column, at) ? [at] : []));
}

/** The columns of a table with how well each fits each field. */
function judgeColumns(
  header: string[],
  cellsOf: (at: number) => CellList,
): { columns: Column[]; scores: FieldScores[] } {
  const columns = header.map((name, at): Column => {
    const sense = readHeader(name);
    const cells = cellsOf(at);
    return {
      name,
      sense,
      names: scoreName(sense.meanings),
      kinds: judgeCells(cells),
      isSerial: isSerialColumn(cells),
    };
  });
  const scores = columns.map(scoreColumn);
  dropRivals(columns, scores);
  promoteOnlyTitle(columns, scores);
  return { columns, scores };
}

/** A column with a name that the table has, and the user's choice for it. */
type Chosen = Partial<Record<ColumnField, string>>;

/**
 * Finds what each column of a table is: by its name and its cells together. Each field has at most one column and each
 * column one field. `chosen` has the user's choices, which come first, and `skipped` the columns that the user takes for
 * none.
 */
export function assignColumns(
  header: string[],
  cellsOf: (at: number) => CellList,
  chosen: Chosen = {},
  skipped: readonly string[] = [],
): TableColumns {
  const { columns, scores } = judgeColumns(header, cellsOf);
  const taken = new Set(header.flatMap((name, at) => (skipped.includes(name) ? [at] : [])));
  const read = new Map<ColumnField, ReadColumn>();
  const take = (field: ColumnField, at: number, certainty: Certainty): void => {
    taken.add(at);
    read.set(field, { field, column: header[at] ?? '', certainty });
  };
  for (const field of columnFields) {
    const at = chosen[field] === undefined ? -1 : header.indexOf(chosen[field]);
    if (at >= 0 && !taken.has(at)) take(field, at, 'sure');
  }
  const offers = scores.flatMap((each, at) =>
    Object.entries(each).map(([field, score]) => ({ field: field as ColumnField, at, score })),
  );
  for (const { field, at, score } of offers.toSorted((a, b) => b.score - a.score)) {
    const isRepeated = header.indexOf(header[at] ?? '') !== at;
    if (score < minScore || taken.has(at) || read.has(field) || isRepeated) continue;
    const certainty = judgeCertainty(score);
    // A column without cells says nothing, and there is nothing to ask.
    if (certainty === 'unsure' && columns[at]?.kinds.filled === 0) continue;
    const isOneOfSeveral = scores.some(
      (each, other) => other !== at && !taken.has(other) && (each[field] ?? 0) >= score * 0.85,
    );
    const isMine = columns[at]?.sense.meanings.has('mine') === true;
    // "Rating Anna", "Rating Ben": nothing says which of them is the user.
    const isOpen = isOneOfSeveral && !isMine && ['rating', 'watched'].includes(field);
    take(field, at, isOpen ? 'unsure' : certainty);
  }
  const more = listMoreDays(columns, scores, taken, read.get('watchedOn')?.column);
  const used = new Set([
    ...[...read.values()].map(({ column }) => column),
    ...more.map((at) => header[at] ?? ''),
  ]);
  return {
    read: [
      ...columnFields.flatMap((field) => read.get(field) ?? []),
      ...more.map((at): ReadColumn => ({
        field: 'watchedOn',
        column: header[at] ?? '',
        certainty: 'likely',
      })),
    ],
    unread: header.filter((name, at) => name !== '' && header.indexOf(name) === at && !used.has(name)),
  };
}

/** Whether a header names a column of titles, or has cells that can only be names of columns. */
export const isNamedHeader = (header: string[]): boolean =>
  header.some((name) => {
    const { meanings, unknown } = readHeader(name);
    return meanings.size > 0 && unknown.length <= 1;
  });
