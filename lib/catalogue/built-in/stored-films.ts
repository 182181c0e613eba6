import { parseFilmRecord } from '../format.ts';
import { toCatalogueFilm } from '../film-record.ts';
import type { FilmAward } from '../../films/review-types.ts';
import type { CatalogueFilm } from '../types.ts';
import { openLines, type CodedLines } from './coded-lines.ts';
import {
  builtInScoreKinds,
  parseMainTitle,
  parseStoredFilm,
  parseYearByte,
  type FilmExtras,
} from './film-lines.ts';
import type { BuiltInHead, SectionName, SectionRange } from './layout.ts';

/** The films of the file, by number. What is read of them must be in memory: `listRanges`. */
export interface StoredFilms {
  count: number;
  /** The ranges of the file with these films. */
  listRanges(films: number[]): SectionRange[];
  /** Throws `CatalogueError` if it is damaged. */
  readMainTitle(film: number): string;
  /** The film; null if one of its values is not valid. Throws `CatalogueError` if it is damaged. */
  read(film: number): CatalogueFilm | null;
  /** The year; null if it is not known or after 2124. */
  readYear(film: number): number | null;
  /** 0 to 100. */
  readKnown(film: number): number;
  titles: CodedLines;
  titleBytes: number;
}

function parseAwardKinds(bytes: Uint8Array): { award: string; category: string | null }[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => {
      const [award = '', category = ''] = line.split('\t');
      return { award, category: category === '' ? null : category };
    });
}

const shift = ([from, to]: SectionRange, by: number): SectionRange => [from + by, to + by];

/** Opens the films of a file whose sections before the titles are in memory. Throws `CatalogueError` if they are damaged. */
export function openFilms(section: (name: SectionName) => Uint8Array, head: BuiltInHead): StoredFilms {
  const [years, minutes, known] = [section('years'), section('minutes'), section('known')];
  const titles = openLines(
    { blocks: section('titleBlocks'), symbols: section('titleSymbols'), codes: section('titles') },
    head.films,
  );
  const facts = openLines(
    { blocks: section('factBlocks'), symbols: section('factSymbols'), codes: section('facts') },
    head.films,
  );
  let awardKinds: ReturnType<typeof parseAwardKinds> | null = null;

  function listAwards(awards: FilmExtras['awards']): FilmAward[] {
    return awards.flatMap(({ kind, year, isWon }) => {
      const known = (awardKinds ??= parseAwardKinds(section('awardKinds')))[kind];
      return known ? [{ ...known, year, isWon }] : [];
    });
  }

  return {
    count: head.films,
    listRanges: (films) =>
      films.flatMap((film) => [
        shift(titles.rangeOf(film), head.sections.titles[0]),
        shift(facts.rangeOf(film), head.sections.facts[0]),
      ]),
    readMainTitle: (film) => parseMainTitle(titles.read(film)),
    read(film) {
      const { record, extras } = parseStoredFilm({
        titles: titles.read(film),
        facts: facts.read(film),
        yearByte: years[film] ?? 0,
        minutesByte: minutes[film] ?? 0,
      });
      const checked = parseFilmRecord(record);
      if (checked === null) return null;
      const awards = listAwards(extras.awards);
      return {
        ...toCatalogueFilm(checked, builtInScoreKinds),
        known: known[film] ?? 0,
        ...(extras.form === null ? {} : { form: extras.form }),
        ...(awards.length === 0 ? {} : { awards }),
      };
    },
    readYear: (film) => parseYearByte(years[film] ?? 0),
    readKnown: (film) => known[film] ?? 0,
    titles,
    titleBytes: section('titles').byteLength,
  };
}
