import type { LogRowLists } from '../types.ts';

export const exportFormatIds = [
  'marquee',
  'letterboxd',
  'imdb',
  'trakt',
  'simkl',
  'movary',
  'csv',
  'json-ld',
  'markdown',
  'ical',
] as const;

export type ExportFormatId = (typeof exportFormatIds)[number];

/** A code for data that a format cannot hold. The pages have words for each. */
export type LossKind =
  | 'no-entries'
  | 'entries-without-review'
  | 'partial-dates'
  | 'unknown-dates'
  | 'reviews'
  | 'spoiler-marks'
  | 'notes'
  | 'tags'
  | 'tags-without-day'
  | 'film-tags'
  | 'lists'
  | 'places'
  | 'company'
  | 'unfinished'
  | 'rewatch-marks'
  | 'ratings'
  | 'entry-ratings'
  | 'criteria'
  | 'watchlist'
  | 'watchlist-reasons'
  | 'priorities'
  | 'likes'
  | 'same-day-entries'
  | 'earlier-entries'
  | 'films-without-id'
  | 'quotation-marks'
  | 'corrections'
  | 'kept-reviews';

/** A kind of data that is lost, and in how many rows. */
export interface Loss {
  kind: LossKind;
  count: number;
}

/** One file to save. */
export interface ExportFile {
  name: string;
  mimeType: string;
  text: string;
}

/** The options of an export. */
export interface ExportOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** IANA name of the zone in which a day becomes a moment. */
  timeZone: string;
}

/** One export format. It holds only the user's own data. */
export interface ExportFormat {
  id: ExportFormatId;
  name: string;
  /** What the format cannot hold of this log; empty when it holds everything. */
  losses: (log: LogRowLists) => Loss[];
  write: (log: LogRowLists, options: ExportOptions) => ExportFile[];
}
