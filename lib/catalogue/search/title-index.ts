import { createNumberColumn, type NumberColumn } from './number-column.ts';
import type { FilmTitles } from './types.ts';
import { createWordPool, type WordColumns, type WordPool } from './word-pool.ts';
import { createWordReader } from './title-words.ts';
import { groupByStart } from './word-starts.ts';

/** Films that are indexed before others may have their turn: less than a millisecond. */
const filmsPerSlice = 500;
const tab = 9;
const lineFeed = 10;

/** The titles of a catalogue by their words, and back. Titles are numbered in the order of the films. */
export interface TitleIndex {
  titles: FilmTitles;
  pool: WordPool;
  wordColumns: WordColumns;
  /** The film of each title, and where its bytes begin. */
  filmOf: Uint32Array;
  byteStart: Uint32Array;
  /** The words that begin with a letter, among few others. */
  findByStart: (unit: number) => Uint32Array;
  /** The words of a title are those from `wordStart` on, its further words those from `extraStart` on. */
  words: Uint32Array;
  wordStart: Uint32Array;
  extraStart: Uint32Array;
  /** The titles of a word are those from `titleStart` on, ascending. */
  titlesOf: Uint32Array;
  titleStart: Uint32Array;
}

type Forward = Pick<TitleIndex, 'pool' | 'filmOf' | 'byteStart' | 'words' | 'wordStart' | 'extraStart'>;

/** The titles of each word, by counting. */
function invert({ words, wordStart, pool }: Forward): Pick<TitleIndex, 'titlesOf' | 'titleStart'> {
  const titleStart = new Uint32Array(pool.size + 1);
  const { size } = pool;
  for (const word of words) titleStart[word + 1] = (titleStart[word + 1] ?? 0) + 1;
  for (let word = 0; word < size; word += 1)
    titleStart[word + 1] = (titleStart[word + 1] ?? 0) + (titleStart[word] ?? 0);
  const next = titleStart.slice();
  const titlesOf = new Uint32Array(words.length);
  for (let title = 0; title + 1 < wordStart.length; title += 1) {
    const end = wordStart[title + 1] ?? 0;
    for (let at = wordStart[title] ?? 0; at < end; at += 1) {
      const word = words[at] ?? 0;
      const place = next[word] ?? 0;
      titlesOf[place] = title;
      next[word] = place + 1;
    }
  }
  return { titlesOf, titleStart };
}

/** Reads a block of titles from `from` on, film by film. */
interface TitleReader {
  readonly at: number;
  /** Reads the titles of one film. */
  readFilm(film: number): void;
  take(): Forward;
}

function createTitleReader(text: Uint8Array): TitleReader {
  const pool = createWordPool();
  const column = (): NumberColumn => createNumberColumn(1 << 17);
  const [words, wordStart, extraStart, filmOf, byteStart] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  let extraAt = 0;
  const reader = createWordReader({
    onWord: (units, length, isExtra) => {
      words.push(pool.add(units, length));
      if (!isExtra) extraAt = words.length;
    },
  });
  let at = 0;
  return {
    get at() {
      return at;
    },
    readFilm(film) {
      let start = at;
      for (; at < text.length; at += 1) {
        const byte = text[at];
        if (byte !== tab && byte !== lineFeed) continue;
        filmOf.push(film);
        byteStart.push(start);
        wordStart.push(words.length);
        extraAt = words.length;
        reader.readBytes(text, start, at);
        extraStart.push(extraAt);
        start = at + 1;
        if (byte === lineFeed) break;
      }
      at += 1;
    },
    take() {
      wordStart.push(words.length);
      byteStart.push(at);
      const [filmsTaken, bytesTaken] = [filmOf.take(), byteStart.take()];
      const starts = { wordStart: wordStart.take(), extraStart: extraStart.take() };
      return { pool, words: words.take(), ...starts, filmOf: filmsTaken, byteStart: bytesTaken };
    },
  };
}

/** Indexes the titles of a catalogue. Again and again it calls `pause` and waits for it, so that others get their turn. */
export async function buildTitleIndex(
  titles: FilmTitles,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<TitleIndex> {
  const reader = createTitleReader(titles.text);
  for (let film = 0; reader.at < titles.text.length; film += 1) {
    reader.readFilm(film);
    if (film % filmsPerSlice === filmsPerSlice - 1) await pause();
  }
  const forward = reader.take();
  const wordColumns = forward.pool.columns();
  const findByStart = groupByStart(wordColumns);
  await pause();
  return { titles, ...forward, wordColumns, findByStart, ...invert(forward) };
}

/** A title as the catalogue writes it. */
export function decodeTitle({ titles, byteStart }: TitleIndex, title: number): string {
  const bytes = titles.text.subarray(byteStart[title] ?? 0, (byteStart[title + 1] ?? 1) - 1);
  return new TextDecoder().decode(bytes);
}
