import { once } from '../async/once.ts';

/**
 * A regular expression that is built when it is first asked for. For those with classes such as `\p{L}` in scripts that
 * every page loads: Chromium checks each literal while it reads a script, used or not, and such a class takes it 0.15 ms
 * (fifty of them were half the time that the content script took to compile).
 */
export function lazyPattern(source: string, flags: string): () => RegExp {
  return once(() => new RegExp(source, flags));
}
