import { listFileFormat, listFileVersion } from './list-names.ts';

// One of our lists as Markdown: a heading with its name, its description, and one film a line. The comment at the end, which
// no reader of Markdown shows, tells it from other texts: a list of films that were seen looks the same.

/** A film of such a list. */
export interface MarkdownFilm {
  title: string;
  year: number | null;
  note: string;
}

/** A list with what Markdown has room for: no ids, and texts of one line. */
export interface MarkdownList {
  name: string;
  description: string;
  isRanked: boolean;
  films: readonly MarkdownFilm[];
}

/** A text in one line, without what Markdown would read as its own. */
const escapeText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** A title after which its year and note are known: nothing in it looks like one of them. */
const escapeTitle = ({ title, year }: MarkdownFilm): string =>
  escapeText(title).replace(year === null ? /[(:]/g : /\(/g, '\\$&');

/** A description that does not begin like a film. */
const escapeDescription = (text: string): string =>
  escapeText(text)
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

const unescapeText = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();

/** Writes a list. */
export function writeMarkdownList({ name, description, isRanked, films }: MarkdownList): string {
  const lines = films.map((film, at) => {
    const year = film.year === null ? '' : ` (${film.year})`;
    // Without a year before it, one in the note would be taken for the film's.
    const plain = escapeText(film.note);
    const note = film.year === null ? plain.replaceAll('(', '\\(') : plain;
    return `${isRanked ? `${at + 1}.` : '-'} ${escapeTitle(film)}${year}${note === '' ? '' : `: ${note}`}`;
  });
  const mark = `<!-- ${listFileFormat} ${listFileVersion} -->`;
  const parts = [`# ${escapeText(name)}`, escapeDescription(description), lines.join('\n'), mark];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The version of the shape of a text that is one of our lists; null for any other text. */
export function findMarkdownVersion(text: string): number | null {
  const [, version] = new RegExp(`<!-- ${listFileFormat} (\\d{1,4}) -->\\s*$`).exec(text.slice(-200)) ?? [];
  return version === undefined ? null : Number(version);
}

/** The film of a line after its number or mark. */
function readFilm(line: string): MarkdownFilm {
  const [, withYear, year, ofYear] = /^(.*?) \((\d{1,4})\)(?::\s+(.*))?$/.exec(line) ?? [];
  if (withYear !== undefined)
    return { title: unescapeText(withYear), year: Number(year), note: unescapeText(ofYear ?? '') };
  const [, title = '', note = ''] = /^((?:[^\\:]|\\.|:(?!\s))*)(?::\s+(.*))?$/.exec(line) ?? [];
  return { title: unescapeText(title), year: null, note: unescapeText(note) };
}

/** Reads such a text, each film with the number of its line, from 1. */
export function readMarkdownList(text: string): Omit<MarkdownList, 'films'> & {
  films: { film: MarkdownFilm; row: number }[];
  /** The numbers of the lines below the first film that have none. */
  others: number[];
} {
  const others: number[] = [];
  let name = '';
  let isRanked = false;
  const description: string[] = [];
  const films: { film: MarkdownFilm; row: number }[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    const [, heading] = /^#\s+(.*)$/.exec(line) ?? [];
    const [, mark = '', rest] = /^\s*(\d+[.)]|[-+*])\s+(.*)$/.exec(line) ?? [];
    if (rest !== undefined) {
      if (films.length === 0) isRanked = /\d/.test(mark);
      films.push({ film: readFilm(rest), row: at + 1 });
    } else if (heading !== undefined && name === '') name = unescapeText(heading);
    else if (line.trim() === '' || line.startsWith('<!--')) return;
    else if (films.length === 0) description.push(unescapeText(line));
    // What was written between the films by hand: a film, or a line that is reported.
    else if (/ \(\d{4}\)(?:: |$)/.test(line)) films.push({ film: readFilm(line.trim()), row: at + 1 });
    else others.push(at + 1);
  });
  return { name, description: description.join(' '), isRanked, films, others };
}
