/** Stores each distinct text and list of texts once, so that a long log uses less memory. */
export interface TextPool {
  /** Returns the pooled text that equals `text`. */
  text: (text: string) => string;
  /** Returns the pooled list with the same texts in the same order. */
  list: (texts: readonly string[]) => readonly string[];
}

/** Creates an empty pool. */
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
