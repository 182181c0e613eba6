import UFuzzy from '@leeoniya/ufuzzy';
import { foldLetters, listWords } from '../../text/text.ts';
import type { LogIndex } from '../index/index-types.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';

/** The result of a search, by position: entries, and films that match themselves or through an entry. */
export interface SearchResult {
  /** By position: 1 if the entry matches. */
  entries: Uint8Array;
  hasFilm: (position: number) => boolean;
}

/** The folded texts of an index, filled by `prepareTexts`. */
export interface SearchTexts {
  films: SearchIndex;
  entries: SearchIndex;
  /** The words of all texts, for words without an exact match; null until everything is prepared. */
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

/** Creates the search texts of an index, with nothing folded yet. */
export const createSearchTexts = (index: LogIndex): SearchTexts => ({
  films: createSearchIndex((at) => formatFilmText(index, at)),
  entries: createSearchIndex((at) => formatEntryText(index, at)),
  words: null,
});

const wordsPerStep = 500;

/**
 * Folds texts that are new or have changed. Yields for pauses. Until it ends, a search finds only what is
 * already prepared.
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
 * Allows one letter that is wrong, missing, extra or swapped with its neighbour; the first letter must be
 * right. Letters are given as "not white space", which words do not contain: a class of letters takes a
 * browser ten times as long per key press.
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

/** Minimum length of a word in which a wrong letter is allowed. */
const shortestForgiven = 4;
const mostAlike = 30;

/** The log's words that are similar to a word without an exact match. */
function findAlike(word: string, texts: SearchTexts): string[] {
  if (word.length < shortestForgiven || texts.words === null) return [];
  const positions = forgiving.filter(texts.words, word) ?? [];
  return positions.slice(0, mostAlike).flatMap((at) => texts.words?.[at] ?? []);
}

/**
 * Marks the films that match a word or similar words, and the entries that match it or belong to such a film.
 */
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

/** The positions that are marked in every list. */
function markAll(count: number, marks: Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(count), ...others] = marks;
  for (const other of others)
    for (let at = 0; at < count; at += 1) first[at] = (first[at] ?? 0) & (other[at] ?? 0);
  return first;
}

/**
 * Searches titles, alternative titles, years, people, reasons and tags of films, and tags, notes, places and
 * company of entries. Ignores case and accents, and allows a wrong letter if no word is spelt like that.
 * Every word must match the film or the same entry. Null if the query has no word. Yields for pauses.
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
