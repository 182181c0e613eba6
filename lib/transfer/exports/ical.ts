import { addDays } from '../../dates/partial-date.ts';
import type { WatchEntry, FilmRow } from '../../watchlog/types.ts';
import type { LogRowLists } from '../types.ts';
import { countLosses, isWholeDay, listOwnFilms } from './own-films.ts';
import { formatStarSigns } from './reviews.ts';
import type { ExportFile, ExportFormat, ExportOptions } from './types.ts';

/** A line has at most 75 bytes. The rest continues on the next line, after a space (RFC 5545, 3.1). */
const maxLineBytes = 75;

/** The bytes of a character in UTF-8. */
function countBytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function foldLine(line: string): string {
  // A UTF-16 unit takes at most 3 bytes in UTF-8.
  if (line.length * 3 <= maxLineBytes) return line;
  const lines: string[] = [];
  let open = '';
  let bytes = 0;
  for (const character of line) {
    const length = countBytes(character);
    if (bytes + length > maxLineBytes) {
      lines.push(open);
      open = ' ';
      bytes = 1;
    }
    open += character;
    bytes += length;
  }
  return [...lines, open].join('\r\n');
}

/** A text value (RFC 5545, 3.3.11). It may have no control characters other than new lines and tabs. */
function escapeText(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

const toDate = (day: string): string => day.replaceAll('-', '');

function formatEvent(film: FilmRow, entry: WatchEntry, day: string, stamp: string): string[] {
  const year = film.year === null ? '' : ` (${film.year})`;
  const stars = entry.rating === null ? '' : ` ${formatStarSigns(entry.rating)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}@marquee.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${toDate(day)}`,
    `DTEND;VALUE=DATE:${toDate(addDays(day, 1) ?? day)}`,
    `SUMMARY:${escapeText(film.title + year + stars)}`,
    ...(entry.review === '' ? [] : [`DESCRIPTION:${escapeText(entry.review)}`]),
    ...(entry.place === '' ? [] : [`LOCATION:${escapeText(entry.place)}`]),
    ...(entry.tags.length === 0 ? [] : [`CATEGORIES:${entry.tags.map(escapeText).join(',')}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function writeFiles(log: LogRowLists, { now }: ExportOptions): ExportFile[] {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const events = listOwnFilms(log).flatMap(({ film, entries }) =>
    entries.flatMap((entry) =>
      isWholeDay(entry.watchedOn) ? formatEvent(film, entry, entry.watchedOn, stamp) : [],
    ),
  );
  if (events.length === 0) return [];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Marquee//Watch log//EN',
    ...events,
    'END:VCALENDAR',
  ];
  const text = lines.map((line) => `${foldLine(line)}\r\n`).join('');
  return [{ name: 'diary.ics', mimeType: 'text/calendar', text }];
}

/** The diary as a calendar: an all-day event for each entry whose day is known. Private notes are left out. */
export const icalExport: ExportFormat = {
  id: 'ical',
  name: 'iCalendar',
  losses: (log) =>
    countLosses(log, [
      'partial-dates',
      'unknown-dates',
      'spoiler-marks',
      'rewatch-marks',
      'unfinished',
      'notes',
      'company',
      'ratings',
      'criteria',
      'watchlist',
      'likes',
      'film-tags',
      'corrections',
      'kept-reviews',
    ]),
  write: writeFiles,
};
