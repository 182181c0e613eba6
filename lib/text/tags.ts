const fold = (tag: string): string => tag.toLowerCase();

/** The tags with others behind them, each once however it is capitalised. */
export function addTags(tags: readonly string[], more: readonly string[]): string[] {
  const known = new Set(tags.map(fold));
  const added = more.filter((tag) => {
    const isNew = !known.has(fold(tag));
    known.add(fold(tag));
    return isNew;
  });
  return [...tags, ...added];
}

/** The tags without others, however those are capitalised. */
export function removeTags(tags: readonly string[], without: readonly string[]): string[] {
  const gone = new Set(without.map(fold));
  return tags.filter((tag) => !gone.has(fold(tag)));
}
