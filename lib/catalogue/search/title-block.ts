import type { FilmRef } from '../../films/types.ts';
import { once } from '../../async/once.ts';
import type { FilmTitles } from './types.ts';

/** The number of films, and the lengths of the titles and of the refs in bytes: three 32-bit numbers. */
const headBytes = 12;

/** Formats titles as one block: its head, years, titles, refs (a line each), and how well known the films are. */
export function formatTitleBlock({ text, years, known, refOf }: FilmTitles): Uint8Array<ArrayBuffer> {
  const films = years.length;
  const refs = new TextEncoder().encode(Array.from(years, (_, film) => refOf(film)).join('\n'));
  const block = new Uint8Array(headBytes + films * 3 + text.length + refs.length);
  block.set(new Uint8Array(Uint32Array.of(films, text.length, refs.length).buffer));
  block.set(new Uint8Array(Uint16Array.from(years).buffer), headBytes);
  block.set(text, headBytes + films * 2);
  block.set(refs, headBytes + films * 2 + text.length);
  block.set(known, headBytes + films * 2 + text.length + refs.length);
  return block;
}

/** Reads a block of titles. Null if its parts do not fit its length. */
export function parseTitleBlock(block: Uint8Array): FilmTitles | null {
  const [films = 0, textBytes = 0, refBytes = 0] =
    block.byteLength < headBytes ? [] : new Uint32Array(block.slice(0, headBytes).buffer);
  if (block.byteLength !== headBytes + films * 3 + textBytes + refBytes) return null;
  const textAt = headBytes + films * 2;
  const refsAt = textAt + textBytes;
  const refs = once(() => new TextDecoder().decode(block.subarray(refsAt, refsAt + refBytes)).split('\n'));
  return {
    text: block.subarray(textAt, refsAt),
    years: new Uint16Array(block.slice(headBytes, textAt).buffer),
    known: block.subarray(refsAt + refBytes),
    refOf: (film) => (refs()[film] ?? 'title:') as FilmRef,
  };
}
