// Texts are stored as codes of one byte for strings of one to eight bytes that are frequent in them, so that each line
// can be read by itself: a browser takes longer to start one decompression stream than to decode a hundred lines. The
// method is FSST (Boncz, Neumann, Leis: "FSST: Fast Random Access String Compression", 2020).

/** The code of the end of a line. No symbol contains a line break. */
export const lineEnd = 0;
/** The code before a byte that no symbol covers. */
export const literal = 255;
/** The maximum length of a symbol in bytes. */
export const maxSymbolBytes = 8;
/** The maximum number of symbols: the codes 1 to 254. */
export const maxSymbols = 254;

/** The strings that codes stand for. */
export interface SymbolTable {
  /** Length of each symbol in bytes, by code. */
  lengths: Uint8Array;
  /** Eight bytes for each code. */
  bytes: Uint8Array;
}

/** Formats symbols in the order of their codes: the length and the bytes of each. */
export function formatSymbols(symbols: Uint8Array[]): Uint8Array {
  return Uint8Array.from(symbols.flatMap((symbol) => [symbol.length, ...symbol]));
}

/** Reads a formatted table. Null if it is damaged. */
export function parseSymbols(stored: Uint8Array): SymbolTable | null {
  const lengths = new Uint8Array(256);
  const bytes = new Uint8Array(256 * maxSymbolBytes);
  let at = 0;
  for (let code = 1; at < stored.length; code += 1) {
    const length = stored[at] ?? 0;
    if (code > maxSymbols || length < 1 || length > maxSymbolBytes) return null;
    lengths[code] = length;
    bytes.set(stored.subarray(at + 1, at + 1 + length), code * maxSymbolBytes);
    at += 1 + length;
  }
  return at === stored.length ? { lengths, bytes } : null;
}

/**
 * Decodes codes from `from` up to `to` into UTF-8 bytes at `end` of `out`; a line ends with a line break. `out` needs
 * eight bytes for each code. Returns the new end.
 */
export function decodeSymbols(
  { lengths, bytes }: SymbolTable,
  codes: Uint8Array,
  [from, to]: readonly [from: number, to: number],
  out: Uint8Array,
  end = 0,
): number {
  for (let at = from; at < to; at += 1) {
    const code = codes[at] ?? lineEnd;
    if (code === lineEnd) out[end++] = 10;
    else if (code === literal) out[end++] = codes[(at += 1)] ?? 0;
    else {
      const start = code * maxSymbolBytes;
      const stop = start + (lengths[code] ?? 0);
      for (let index = start; index < stop; index += 1) out[end++] = bytes[index] ?? 0;
    }
  }
  return end;
}
