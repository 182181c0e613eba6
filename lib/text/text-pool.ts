/** Texts and lists of texts, each kept once however many are equal: a long log fits into less memory. */
export interface TextPool {
  /** The one text that stands for all that are equal to it. */
  text: (text: string) => string;
  /** The one list that stands for all that hold the same texts in the same order. */
  list: (texts: readonly string[]) => readonly string[];
}

/** A pool in which nothing is yet. */
export function createTextPool(): TextPool {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>([['[]', []]]);
  const text = (each: string): string => {
    const known = texts.get(each);
    if (known === undefined) texts.set(each, each);
    return known ?? each;
  };
  return {
    text,
    list: (each) => {
      const key = JSON.stringify(each);
      const known = lists.get(key) ?? each.map(text);
      lists.set(key, known);
      return known;
    },
  };
}
