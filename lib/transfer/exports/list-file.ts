import { findId } from '../../films/find-id.ts';
import { findPageAt } from '../../films/id-pages.ts';
import { isTitleRef } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';
import { writeMarkdownList } from '../list-markdown.ts';
import { letterboxdListColumns, listFileFormat, listFileVersion, listTableColumns } from '../list-names.ts';
import { formatRows, shield } from './csv-text.ts';
import { curlQuotes } from './letterboxd.ts';
import type { ExportFile } from './types.ts';

/** The formats of a single list. */
export const listFormats = ['csv', 'letterboxd', 'markdown', 'json'] as const;
export type ListFormat = (typeof listFormats)[number];

/** A list to write; its films are in order. */
export interface WrittenList {
  name: string;
  description: string;
  isRanked: boolean;
  films: readonly { title: string; year: number | null; refs: readonly FilmRef[]; note: string }[];
}

const formatYear = (year: number | null): string => (year === null ? '' : String(year));

/** The name of the file without its ending: letters, digits and hyphens of the list's name. */
function nameFile(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return words === '' ? 'list' : words.toLowerCase();
}

function writeCsv({ films }: WrittenList): string {
  const rows = films.map(({ title, year, refs, note }, at) => [
    String(at + 1),
    shield(title),
    formatYear(year),
    findId({ refs: [...refs] }, 'imdb') ?? '',
    findId({ refs: [...refs] }, 'tmdb') ?? '',
    shield(note),
  ]);
  return formatRows([listTableColumns, ...rows]);
}

function writeLetterboxd({ films }: WrittenList): string {
  const rows = films.map(({ title, year, refs, note }) => [
    findPageAt('letterboxd', [...refs]) ?? '',
    findId({ refs: [...refs] }, 'tmdb') ?? '',
    findId({ refs: [...refs] }, 'imdb') ?? '',
    shield(curlQuotes(title)),
    formatYear(year),
    shield(curlQuotes(note)),
  ]);
  return formatRows([letterboxdListColumns, ...rows]);
}

function writeJson({ name, description, isRanked, films }: WrittenList): string {
  const written = films.map(({ title, year, refs, note }) => ({
    title,
    year,
    refs: refs.filter((ref) => !isTitleRef(ref)),
    note,
  }));
  const list = { name, description, ranked: isRanked, films: written };
  return `${JSON.stringify({ format: listFileFormat, version: listFileVersion, ...list }, null, 2)}\n`;
}

const writers: Record<ListFormat, [ending: string, mimeType: string, write: (list: WrittenList) => string]> =
  {
    csv: ['.csv', 'text/csv', writeCsv],
    letterboxd: ['-letterboxd.csv', 'text/csv', writeLetterboxd],
    markdown: ['.md', 'text/markdown', writeMarkdownList],
    json: ['.json', 'application/json', writeJson],
  };

/** Writes a list as a file. Markdown has no ids; only our own JSON has the description, the ranking and every id. */
export function writeList(list: WrittenList, format: ListFormat): ExportFile {
  const [ending, mimeType, write] = writers[format];
  return { name: `${nameFile(list.name)}${ending}`, mimeType, text: write(list) };
}
