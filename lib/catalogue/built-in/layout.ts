import { CatalogueError } from '../errors.ts';
import { pageBytes } from './partial-file.ts';
import { countCheckBytes, hashWords, writeChecks } from './page-checks.ts';

// The file: a head of fixed length, then the sections in this order, each at a multiple of four bytes. Numbers are
// little-endian, as in the memory of every machine that browsers run on.

/** The sections of the file. Those before `titles` are read when the catalogue is opened, the others where they are needed. */
const sectionNames = [
  'checks',
  'homeCounts',
  'nameCounts',
  'nameEntries',
  'years',
  'minutes',
  'known',
  'titleBlocks',
  'titleSymbols',
  'factBlocks',
  'factSymbols',
  'awardKinds',
  'titles',
  'facts',
  'lists',
  'series',
] as const;

export type SectionName = (typeof sectionNames)[number];

/** Where a section begins in the file and where it ends, in bytes. */
export type SectionRange = readonly [start: number, end: number];

/** What the head of the file says. */
export interface BuiltInHead {
  /** Length of the file in bytes. */
  length: number;
  /** A hash of everything after the head. */
  contentHash: number;
  films: number;
  /** The last day of releases that the data covers, `YYYY-MM-DD`. */
  coversUntil: string;
  sections: Record<SectionName, SectionRange>;
}

const magic = new TextEncoder().encode('MQFILMS1');
const lengthsAt = magic.length + 16;

/** Length of the head in bytes. */
const headBytes = lengthsAt + 4 * sectionNames.length;
/** The file is refused above this length in bytes. */
const maxFileBytes = 32 * 1024 * 1024;
const maxFilms = 2 ** 20;

const align = (position: number): number => (position + 3) & ~3;

function listRanges(lengths: number[]): { ranges: SectionRange[]; end: number } {
  let end = headBytes;
  const ranges = lengths.map((length): SectionRange => {
    const start = end;
    end = align(start + length);
    return [start, start + length];
  });
  return { ranges, end };
}

const toRecord = (ranges: SectionRange[]): BuiltInHead['sections'] =>
  Object.fromEntries(
    sectionNames.map((name, at) => [name, ranges[at] ?? [headBytes, headBytes]] as const),
  ) as BuiltInHead['sections'];

/** Formats the file from its sections and adds the checks of its pages. `coversUntil` is `YYYY-MM-DD`. */
export function formatFile(
  { films, coversUntil }: Pick<BuiltInHead, 'films' | 'coversUntil'>,
  parts: Record<Exclude<SectionName, 'checks'>, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const { end: rest } = listRanges(Object.values(parts).map(({ byteLength }) => byteLength));
  const sections = { ...parts, checks: new Uint8Array(countCheckBytes(rest)) };
  const lengths = sectionNames.map((name) => sections[name].byteLength);
  const { ranges, end } = listRanges(lengths);
  const file = new Uint8Array(end);
  for (const [at, name] of sectionNames.entries()) file.set(sections[name], ranges[at]?.[0] ?? 0);
  file.set(magic);
  const view = new DataView(file.buffer);
  const contentHash = hashWords(new Uint32Array(file.buffer, headBytes));
  const head = [end, contentHash, films, Number(coversUntil.replaceAll('-', '')), ...lengths];
  for (const [at, value] of head.entries()) view.setUint32(magic.length + 4 * at, value, true);
  writeChecks(file, toRecord(ranges).checks[0]);
  return file;
}

function fail(what: string): never {
  throw new CatalogueError('bad-manifest', `built-in catalogue: ${what}`);
}

/** Reads the head of the file. Throws `CatalogueError` if it is not one, or if its parts do not fit each other. */
export function parseHead(bytes: Uint8Array): BuiltInHead {
  if (bytes.byteLength < headBytes || magic.some((byte, at) => bytes[at] !== byte)) fail('not a catalogue');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const read = (at: number): number => view.getUint32(magic.length + 4 * at, true);
  const [length, contentHash, films, day] = [read(0), read(1), read(2), read(3)];
  if (length > maxFileBytes || films > maxFilms) fail('too large');
  const { ranges, end } = listRanges(sectionNames.map((_, at) => Math.min(read(4 + at), maxFileBytes)));
  const { checks } = toRecord(ranges);
  if (end !== length || checks[1] - checks[0] < countCheckBytes(length) - 4 || checks[1] > pageBytes)
    fail('its parts do not fit its length');
  const coversUntil = /^(\d{4})([01]\d)([0-3]\d)$/.exec(String(day));
  if (coversUntil === null) fail('no day');
  return {
    length,
    contentHash,
    films,
    coversUntil: coversUntil.slice(1).join('-'),
    sections: toRecord(ranges),
  };
}
