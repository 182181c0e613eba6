import { once } from '../../async/once.ts';
import { createTitleFolder, mark, maxUnits } from './title-units.ts';

/** Letters at most of a word; the rest is ignored. */
const maxLetters = 60;
/** Words at most of a title. */
const maxWords = 32;
/** Letters at least after an apostrophe that are a word of their own: `avventura` of "L'Avventura", not "Pan's". */
const minElided = 3;

/** Receives the words of a title: the first `length` of `units`. Further words follow the others. */
export interface WordTarget {
  onWord: (units: Uint16Array, length: number, isExtra: boolean) => void;
}

/** Words kept until the title has ended. */
function createKeptWords(): {
  keep: (from: Uint16Array, start: number, end: number) => void;
  flush: (target: WordTarget) => void;
} {
  const units = new Uint16Array(maxUnits);
  let kept: number[] = [];
  return {
    keep(from, start, end) {
      const at = kept.at(-1) ?? 0;
      if (at + end - start > maxUnits) return;
      units.set(from.subarray(start, end), at);
      kept.push(at + end - start);
    },
    flush({ onWord }) {
      let start = 0;
      for (const end of kept) {
        onWord(units.subarray(start, end), Math.min(end - start, maxLetters), true);
        start = end;
      }
      if (kept.length > 0) kept = [];
    },
  };
}

/** Reads the words of titles. */
export interface WordReader {
  /** Reports the words of the UTF-8 from `start` up to `end`. */
  readBytes(text: Uint8Array, start: number, end: number): void;
  readText(text: string): void;
}

/**
 * Creates a reader of words. A word is folded, without apostrophes: "Pan's Labyrinth" is `pans labyrinth`. Further
 * words are those that signs join, `walle` of "WALL-E", and those after an elided article.
 */
export function createWordReader(target: WordTarget): WordReader {
  const folder = createTitleFolder();
  const extras = createKeptWords();
  /** Letters since the last separator, where signs and apostrophes are none. */
  const chain = new Uint16Array(maxUnits);

  function report(start: number, end: number): void {
    const length = Math.min(end - start, maxLetters);
    target.onWord(start === 0 ? chain : chain.subarray(start), length, false);
  }

  function split(length: number): void {
    let words = 0;
    let parts = 0;
    let chainEnd = 0;
    let wordStart = 0;
    let elidedStart = 0;
    for (let at = 0; at <= length; at += 1) {
      const unit = at < length ? (folder.units[at] ?? 0) : mark.separator;
      if (unit > mark.joiner) chain[chainEnd++] = unit;
      else if (unit === mark.apostrophe) elidedStart = chainEnd;
      else {
        if (chainEnd > wordStart) {
          parts += 1;
          if (words++ < maxWords) report(wordStart, chainEnd);
          if (elidedStart > wordStart && chainEnd - elidedStart >= minElided)
            extras.keep(chain, elidedStart, chainEnd);
        }
        if (unit === mark.separator) {
          if (parts > 1) extras.keep(chain, 0, chainEnd);
          chainEnd = parts = 0;
        }
        wordStart = elidedStart = chainEnd;
      }
    }
    extras.flush(target);
  }

  return {
    readBytes: (text, start, end) => split(folder.foldBytes(text, start, end)),
    readText: (text) => split(folder.foldText(text)),
  };
}

/** The words of texts, without the further ones. */
const textReader = once(() => {
  let words: string[] = [];
  const reader = createWordReader({
    onWord: (units, length, isExtra) => {
      if (!isExtra) words.push(String.fromCharCode(...units.subarray(0, length)));
    },
  });
  return (text: string): string[] => {
    words = [];
    reader.readText(text);
    return words;
  };
});

/** The folded words of a text; empty if it has no letter or digit. */
export function listTitleWords(text: string): string[] {
  return textReader()(text);
}
