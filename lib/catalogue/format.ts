import * as v from 'valibot';
import { makeFilmFields, refWithin } from '../films/film-schema.ts';
import { emptyFilm } from '../films/make-film.ts';
import type { FilmRef } from '../films/types.ts';
import { CatalogueError } from './errors.ts';
import { readShardText, type ShardPart, type ShardParts } from './shard-text.ts';

/** Larger shards are refused before they are parsed. */
export const maxShardBytes = 8 * 1024 * 1024;
/** A key may lead to at most this many titles; more are not looked at. */
export const maxHomesPerKey = 50;
/** The longest text of one line in a film, in UTF-16 units; a film with a longer title is left out. */
export const maxLineLength = 300;
const maxFilmsPerTitle = 200;

const line = v.pipe(v.string(), v.maxLength(maxLineLength));
const ref = refWithin(maxLineLength);
const finite = v.pipe(v.number(), v.finite());
const httpsUrl = v.pipe(line, v.regex(/^https:\/\/[^\s]+$/));

const scoreKindSchema = v.pipe(
  v.object({
    source: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
    sourceName: line,
    kind: v.picklist(['critics', 'audience', 'readers']),
    worst: finite,
    best: finite,
    licence: v.nullable(line),
    asOf: v.pipe(v.string(), v.regex(/^\d{4}(-\d\d-\d\d)?$/)),
    note: v.nullable(line),
  }),
  v.check((kind) => kind.worst < kind.best, 'the scale has no width'),
);
const filmFields = makeFilmFields({
  title: maxLineLength,
  name: maxLineLength,
  items: 300,
  ref: maxLineLength,
  refs: 100,
  region: maxLineLength,
  date: /^\d{4}(-\d\d){0,2}$/,
  years: [1870, 2200],
  minutes: [1, 6000],
});
/** A record with every field: what is left out of one comes from `emptyRecord`. */
const recordSchema = v.object({
  ...filmFields,
  title: v.pipe(filmFields.title, v.minLength(1)),
  /** Index into `scoreKinds`, value, count, address. */
  scores: v.pipe(
    v.array(
      v.tuple([
        v.pipe(v.number(), v.integer(), v.minValue(0)),
        finite,
        v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
        v.nullable(httpsUrl),
      ]),
    ),
    v.maxLength(50),
  ),
});

/** What all scores of one kind have in common; written once a shard. */
export type ScoreKindRecord = v.InferOutput<typeof scoreKindSchema>;
/** A film record with every field, checked. */
export type CheckedFilmRecord = v.InferOutput<typeof recordSchema>;
/** A film as it is in a shard; what is empty is left out. */
export type FilmRecord = Partial<CheckedFilmRecord> & Pick<CheckedFilmRecord, 'title'>;

const emptyRecord = { ...emptyFilm, scores: [] };

/**
 * A shard, stored as JSON. `films` has the films whose title key falls into the shard; `links` leads from their other
 * names (ids, other titles) that fall into it to the title keys under which they are stored, in this or another shard.
 * Only the outline is checked; each record is checked when it is read.
 */
export interface ParsedShard {
  scoreKinds: ScoreKindRecord[];
  films: ShardPart;
  links: ShardPart;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toPart(members: Record<string, unknown>): ShardPart {
  const get = (key: string): unknown => (Object.hasOwn(members, key) ? members[key] : undefined);
  return { get, getWith: get };
}

/** The parts of a shard that is JSON in any other setting of its lines. */
function readAnyText(text: string): ShardParts {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || !isRecord(value.films) || !isRecord(value.links))
    throw new CatalogueError('bad-shard', 'shard has no films or links');
  return { scoreKinds: value.scoreKinds, films: toPart(value.films), links: toPart(value.links) };
}

function asFault(error: unknown): CatalogueError {
  return error instanceof CatalogueError
    ? error
    : new CatalogueError('bad-shard', 'shard is not UTF-8 JSON', { cause: error });
}

/** Reads a shard's outline. Throws `CatalogueError` where it is too large, no UTF-8, no JSON or not of the format. */
export function parseShard(bytes: Uint8Array): ParsedShard {
  if (bytes.byteLength > maxShardBytes)
    throw new CatalogueError('too-large', `shard of ${bytes.byteLength} bytes`);
  let parts: ShardParts;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    parts = readShardText(text) ?? readAnyText(text);
  } catch (error) {
    throw asFault(error);
  }
  const kinds = v.safeParse(v.pipe(v.array(scoreKindSchema), v.maxLength(50)), parts.scoreKinds);
  if (!kinds.success) throw new CatalogueError('bad-shard', `shard: score kinds: ${kinds.issues[0].message}`);
  return { ...parts, scoreKinds: kinds.output };
}

function readMember(read: () => unknown): unknown[] {
  try {
    const list = read();
    return Array.isArray(list) ? (list as unknown[]) : [];
  } catch (error) {
    throw asFault(error);
  }
}

function hasId(row: unknown, id: FilmRef): boolean {
  return isRecord(row) && Array.isArray(row.refs) && row.refs.includes(id);
}

/**
 * The checked films under a title key, and only those with that id where one is given; a record that is not of the format
 * is left out. Throws `CatalogueError` where what stands there is no JSON.
 */
export function listFilmRecords(
  shard: ParsedShard,
  titleKey: FilmRef,
  id: FilmRef | null = null,
): CheckedFilmRecord[] {
  // A plain title may be borne by more films than are looked at; the one with the id may be the last of them.
  const meant =
    id === null
      ? readMember(() => shard.films.get(titleKey))
      : readMember(() => shard.films.getWith(titleKey, id)).filter((row) => hasId(row, id));
  return meant.slice(0, maxFilmsPerTitle).flatMap((row) => {
    const whole = isRecord(row) ? { ...emptyRecord, ...row } : row;
    const result = v.safeParse(recordSchema, whole, { abortEarly: true });
    return result.success ? [result.output] : [];
  });
}

/** The title keys a name leads to; none where the shard does not know it. Throws `CatalogueError` where they are no JSON. */
export function listHomes(shard: ParsedShard, key: FilmRef): FilmRef[] {
  const homes = readMember(() => shard.links.get(key));
  return homes.slice(0, maxHomesPerKey).flatMap((home) => {
    const result = v.safeParse(ref, home);
    return result.success ? [result.output] : [];
  });
}
