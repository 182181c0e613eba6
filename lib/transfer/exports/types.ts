import type { LogRowLists } from '../types.ts';

export const exportFormatIds = [
  'marquee',
  'letterboxd',
  'imdb',
  'trakt',
  'csv',
  'json-ld',
  'markdown',
  'ical',
] as const;

export type ExportFormatId = (typeof exportFormatIds)[number];

/** What a format cannot hold, for programs; the pages have words for each. */
export type LossKind =
  | 'no-viewings'
  | 'viewings-without-review'
  | 'partial-dates'
  | 'unknown-dates'
  | 'reviews'
  | 'spoiler-marks'
  | 'notes'
  | 'tags'
  | 'tags-without-day'
  | 'film-tags'
  | 'places'
  | 'company'
  | 'unfinished'
  | 'rewatch-marks'
  | 'ratings'
  | 'viewing-ratings'
  | 'criteria'
  | 'watchlist'
  | 'watchlist-reasons'
  | 'priorities'
  | 'likes'
  | 'same-day-viewings'
  | 'films-without-id'
  | 'quotation-marks'
  | 'corrections'
  | 'kept-reviews';

/** One thing that is lost, and in how many rows. */
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

/** What an export is written with, beside the log. */
export interface ExportOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** IANA name of the zone in which a day becomes a moment. */
  timeZone: string;
}

/** One form in which the user takes the log away. Only the user's own data is in it. */
export interface ExportFormat {
  id: ExportFormatId;
  name: string;
  /** What the form cannot hold of this log; empty where it holds all of it. */
  losses: (log: LogRowLists) => Loss[];
  write: (log: LogRowLists, options: ExportOptions) => ExportFile[];
}
