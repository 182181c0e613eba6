import UFuzzy from '@leeoniya/ufuzzy';
import { foldLetters, listWords } from '../../lib/std/text.ts';
import type { LogIndex } from '../../lib/watchlog/index-types.ts';

/** What a search found, by place: viewings, and films that are found themselves or through a viewing. */
export interface Found {
  hasEntry: (place: number) => boolean;
  hasFilm: (place: number) => boolean;
}

/** The folded texts of an index, each made when it is first needed. */
export interface SearchTexts {
  films: (string | undefined)[];
  entries: (string | undefined)[];
  /** The words of all texts, for those that are spelt like no other; null until needed. */
  words: string[] | null;
}

/** Texts of an index of which nothing has been folded yet. */
export const createSearchTexts = (): SearchTexts => ({ films: [], entries: [], words: null });

function formatFilmText({ films }: LogIndex, at: number): string {
  const names = [
    films.titles[at] ?? '',
    films.originalTitles[at] ?? '',
    ...(films.alternativeTitles[at] ?? []),
    String(films.years[at] ?? ''),
    ...(films.directors[at] ?? []),
    ...(films.cast[at] ?? []),
    films.reasons[at] ?? '',
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

const filmTextAt = (index: LogIndex, texts: SearchTexts, at: number): string =>
  (texts.films[at] ??= formatFilmText(index, at));
const entryTextAt = (index: LogIndex, texts: SearchTexts, at: number): string =>
  (texts.entries[at] ??= formatEntryText(index, at));

/**
 * Folds texts ahead of the first search, `perStep` at a time; each step ends with a yield, so that whoever runs it can
 * let others run between.
 */
export function* prepareTexts(index: LogIndex, texts: SearchTexts, perStep: number): Generator<undefined> {
  const words = new Set<string>();
  const take = (text: string): void => {
    for (const word of text === '' ? [] : listWords(text)) words.add(word);
  };
  for (let at = 0; at < index.films.ids.length; at += 1) {
    take(filmTextAt(index, texts, at));
    if (at % perStep === perStep - 1) yield;
  }
  for (let at = 0; at < index.entries.ids.length; at += 1) {
    take(entryTextAt(index, texts, at));
    if (at % perStep === perStep - 1) yield;
  }
  texts.words = [...words];
}

/** One letter wrong, missing, too many or in its neighbour's place; the first letter must be right. */
const forgiving = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
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

/** Where a text holds one of the words. */
function markPlaces(count: number, textAt: (place: number) => string, words: readonly string[]): Uint8Array {
  const marks = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    const text = textAt(at);
    if (text !== '' && words.some((word) => text.includes(word))) marks[at] = 1;
  }
  return marks;
}

/** The words of the log that are like one that stands nowhere in it. */
function findAlike(word: string, texts: SearchTexts): string[] {
  if (word.length < shortestForgiven || texts.words === null) return [];
  const places = forgiving.filter(texts.words, word) ?? [];
  return places.slice(0, mostAlike).flatMap((at) => texts.words?.[at] ?? []);
}

function markWord(
  index: LogIndex,
  texts: SearchTexts,
  word: string,
): { films: Uint8Array; entries: Uint8Array } {
  const mark = (words: readonly string[]) => ({
    films: markPlaces(index.films.ids.length, (at) => filmTextAt(index, texts, at), words),
    entries: markPlaces(index.entries.ids.length, (at) => entryTextAt(index, texts, at), words),
  });
  const exact = mark([word]);
  if (exact.films.includes(1) || exact.entries.includes(1)) return exact;
  const alike = findAlike(word, texts);
  return alike.length === 0 ? exact : mark(alike);
}

/**
 * Searches the titles, alternative titles, years and people of films and the tags, notes, places and company of
 * viewings; case and accents aside, and a wrong letter forgiven where nothing is spelt so. Every word must be found, in
 * the film or in one viewing of it. Null where the query has no word.
 */
export function searchLog(index: LogIndex, texts: SearchTexts, query: string): Found | null {
  const words = [...new Set(foldLetters(query).split(/\s+/).filter(Boolean))];
  if (words.length === 0) return null;
  if (texts.words === null && words.some((word) => word.length >= shortestForgiven)) {
    for (const _step of prepareTexts(index, texts, Infinity));
  }
  const marks = words.map((word) => markWord(index, texts, word));
  const hasEntry = (at: number): boolean => {
    const film = index.entries.films[at] ?? -1;
    return marks.every(({ films, entries }) => films[film] === 1 || entries[at] === 1);
  };
  const hasFilm = (at: number): boolean =>
    marks.every(({ films }) => films[at] === 1) || (index.films.entries[at]?.some(hasEntry) ?? false);
  return { hasEntry, hasFilm };
}
