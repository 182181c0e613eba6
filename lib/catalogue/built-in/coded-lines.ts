import { CatalogueError } from '../errors.ts';
import { decodeSymbols, formatSymbols, lineEnd, literal, maxSymbolBytes, parseSymbols } from './symbols.ts';
import { encodeLines, trainSymbols } from './train-symbols.ts';

/** The position of every 32nd line is stored; the others are found by their line ends. */
const linesPerBlock = 32;

/** Lines of text as sections of the file. */
export interface StoredLines {
  /** Position of each block in `codes`, and at the end its length, as 32-bit numbers. */
  blocks: Uint8Array;
  symbols: Uint8Array;
  codes: Uint8Array;
}

/** Formats lines of text. Line breaks in them are replaced by spaces. */
export function formatLines(texts: string[]): StoredLines {
  const encoder = new TextEncoder();
  const lines = texts.map((text) => encoder.encode(text.replaceAll('\n', ' ')));
  const symbols = trainSymbols(lines);
  const encoded = encodeLines(symbols, lines);
  const codes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  const positions: number[] = [];
  let end = 0;
  for (const [at, line] of encoded.entries()) {
    if (at % linesPerBlock === 0) positions.push(end);
    codes.set(line, end);
    end += line.length;
  }
  const blocks = new Uint8Array(Uint32Array.from([...positions, end]).buffer);
  return { blocks, symbols: formatSymbols(symbols), codes };
}

/** Reads lines out of codes that may be only partly in memory. */
export interface CodedLines {
  /** The range of codes with a line; it must be in memory before `read`. */
  rangeOf(line: number): readonly [from: number, to: number];
  /** The text of a line. Throws `CatalogueError` if it is damaged. */
  read(line: number): string;
  /** The position of each line in the codes, which must all be in memory. Throws `CatalogueError` if one is missing. */
  listStarts(): Uint32Array;
  /** Decodes the line at a position into `out` at `end`, with its line break. Returns the new end. */
  copy(position: readonly [from: number, to: number], out: Uint8Array, end: number): number;
}

const fail = (what: string): never => {
  throw new CatalogueError('bad-shard', `built-in catalogue: ${what}`);
};

/** The position after the line that begins at `at`; `to` if it has no end. */
function skipLine(codes: Uint8Array, at: number, to: number): number {
  for (let next = at; next < to; next += 1) {
    if (codes[next] === lineEnd) return next + 1;
    if (codes[next] === literal) next += 1;
  }
  return to;
}

/** Opens `count` lines. Throws `CatalogueError` if the blocks or the symbols are damaged. */
export function openLines({ blocks, symbols, codes }: StoredLines, count: number): CodedLines {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const table = parseSymbols(symbols) ?? fail('damaged symbols');
  // A copy, because the section may not begin at a multiple of four bytes in memory.
  const starts = blocks.length % 4 === 0 ? new Uint32Array(blocks.slice().buffer) : fail('damaged blocks');
  const isSorted = starts.every((start, at) => start >= (starts[at - 1] ?? 0) && start <= codes.length);
  if (starts.length !== Math.ceil(count / linesPerBlock) + 1 || !isSorted) fail('damaged blocks');

  const rangeOf: CodedLines['rangeOf'] = (line) => {
    const block = Math.floor(line / linesPerBlock);
    return [starts[block] ?? 0, starts[block + 1] ?? 0];
  };

  function find(line: number): readonly [from: number, to: number] {
    const [from, to] = rangeOf(line);
    let at = from;
    for (let skip = line % linesPerBlock; skip > 0; skip -= 1) at = skipLine(codes, at, to);
    return [at, skipLine(codes, at, to)];
  }

  return {
    rangeOf,
    read(line) {
      const [from, to] = find(line);
      const out = new Uint8Array((to - from) * maxSymbolBytes);
      const end = decodeSymbols(table, codes, [from, to], out);
      if (end === 0) fail('missing line');
      try {
        return decoder.decode(out.subarray(0, end - 1));
      } catch (error) {
        throw new CatalogueError('bad-shard', 'built-in catalogue: not UTF-8', { cause: error });
      }
    },
    listStarts() {
      const positions = new Uint32Array(count + 1);
      for (let line = 0, at = 0; line < count; line += 1)
        positions[line + 1] = at = skipLine(codes, at, codes.length);
      return positions[count] === codes.length ? positions : fail('missing lines');
    },
    copy: (position, out, end) => decodeSymbols(table, codes, position, out, end),
  };
}
