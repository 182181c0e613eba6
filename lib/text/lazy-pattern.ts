import { once } from '../async/once.ts';

/**
 * Returns a function that builds a regular expression at its first call. Use it for expressions with classes such as
 * `\p{L}` in scripts that every page loads: Chromium checks each literal while it parses a script, used or not, and
 * such a class takes 0.15 ms (fifty of them took half of the content script's compile time).
 */
/* @__NO_SIDE_EFFECTS__ */
export function lazyPattern(source: string, flags: string): () => RegExp {
  return once(() => new RegExp(source, flags));
}
