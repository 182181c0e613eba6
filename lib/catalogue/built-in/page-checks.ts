import { pageBytes } from './partial-file.ts';

/** Bytes of the checks of a file with `rest` other bytes: four for each page, and for one more that they may begin. */
export const countCheckBytes = (rest: number): number => 4 * (Math.ceil(rest / pageBytes) + 1);

/** FNV-1a over words of four bytes: another value of one word always gives another hash. */
export function hashWords(words: Uint32Array, hash = 0x811c9dc5): number {
  let next = hash;
  // By index: an iterator takes several times as long, and this is part of a cold look-up.
  for (let at = 0; at < words.length; at += 1) next = Math.imul(next ^ (words[at] ?? 0), 0x01000193);
  return next >>> 0;
}

/** The hash of a page. That of the first page leaves out its own check at `start`, and has the checks of the others. */
function hashPage({ buffer, byteLength }: Uint8Array<ArrayBuffer>, page: number, start: number): number {
  const end = Math.min((page + 1) * pageBytes, byteLength);
  const wordsOf = (from: number, to: number): Uint32Array => new Uint32Array(buffer, from, (to - from) / 4);
  if (page > 0) return hashWords(wordsOf(page * pageBytes, end));
  return hashWords(wordsOf(start + 4, end), hashWords(wordsOf(0, start)));
}

/** Writes the check of each page into an otherwise finished file, from `start` on. */
export function writeChecks(file: Uint8Array<ArrayBuffer>, start: number): void {
  const view = new DataView(file.buffer);
  for (let page = Math.ceil(file.byteLength / pageBytes) - 1; page >= 0; page -= 1)
    view.setUint32(start + 4 * page, hashPage(file, page, start), true);
}

/** Whether a page of a file is as it was written. The first page, with the checks from `start` on, must be in memory too. */
export function isPageWhole(file: Uint8Array<ArrayBuffer>, page: number, start: number): boolean {
  return new DataView(file.buffer).getUint32(start + 4 * page, true) === hashPage(file, page, start);
}
