import { RowFault, shorten } from '../../tables/faults.ts';
import { formatMoment } from '../values.ts';
import type { ReadDay } from '../../tables/dates.ts';
import type { RowLocation } from '../../tables/types.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import type { ImportBuilder } from '../import-builder.ts';
import type { CellStars } from './cells.ts';

/** What a row says about a film and its user; null where it only rates, likes or reviews the film. */
export type RecordStatus = 'watched' | 'planned' | 'in-progress' | 'dropped' | 'not-watched' | null;

/** What a row of any service says about one film. */
interface FilmRecord {
  film: FilmInput;
  status: RecordStatus;
  /** The days on which it was watched, as far as they are known; an array with null has a viewing without a day. */
  days: (ReadDay | null)[];
  /** How often it was watched, if that is more often than there are days. */
  plays: number;
  /** The user's rating of the film. */
  rating: CellStars | null;
  /** Milliseconds since 1970; null where the row does not tell. */
  ratedAt: number | null;
  addedAt: number | null;
  isLiked: boolean;
  note: string;
  review: string;
  tags: string[];
  /** The id of the viewing in its service. */
  sourceId: string | null;
  /** A list of the user's that the film is on. */
  list: string;
}

/** What a format knows of a row; everything else is empty. */
export type RecordParts = Pick<FilmRecord, 'film' | 'status'> & Partial<FilmRecord>;

const emptyRecord = {
  days: [],
  plays: 0,
  rating: null,
  ratedAt: null,
  addedAt: null,
  isLiked: false,
  note: '',
  review: '',
  tags: [],
  sourceId: null,
  list: '',
} satisfies Partial<FilmRecord>;

function addEntries(builder: ImportBuilder, record: FilmRecord, film: FilmInput, from: RowLocation): void {
  const { days, plays, note, review, tags, sourceId, status } = record;
  const dated = days.filter((day) => day !== null).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const known = Math.max(days.length, 1);
  const more = plays > known ? builder.takePlays(plays - known, from) : 0;
  const undated = Array.from({ length: known + more - dated.length }, () => null);
  const viewings = [...undated, ...dated];
  viewings.forEach((day, at) => {
    // What is said once is said of the last.
    const isLast = at === viewings.length - 1;
    builder.addEntry({
      film,
      watchedOn: day?.day ?? null,
      watchedAt: day?.at ?? null,
      finished: status !== 'dropped',
      note: isLast ? note : '',
      review: isLast ? review : '',
      tags: isLast ? tags : [],
      sourceId: isLast ? sourceId : null,
      from,
    });
  });
}

/** Adds what a row says to the reading. Throws `RowFault` where it says nothing that can be kept. */
export function addRecord(builder: ImportBuilder, parts: RecordParts, from: RowLocation): void {
  const record: FilmRecord = { ...emptyRecord, ...parts };
  const { status, rating, isLiked, list, note, review, tags } = record;
  const film = builder.film(record.film);
  const addTags = (): void => tags.forEach((tag) => void builder.addTag(film, tag, from));
  if (rating !== null) rateFilm(builder, record, film, from);
  if (isLiked) builder.addLike(film, from);
  if (list !== '') {
    builder.addToList(film, list, from);
    return addTags();
  }
  if (status === 'in-progress') throw new RowFault('in-progress', null, 'in-progress', shorten(film.title));
  if (status === 'not-watched') throw new RowFault('not-watched', null, 'not-watched', shorten(film.title));
  const isJudged = rating !== null || isLiked;
  if (status === 'planned') {
    addTags();
    const reason = [note, review].filter((text) => text !== '').join('\n');
    if (!builder.addToWatchlist({ film, addedAt: record.addedAt, reason, from }))
      throw new RowFault('duplicate', null, 'same-watchlist-item');
  } else if (status !== null || review !== '' || (isJudged && note !== ''))
    addEntries(builder, record, film, from);
  else if (isJudged) addTags();
  else throw new RowFault('missing-rating', null, 'missing-rating');
}

/** Rates the film of a record. */
function rateFilm(builder: ImportBuilder, record: FilmRecord, film: FilmInput, from: RowLocation): void {
  const { rating, ratedAt } = record;
  if (rating === null) return;
  const parts = { film, value: rating.value, ratedAt, from };
  if (builder.setLatestRating(parts, formatMoment(ratedAt)) && !rating.isExact)
    builder.notice(from, rating.column, 'rounded-rating', shorten(rating.text), rating.value);
}
