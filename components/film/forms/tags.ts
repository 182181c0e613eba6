/** Tags parted by commas: trimmed, each once whatever its case, without empty ones and leading `#`. */
export function parseTags(text: string): string[] {
  const seen = new Map<string, string>();
  for (const part of text.split(',')) {
    const tag = part.trim().replace(/^#+/, '').replace(/\s+/g, ' ');
    const key = tag.toLowerCase();
    if (tag !== '' && !seen.has(key)) seen.set(key, tag);
  }
  return [...seen.values()];
}
