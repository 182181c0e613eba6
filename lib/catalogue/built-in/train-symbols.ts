import { lineEnd, literal, maxSymbolBytes, maxSymbols } from './symbols.ts';

/** Rounds of training; further ones change the size by less than a hundredth. */
const rounds = 6;
/** Symbols are chosen from about this many bytes of the lines. */
const sampleBytes = 200_000;

/** Symbols by their first byte, the longest first. */
type SymbolIndex = { code: number; symbol: Uint8Array }[][];

function indexSymbols(symbols: Uint8Array[]): SymbolIndex {
  const index: SymbolIndex = Array.from({ length: 256 }, () => []);
  for (const [at, symbol] of symbols.entries()) index[symbol[0] ?? 0]?.push({ code: at + 1, symbol });
  for (const list of index) list.sort((one, other) => other.symbol.length - one.symbol.length);
  return index;
}

function startsWith(line: Uint8Array, at: number, symbol: Uint8Array): boolean {
  for (let index = 1; index < symbol.length; index += 1) if (line[at + index] !== symbol[index]) return false;
  return true;
}

/** Splits a line into the longest symbols; calls `onCode` with each code, and with `literal` and a byte. */
function splitLine(index: SymbolIndex, line: Uint8Array, onCode: (code: number, byte: number) => void): void {
  for (let at = 0; at < line.length;) {
    const first = line[at] ?? 0;
    let length = 1;
    let code: number = literal;
    for (const candidate of index[first] ?? []) {
      if (!startsWith(line, at, candidate.symbol)) continue;
      ({ code } = candidate);
      ({ length } = candidate.symbol);
      break;
    }
    onCode(code, first);
    at += length;
  }
}

const toKey = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const fromKey = (key: string): Uint8Array => Uint8Array.from(key, (letter) => letter.charCodeAt(0));

/** One round: of the symbols in use and of pairs of them in a row, those that cover most bytes. */
function improve(symbols: Uint8Array[], lines: Uint8Array[]): Uint8Array[] {
  const index = indexSymbols(symbols);
  const keys = symbols.map(toKey);
  const covered = new Map<string, number>();
  const count = (key: string): void => void covered.set(key, (covered.get(key) ?? 0) + key.length);
  for (const line of lines) {
    let before = '';
    splitLine(index, line, (code, byte) => {
      const key = code === literal ? String.fromCharCode(byte) : (keys[code - 1] ?? '');
      count(key);
      if (before !== '' && before.length + key.length <= maxSymbolBytes) count(before + key);
      before = key;
    });
  }
  const best = [...covered].sort(([one, bytes], [other, more]) => more - bytes || (one < other ? -1 : 1));
  return best.slice(0, maxSymbols).map(([key]) => fromKey(key));
}

function takeSample(lines: Uint8Array[]): Uint8Array[] {
  const total = lines.reduce((sum, { length }) => sum + length, 0);
  const step = Math.max(1, Math.floor(total / sampleBytes));
  return lines.filter((_, at) => at % step === 0);
}

/** The symbols for lines without line breaks. The same lines in the same order give the same symbols. */
export function trainSymbols(lines: Uint8Array[]): Uint8Array[] {
  const sample = takeSample(lines);
  let symbols: Uint8Array[] = [];
  for (let round = 0; round < rounds; round += 1) symbols = improve(symbols, sample);
  return symbols;
}

/** The codes of each line, with `lineEnd` at its end. */
export function encodeLines(symbols: Uint8Array[], lines: Uint8Array[]): Uint8Array[] {
  const index = indexSymbols(symbols);
  return lines.map((line) => {
    const codes: number[] = [];
    splitLine(
      index,
      line,
      (code, byte) => void (code === literal ? codes.push(code, byte) : codes.push(code)),
    );
    codes.push(lineEnd);
    return Uint8Array.from(codes);
  });
}
