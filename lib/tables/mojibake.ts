/** Bytes of Windows-1252 for the characters that are not their own code. */
const windowsBytes: ReadonlyMap<string, number> = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((character, at) => [
    character,
    0x80 + at,
  ]),
);

const lead = '[\\u00c2-\\u00f4]';
const next = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/** Characters that no text has together: "Ã©", "â€™", "Ð¡Ñ‚". A capital before a quote or an ellipsis does not count. */
const certain = new RegExp(
  `Ã(?![…”’»])${next}|Â[\\u0080-\\u009f\\u00a0-\\u00ba\\u00bc-\\u00bf]|â€|(?:${lead}(?![…”’»–—])${next}){2}|[ÄÅ][\\u0080-\\u009f\\u00a0-\\u00ba\\u00bc-\\u00bf‡‚ƒ„ˆ™š›œžŸŒ]|[\\u00e0-\\u00ef](?![“”„‘’‚…»«–—]{2})${next}{2}`,
  'g',
);
const run = new RegExp(`(?:${lead}${next}{1,3})+`, 'g');

function decodeRun(text: string): string {
  const bytes: number[] = [];
  for (const character of text) bytes.push(windowsBytes.get(character) ?? character.codePointAt(0) ?? 0);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

/** So many certain places tell that the whole text was read in the wrong encoding. */
const minPlaces = 2;

/**
 * The text with what was written in UTF-8 and read as Windows-1252 ("AmÃ©lie") as it was meant. Only where that is certain: the
 * characters are none that a text has together, and their bytes are UTF-8. One such place tells for its line, several for all.
 */
export function repairMojibake(text: string): string {
  const places = text.match(certain)?.length ?? 0;
  if (places === 0) return text;
  if (places >= minPlaces) return text.replace(run, decodeRun);
  return text
    .split('\n')
    .map((line) => (line.search(certain) < 0 ? line : line.replace(run, decodeRun)))
    .join('\n');
}
