import UFuzzy from '@leeoniya/ufuzzy';
import { foldLetters, listWords } from '../../text/text.ts';
import type { LogIndex } from '../index/index-types.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';

/** What a search found, by place: viewings, and films that are found themselves or through a viewing. */
export interface SearchResult {
  /** By place: 1 where the viewing is found. */
  entries: Uint8Array;
  hasFilm: (place: number) => boolean;
}

/** The folded texts of an index. They are made by `prepareTexts`. */
export interface SearchTexts {
  films: SearchIndex;
  entries: SearchIndex;
  /** The words of all texts, for those that are spelt like no other; null until all is prepared. */
  words: string[] | null;
}

function formatFilmText({ films }: LogIndex, at: number): string {
  const names = [
    films.titles[at] ?? '',
    films.originalTitles[at] ?? '',
    ...(films.alternativeTitles[at] ?? []),
    String(films.years[at] ?? ''),
    ...(films.directors[at] ?? []),
    ...(films.cast[at] ?? []),
    films.reasons[at] ?? '',
    ...(films.tags[at] ?? []),
  ];
  return foldLetters(names.join('\n'));
}

function formatEntryText({ entries }: LogIndex, at: number): string {
  const text = [
    ...(entries.tags[at] ?? []),
    entries.notes[at] ?? '',
    entries.places[at] ?? '',
    entries.companies[at] ?? '',
  ].join('\n');
  return text.length < 4 && text.trim() === '' ? '' : foldLetters(text);
}

/** Texts of an index of which nothing has been folded yet. */
export const createSearchTexts = (index: LogIndex): SearchTexts => ({
  films: createSearchIndex((at) => formatFilmText(index, at)),
  entries: createSearchIndex((at) => formatEntryText(index, at)),
  words: null,
});

const wordsPerStep = 500;

/**
 * Folds what has not been folded, or has changed; yields wherever others may run between. Until it has ended a search
 * finds only what it has come to.
 */
export function* prepareTexts(index: LogIndex, texts: SearchTexts): Generator<undefined, void> {
  while (texts.films.prepareNext(index.films.ids.length)) yield;
  while (texts.entries.prepareNext(index.entries.ids.length)) yield;
  const words = new Set<string>();
  let looked = 0;
  for (const part of [...texts.films.listWords(), ...texts.entries.listWords()]) {
    for (const word of listWords(part)) words.add(word);
    looked += 1;
    if (looked % wordsPerStep === 0) yield;
  }
  texts.words = [...words];
}

/**
 * One letter wrong, missing, too many or in its neighbour's place; the first letter must be right. Words have no white
 * space, so that anything else is a letter of theirs: to name letters takes a browser ten times as long at each key.
 */
const forgiving = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraChars: '[^\\s]',
  intraMode: 1,
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
  interLft: 1,
});

/** Words shorter than this must be right. */
const shortestForgiven = 4;
const mostAlike = 30;

/** The words of the log that are like one that stands nowhere in it. */
function findAlike(word: string, texts: SearchTexts): string[] {
  if (word.length < shortestForgiven || texts.words === null) return [];
  const places = forgiving.filter(texts.words, word) ?? [];
  return places.slice(0, mostAlike).flatMap((at) => texts.words?.[at] ?? []);
}

/** The viewings in which a word, or one of some, stands or whose film it names; and the films that it names. */
function markWord(
  index: LogIndex,
  texts: SearchTexts,
  word: string,
): { films: Uint8Array; entries: Uint8Array } {
  const films = new Uint8Array(index.films.ids.length);
  const entries = new Uint8Array(index.entries.ids.length);
  const mark = (sought: string): void => {
    texts.films.mark(sought, films);
    texts.entries.mark(sought, entries);
  };
  mark(word);
  if (!films.includes(1) && !entries.includes(1)) findAlike(word, texts).forEach(mark);
  const filmOf = index.entries.films;
  for (let at = 0; at < entries.length; at += 1) if (films[filmOf[at] ?? -1] === 1) entries[at] = 1;
  return { films, entries };
}

/** What is marked in each. */
function markAll(count: number, marks: Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(count), ...others] = marks;
  for (const other of others)
    for (let at = 0; at < count; at += 1) first[at] = (first[at] ?? 0) & (other[at] ?? 0);
  return first;
}

/**
 * Searches the titles, alternative titles, years, people and tags of films and the tags, notes, places and company of
 * viewings; case and accents aside, and a wrong letter forgiven where nothing is spelt so. Every word must be found, in
 * the film or in one viewing of it. Null where the query has no word. Yields wherever others may run between.
 */
export function* searchLog(
  index: LogIndex,
  texts: SearchTexts,
  query: string,
): Generator<undefined, SearchResult | null> {
  const words = [...new Set(foldLetters(query).split(/\s+/).filter(Boolean))];
  if (words.length === 0) return null;
  const marks: ReturnType<typeof markWord>[] = [];
  for (const word of words) {
    marks.push(markWord(index, texts, word));
    yield;
  }
  const films = markAll(
    index.films.ids.length,
    marks.map((mark) => mark.films),
  );
  const entries = markAll(
    index.entries.ids.length,
    marks.map((mark) => mark.entries),
  );
  return {
    entries,
    hasFilm: (at) =>
      films[at] === 1 || (index.films.entries[at]?.some((entry) => entries[entry] === 1) ?? false),
  };
}
