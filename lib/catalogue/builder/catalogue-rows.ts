import { findHomeKey, listFilmTitleKeys, listIds } from '../keys.ts';
import { scoreKindOf, toFilmRecord } from '../film-record.ts';
import { maxHomesPerKey, type ScoreKindRecord } from '../format.ts';
import { prefixOf } from '../hash.ts';
import { formatShardText, type JsonMember } from '../shard-text.ts';
import type { CatalogueFilm } from '../types.ts';
import type { FilmRef } from '../../films/types.ts';
import type { SourceScore } from '../../films/review-types.ts';

// A row is a line of text that represents a film until its shard is made, so that shards are joined from rows without
// parsing their JSON again. "F" key weight record: a film under its title. "L" key weight home: another of its names.
// Keys, homes and records are JSON, which contains no tabs and no line breaks.

/** A row, and the key whose hash determines its shard. */
export interface KeyedRow {
  key: FilmRef;
  row: string;
}

/** The popularity of a film: the highest number of votes of its scores. */
export function weigh(scores: SourceScore[]): number {
  return Math.max(0, ...scores.map(({ count }) => count ?? 0));
}

/** The rows of a film; empty if its title has no key. */
export function formatFilmRows(
  { film, scores }: CatalogueFilm,
  findKindIndex: (score: SourceScore) => number,
): KeyedRow[] {
  const home = findHomeKey(film);
  if (home === null) return [];
  const ids = listIds(film);
  const record = JSON.stringify(toFilmRecord({ film, scores }, findKindIndex));
  const weight = weigh(scores);
  const names = [...ids, ...listFilmTitleKeys(film)].filter((key) => key !== home);
  const homeJson = JSON.stringify(home);
  return [
    { key: home, row: `F\t${homeJson}\t${weight}\t${record}` },
    ...names.map((key) => ({ key, row: `L\t${JSON.stringify(key)}\t${weight}\t${homeJson}` })),
  ];
}

/** Creates a function that returns the index of a score's kind in `kinds`, and appends new kinds. */
export function createKindIndex(kinds: ScoreKindRecord[]): (score: SourceScore) => number {
  const positions = new Map(kinds.map((kind, position) => [JSON.stringify(kind), position]));
  return (score) => {
    const kind = scoreKindOf(score);
    const name = JSON.stringify(kind);
    const position = positions.get(name) ?? kinds.push(kind) - 1;
    positions.set(name, position);
    return position;
  };
}

interface Weighted {
  weight: number;
  json: string;
}

/** The content of one shard, by key, all in JSON. */
interface Draft {
  films: Map<string, Weighted[]>;
  links: Map<string, Weighted[]>;
}

function addRow(drafts: Map<string, Draft>, row: string, prefixLength: number): void {
  const [kind, key = '', weight, json = ''] = row.split('\t');
  const prefix = prefixOf(JSON.parse(key) as FilmRef, prefixLength);
  let draft = drafts.get(prefix);
  if (!draft) drafts.set(prefix, (draft = { films: new Map(), links: new Map() }));
  const lists = kind === 'F' ? draft.films : draft.links;
  const list = lists.get(key);
  const entry = { weight: Number(weight), json };
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}

/** The most popular first, because readers use only the first ones; equal ones keep their order. */
function sortByWeight(list: Weighted[]): string[] {
  return list.length === 1
    ? list.map(({ json }) => json)
    : list.sort((a, b) => b.weight - a.weight).map(({ json }) => json);
}

function listMembers(lists: Map<string, Weighted[]>, choose: (sorted: string[]) => string[]): JsonMember[] {
  return Array.from(lists, ([key, list]) => [key, choose(sortByWeight(list))]);
}

const listHomes = (homes: string[]): string[] => [...new Set(homes)].slice(0, maxHomesPerKey);

/** Joins rows to shards, in the order of their prefixes. */
export function joinRows(
  rows: Iterable<string>,
  scoreKinds: ScoreKindRecord[],
  prefixLength: number,
): Map<string, Uint8Array<ArrayBuffer>> {
  const drafts = new Map<string, Draft>();
  for (const row of rows) addRow(drafts, row, prefixLength);
  const kinds = JSON.stringify(scoreKinds);
  const encoder = new TextEncoder();
  const sorted = [...drafts].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    sorted.map(([prefix, { films, links }]) => [
      prefix,
      encoder.encode(
        formatShardText(
          kinds,
          listMembers(films, (all) => all),
          listMembers(links, listHomes),
        ),
      ),
    ]),
  );
}
