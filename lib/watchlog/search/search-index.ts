/** Places whose texts are taken in before others may run. */
const placesPerStep = 64;

/** Which places of a column hold which words: a hundred thousand texts are searched in a few milliseconds. */
export interface SearchIndex {
  /** Takes in some texts that are new or have changed; false where there is none. */
  prepareNext: (count: number) => boolean;
  /**
   * Marks the places of which a word holds what is sought, which has no white space. What has not been prepared yet is
   * not found.
   */
  mark: (sought: string, marks: Uint8Array) => void;
  /** The words, as white space parts them, each once. */
  listWords: () => string[];
  /** The text of the place has changed. */
  forget: (place: number) => void;
}

/** All words in one text, to look through at once. */
interface Dictionary {
  text: string;
  words: string[];
  /** Where each word begins. */
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

/** The words that hold what is sought. */
function* findWords({ text, words, starts }: Dictionary, sought: string): Generator<string> {
  let at = 0;
  for (let hit = text.indexOf(sought); hit >= 0; hit = text.indexOf(sought, starts[at])) {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= hit) at += 1;
    yield words[at] ?? '';
    at += 1;
    if (at >= starts.length) return;
  }
}

/** Words of texts of which none has been taken in yet; `textOf` gives the folded text of a place, '' where there is none. */
export function createSearchIndex(textOf: (place: number) => string): SearchIndex {
  const placesOf = new Map<string, number[]>();
  /** Texts that were taken in once and have changed since: they are few, and looked through one by one. */
  const changed = new Map<number, string>();
  const forgotten = new Set<number>();
  let known = 0;
  let dictionary: Dictionary | null = null;

  const take = (place: number): void => {
    for (const word of textOf(place).split(/\s+/)) {
      if (word === '') continue;
      const places = placesOf.get(word);
      if (places === undefined) placesOf.set(word, [place]);
      else if (places.at(-1) !== place) places.push(place);
    }
  };
  return {
    prepareNext: (count) => {
      if (known >= count && forgotten.size === 0) {
        dictionary ??= createDictionary([...placesOf.keys()]);
        return false;
      }
      for (const place of forgotten) changed.set(place, textOf(place));
      forgotten.clear();
      const end = Math.min(count, known + placesPerStep);
      for (; known < end; known += 1) take(known);
      dictionary = null;
      return true;
    },
    mark: (sought, marks) => {
      dictionary ??= createDictionary([...placesOf.keys()]);
      const before = [...changed.keys()].map((place) => marks[place] ?? 0);
      for (const word of findWords(dictionary, sought))
        for (const place of placesOf.get(word) ?? []) marks[place] = 1;
      let at = 0;
      for (const [place, text] of changed) {
        marks[place] = text.includes(sought) ? 1 : (before[at] ?? 0);
        at += 1;
      }
    },
    listWords: () => {
      const texts = [...changed.values()].flatMap((text) => text.split(/\s+/));
      return [...new Set([...placesOf.keys(), ...texts])];
    },
    forget: (place) => {
      if (place < known) forgotten.add(place);
    },
  };
}
