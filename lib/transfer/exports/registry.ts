import { genericCsvExport } from './generic-csv.ts';
import { icalExport } from './ical.ts';
import { imdbExport } from './imdb.ts';
import { letterboxdExport } from './letterboxd.ts';
import { marqueeExport } from './marquee.ts';
import { jsonLdExport, markdownExport } from './reviews.ts';
import { movaryExport } from './movary.ts';
import { simklExport } from './simkl.ts';
import { traktExport } from './trakt.ts';
import type { ExportFormat } from './types.ts';

/** Every export format; the complete one is first. */
export const exportFormats: ExportFormat[] = [
  marqueeExport,
  letterboxdExport,
  imdbExport,
  traktExport,
  simklExport,
  movaryExport,
  genericCsvExport,
  jsonLdExport,
  markdownExport,
  icalExport,
];
