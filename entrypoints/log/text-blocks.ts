import { listWords } from '../../lib/std/text.ts';

const placesPerBlock = 512;

/** The texts of some places in a row, one after the other. */
interface Block {
  text: string;
  /** Where each place's text begins. */
  starts: Uint32Array;
  words: string[];
}

/** The folded texts of a column, in blocks: a hundred thousand are searched in a few milliseconds. */
export interface TextBlocks {
  /** Makes the block that is missing first; false where none is. */
  prepareNext: (count: number) => boolean;
  /** Marks the places whose text holds the word. What has not been prepared yet is not found. */
  mark: (word: string, marks: Uint8Array) => void;
  /** The words of each block. */
  listWords: () => string[][];
  /** The text of the place has changed. */
  forget: (place: number) => void;
}

function createBlock(from: number, end: number, textOf: (place: number) => string): Block {
  const starts = new Uint32Array(end - from);
  const texts: string[] = [];
  let length = 0;
  for (let place = from; place < end; place += 1) {
    const text = textOf(place);
    starts[place - from] = length;
    length += text.length + 1;
    texts.push(text);
  }
  const text = texts.join('\n');
  return { text, starts, words: [...new Set(listWords(text))] };
}

function markInBlock({ text, starts }: Block, word: string, marks: Uint8Array, from: number): void {
  let at = 0;
  for (let hit = text.indexOf(word); hit >= 0;) {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= hit) at += 1;
    marks[from + at] = 1;
    at += 1;
    if (at >= starts.length) return;
    hit = text.indexOf(word, starts[at]);
  }
}

/** Texts of which none has been made yet; `textOf` gives the folded text of a place, '' where there is none. */
export function createTextBlocks(textOf: (place: number) => string): TextBlocks {
  const blocks: (Block | undefined)[] = [];
  return {
    prepareNext: (count) => {
      for (let from = 0; from < count; from += placesPerBlock) {
        const known = blocks[from / placesPerBlock];
        const size = Math.min(count - from, placesPerBlock);
        // The last block grows with the log.
        if (known?.starts.length === size) continue;
        blocks[from / placesPerBlock] = createBlock(from, from + size, textOf);
        return true;
      }
      return false;
    },
    mark: (word, marks) => {
      blocks.forEach((block, at) => block && markInBlock(block, word, marks, at * placesPerBlock));
    },
    listWords: () => blocks.flatMap((block) => (block ? [block.words] : [])),
    forget: (place) => void (blocks[Math.floor(place / placesPerBlock)] = undefined),
  };
}
