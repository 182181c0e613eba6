/** Texts indexed between two pauses. */
const textsPerStep = 64;

/** An index from words to the positions of texts: searches a hundred thousand texts in a few milliseconds. */
export interface SearchIndex {
  /** Indexes some texts that are new or have changed; returns false if there are none. */
  prepareNext: (count: number) => boolean;
  /**
   * Marks the positions with a word that contains the sought text, which has no white space. Texts that are
   * not indexed yet are not found.
   */
  mark: (sought: string, marks: Uint8Array) => void;
  /** All words, separated at white space, each once. */
  listWords: () => string[];
  /** Marks the text at a position as changed. */
  forget: (position: number) => void;
}

/** All words joined in one text, to search them at once. */
interface Dictionary {
  text: string;
  words: string[];
  /** The offset of each word in `text`. */
  starts: Uint32Array;
}

function createDictionary(words: string[]): Dictionary {
  const starts = new Uint32Array(words.length);
  let length = 0;
  words.forEach((word, at) => {
    starts[at] = length;
    length += word.length + 1;
  });
  return { text: words.join('\n'), words, starts };
}

/** The words that contain the sought text. */
function* findWords({ text, words, starts }: Dictionary, sought: string): Generator<string> {
  let at = 0;
  for (let hit = text.indexOf(sought); hit >= 0; hit = text.indexOf(sought, starts[at])) {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= hit) at += 1;
    yield words[at] ?? '';
    at += 1;
    if (at >= starts.length) return;
  }
}

/** Creates an empty search index; `textOf` returns the folded text at a position, '' if there is none. */
export function createSearchIndex(textOf: (position: number) => string): SearchIndex {
  const positionsOf = new Map<string, number[]>();
  /** Texts that have changed since they were indexed; they are few and are searched one by one. */
  const changed = new Map<number, string>();
  const forgotten = new Set<number>();
  let known = 0;
  let dictionary: Dictionary | null = null;

  const take = (position: number): void => {
    for (const word of textOf(position).split(/\s+/)) {
      if (word === '') continue;
      const positions = positionsOf.get(word);
      if (positions === undefined) positionsOf.set(word, [position]);
      else if (positions.at(-1) !== position) positions.push(position);
    }
  };
  return {
    prepareNext: (count) => {
      if (known >= count && forgotten.size === 0) {
        dictionary ??= createDictionary([...positionsOf.keys()]);
        return false;
      }
      for (const position of forgotten) changed.set(position, textOf(position));
      forgotten.clear();
      const end = Math.min(count, known + textsPerStep);
      for (; known < end; known += 1) take(known);
      dictionary = null;
      return true;
    },
    mark: (sought, marks) => {
      dictionary ??= createDictionary([...positionsOf.keys()]);
      const before = [...changed.keys()].map((position) => marks[position] ?? 0);
      for (const word of findWords(dictionary, sought))
        for (const position of positionsOf.get(word) ?? []) marks[position] = 1;
      let at = 0;
      for (const [position, text] of changed) {
        marks[position] = text.includes(sought) ? 1 : (before[at] ?? 0);
        at += 1;
      }
    },
    listWords: () => {
      const texts = [...changed.values()].flatMap((text) => text.split(/\s+/));
      return [...new Set([...positionsOf.keys(), ...texts])];
    },
    forget: (position) => {
      if (position < known) forgotten.add(position);
    },
  };
}
