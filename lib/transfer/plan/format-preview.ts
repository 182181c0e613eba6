import type { FileProblem } from '../../tables/types.ts';
import type { RatingValue } from '../../watchlog/types.ts';
import type { SkippedRow } from '../../tables/types.ts';
import type { ImportFormat, Reading, ReadTable } from '../types.ts';

/** A film in the preview. */
interface PreviewFilm {
  title: string;
  year: number | null;
}

/** What `npm run --silent import` prints. Other programs rely on its shape. */
export interface ImportPreview {
  format: ImportFormat | null;
  entries: (PreviewFilm & {
    refs: string[];
    /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or null where it is unknown. */
    watchedOn: string | null;
    /** 0.5 to 5, or null. */
    rating: number | null;
    rewatch: boolean;
    finished: boolean;
    tags: string[];
    note: string;
    review: string;
  })[];
  ratings: (PreviewFilm & { rating: number })[];
  watchlist: (PreviewFilm & { refs: string[] })[];
  liked: (PreviewFilm & { refs: string[] })[];
  lists: {
    name: string;
    description: string;
    ranked: boolean;
    items: (PreviewFilm & { position: number | null; note: string })[];
  }[];
  leftOut: (Omit<SkippedRow, 'detail'> & { reason: string })[];
  /** What the columns of the first table were taken for; null for the files of a known service. */
  columns: { read: Record<string, string>; unread: string[] } | null;
  error: string | null;
}

/** Turns faults into sentences. */
export interface PreviewWords {
  /** A sentence that names row and column. */
  row: (row: SkippedRow) => string;
  /** A sentence that names the file. */
  file: (problem: FileProblem) => string;
}

const toStars = (value: RatingValue | null): number | null => (value === null ? null : value / 2);

function formatColumns(tables: ReadTable[]): ImportPreview['columns'] {
  const table = tables.find(({ fields }) => fields === null);
  if (table === undefined) return null;
  const read = Object.fromEntries(table.read.toReversed().map(({ field, column }) => [field, column]));
  return { read, unread: table.unread };
}

/** A reading in the shape that `npm run import` prints. */
export function formatPreview(reading: Reading, words: PreviewWords): ImportPreview {
  return {
    format: reading.format,
    entries: reading.entries.map(({ film, watchedOn, rating, rewatch, finished, tags, note, review }) => ({
      title: film.title,
      year: film.year,
      refs: film.refs,
      watchedOn,
      rating: toStars(rating),
      rewatch,
      finished,
      tags,
      note,
      review,
    })),
    ratings: reading.ratings.map(({ film, value }) => ({
      title: film.title,
      year: film.year,
      rating: value / 2,
    })),
    watchlist: reading.watchlist.map(({ film: { title, year, refs } }) => ({ title, year, refs })),
    liked: reading.liked.map(({ film: { title, year, refs } }) => ({ title, year, refs })),
    lists: reading.lists.map(({ name, description, ranked, items }) => ({
      name,
      description,
      ranked,
      items: items.map(({ film: { title, year }, position, note }) => ({ title, year, position, note })),
    })),
    leftOut: reading.skipped.map((skipped) => {
      const { file, row, column, reasonKind } = skipped;
      return { file, row, column, reasonKind, reason: words.row(skipped) };
    }),
    columns: formatColumns(reading.tables),
    error: reading.error && `${reading.error.errorClass}: ${words.file(reading.error)}`,
  };
}
