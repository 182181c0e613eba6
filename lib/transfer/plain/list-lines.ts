import { findRefInUrl } from '../../films/refs.ts';
import { findStatus, type Status } from '../../tables/columns/cell-words.ts';
import { listMonths } from '../../tables/month-names.ts';
import { isWatchlistName } from '../watchlist-name.ts';

/** A line of a list with a film. */
export interface ListLine {
  row: number;
  text: string;
  /** What a box before it or the heading above it says of the film; null if they say nothing. */
  status: Status | null;
  /** The year that the heading above it names; null if it names none. */
  year: number | null;
}

const bullet = /^\s*(?:[-*+•‣▪◦·–—>]|(?!(?:19|20)\d\d:)\d{1,4}[.):]|\(\d{1,4}\))\s+/u;
const box = /^\[([ xX✓✔]?)\]\s*|^([☐☑✅✓✔])\s*/u;
const heading = /^#{1,6}\s+(.*)$|^(.{1,40}):$/;
const rule = /^[-=_*~]{3,}$/;

const idLine = /^tt\d{5,10}$/i;
const addressLine = /^(?:https?:\/\/|www\.)\S+$/i;
const titleAndYear = /[([（［](?:18[7-9]\d|19\d\d|20\d\d)年?[)\]）］]/;

/** Whether a line is an id or an address. */
export const isId = (text: string): boolean => idLine.test(text) || addressLine.test(text);

/** Whether a line has an id, an address of a film, or a title with its year. */
export const isClear = (text: string): boolean =>
  idLine.test(text) || titleAndYear.test(text) || findRefInUrl(text) !== null;

export const hasBullet = (line: string): boolean => bullet.test(line);

/** A year or a month alone, as above the films of that time. */
const isTime = (text: string): boolean => {
  const words = text.split(/[\s,]+/);
  return (
    words.length <= 2 &&
    words.every((word) => /^(?:19|20)\d\d$/.test(word) || (word.length < 15 && listMonths(word).size > 0))
  );
};

type Section = Pick<ListLine, 'status' | 'year'>;

/** What a heading says of the films below it. A month or a year is a part of the section before. */
function readHeading(text: string, before: Section): Section {
  const told = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0];
  const year = told === undefined ? null : Number(told);
  if (isTime(text)) return { status: before.status, year: year ?? before.year };
  return { status: findStatus(text) ?? (isWatchlistName(text) ? 'planned' : null), year };
}

/** Whether a line without a mark of its own is a heading: it has no year as the films below it have, and stands apart. */
function isBareHeading(lines: string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (isClear(line) || hasBullet(line) || box.test(line)) return false;
  const isApart = lines.slice(0, at).every((before) => before === '') || lines[at - 1] === '';
  return isTime(line) || (isApart && line.length <= 40);
}

/** The lines of a list: without bullets, numbers, headings and blank lines. */
export function listLines(text: string): ListLine[] {
  const all = text.split(/\r\n?|\n/).map((line) => line.trim());
  const filled = all.filter((line) => line !== '' && !rule.test(line));
  const films = filled.filter((line) => !isTime(line));
  const hasYears = films.filter(isClear).length >= films.length * 0.6;
  const lines: ListLine[] = [];
  let section: Section = { status: null, year: null };
  all.forEach((line, at) => {
    if (line === '' || rule.test(line)) return;
    const [, marked, named] = heading.exec(line) ?? [];
    const title = marked ?? named;
    if (title !== undefined && !bullet.test(line)) section = readHeading(title, section);
    else if (hasYears && isBareHeading(all, at)) section = readHeading(line, section);
    else {
      const bare = line.replace(bullet, '');
      const mark = box.exec(bare);
      const isChecked = mark === null ? null : /[xX✓✔☑✅]/u.test(mark[0]);
      const status = isChecked === null ? section.status : isChecked ? 'watched' : 'planned';
      lines.push({ row: at + 1, text: bare.replace(box, ''), status, year: section.year });
    }
  });
  return lines;
}
