const fold = (tag: string): string => tag.toLowerCase();

/** The tags followed by those of `more` that are new. Capitalisation is ignored in the comparison. */
export function addTags(tags: readonly string[], more: readonly string[]): string[] {
  const known = new Set(tags.map(fold));
  const added = more.filter((tag) => {
    const isNew = !known.has(fold(tag));
    known.add(fold(tag));
    return isNew;
  });
  return [...tags, ...added];
}

/** Whether a tag is among the tags. Capitalisation is ignored. */
export const hasTag = (tags: readonly string[], tag: string): boolean =>
  tags.some((known) => fold(known) === fold(tag));

/** The tags without those in `without`. Capitalisation is ignored in the comparison. */
export function removeTags(tags: readonly string[], without: readonly string[]): string[] {
  const gone = new Set(without.map(fold));
  return tags.filter((tag) => !gone.has(fold(tag)));
}
