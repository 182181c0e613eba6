import * as v from 'valibot';
import { lazySchema } from '../text/schemas.ts';
import { makeFilmFields, refWithin } from '../films/film-schema.ts';
import { emptyFilm } from '../films/make-film.ts';
import type { FilmRef } from '../films/types.ts';
import { CatalogueError } from './errors.ts';
import { readShardText, type ShardPart, type ShardParts } from './shard-text.ts';

/** Maximum size of a shard in bytes; larger ones are rejected before they are parsed. */
export const maxShardBytes = 8 * 1024 * 1024;
/** Maximum number of titles to which a key links; further ones are ignored. */
export const maxHomesPerKey = 50;
/** Maximum length of a one-line text of a film, in UTF-16 units; a film with a longer title is skipped. */
export const maxLineLength = 300;
const maxFilmsPerTitle = 200;

const line = v.pipe(v.string(), v.maxLength(maxLineLength));
const ref = refWithin(maxLineLength);
const finite = v.pipe(v.number(), v.finite());
const httpsUrl = v.pipe(line, v.regex(/^https:\/\/[^\s]+$/));

const scoreKindSchema = lazySchema(() =>
  v.pipe(
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
  ),
);
const makeFields = () =>
  makeFilmFields({
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
/** Schema of a complete record: missing fields are first filled from `emptyRecord`. */
const recordSchema = lazySchema(() =>
  v.object({
    ...makeFields(),
    title: v.pipe(line, v.minLength(1)),
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
  }),
);

/** The fields that all scores of one kind have in common; stored once per shard. */
export type ScoreKindRecord = v.InferOutput<typeof scoreKindSchema>;
/** A film record with every field, checked. */
export type CheckedFilmRecord = v.InferOutput<typeof recordSchema>;
/** A film as stored in a shard, without empty fields. */
export type FilmRecord = Partial<CheckedFilmRecord> & Pick<CheckedFilmRecord, 'title'>;

const emptyRecord = { ...emptyFilm, scores: [] };

/**
 * A shard, stored as JSON. `films` has the films whose title key is in the shard. `links` maps other names in the
 * shard (ids, other titles) to the title keys under which their films are stored, in this or another shard. Only the
 * structure is checked here; each record is checked when it is read.
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

/** The parts of a shard with any other layout of its JSON. */
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

/**
 * Parses the structure of a shard. Throws `CatalogueError` if it is too large, not UTF-8, not JSON, or does not match
 * the format.
 */
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

/** Checks a record, with its empty fields added. Null if it is not valid. */
export function parseFilmRecord(row: unknown): CheckedFilmRecord | null {
  const whole = isRecord(row) ? { ...emptyRecord, ...row } : row;
  const result = v.safeParse(recordSchema, whole, { abortEarly: true });
  return result.success ? result.output : null;
}

/**
 * The valid films under a title key, only those with `id` if it is given; invalid records are skipped. Throws
 * `CatalogueError` if the records are not JSON.
 */
export function listFilmRecords(
  shard: ParsedShard,
  titleKey: FilmRef,
  id: FilmRef | null = null,
): CheckedFilmRecord[] {
  // A common title can have more films than the limit, and the one with the id can be the last of them.
  const matching =
    id === null
      ? readMember(() => shard.films.get(titleKey))
      : readMember(() => shard.films.getWith(titleKey, id)).filter((row) => hasId(row, id));
  return matching.slice(0, maxFilmsPerTitle).flatMap((row) => {
    const record = parseFilmRecord(row);
    return record === null ? [] : [record];
  });
}

/**
 * The title keys to which a name links; empty if the shard does not have the name. Throws `CatalogueError` if they are
 * not JSON.
 */
export function listHomes(shard: ParsedShard, key: FilmRef): FilmRef[] {
  const homes = readMember(() => shard.links.get(key));
  return homes.slice(0, maxHomesPerKey).flatMap((home) => {
    const result = v.safeParse(ref, home);
    return result.success ? [result.output] : [];
  });
}
