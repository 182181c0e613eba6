import type { Film } from '../../films/types.ts';
import type { Command } from '../store/commit.ts';
import type { FilmRow } from '../types.ts';

/** The facts of a film that are filled in; its name, year and ids say which film it is, and stay. */
const factNames = [
  'runtimeMinutes',
  'directors',
  'writers',
  'cast',
  'genres',
  'countries',
  'languages',
] as const;

type FactName = (typeof factNames)[number];

/** Facts of a film, without those that are not known. */
export type FilmFacts = Partial<Pick<Film, FactName>>;

const isAbsent = (value: Film[FactName] | undefined): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/**
 * Whether a row lacks a fact, and nobody has emptied it: a field that was changed after the row was made is the user's, also
 * if it is empty.
 */
function isOpen({ stamps, ...row }: FilmRow, name: FactName): boolean {
  const [first = ''] = Object.values(stamps).sort();
  return isAbsent(row[name]) && (stamps[name] ?? first) <= first;
}

/** Whether a film of the log lacks its length or its directors, and they may be filled in. */
export const lacksFacts = (row: FilmRow): boolean =>
  row.deleted === null && (isOpen(row, 'runtimeMinutes') || isOpen(row, 'directors'));

function setFact<K extends FactName>(to: FilmFacts, from: Film, name: K): void {
  to[name] = from[name];
}

/** What a row lacks and a film of a catalogue has; null for nothing. */
export function findFacts(row: FilmRow, film: Film): FilmFacts | null {
  const facts: FilmFacts = {};
  for (const name of factNames) if (isOpen(row, name) && !isAbsent(film[name])) setFact(facts, film, name);
  return Object.keys(facts).length === 0 ? null : facts;
}

/**
 * Fills in facts that films of the log lack. It is no change of the user's: the fields keep their stamps, so that a change
 * made on any device wins over them. Facts that a film has by now stay.
 */
export function fillFacts(films: { film: Film; id: string }[]): Command {
  return async (commit) => {
    for (const { id, film } of films) {
      const row = await commit.find('films', id);
      const facts = row?.deleted === null ? findFacts(row, film) : null;
      if (row !== null && facts !== null) await commit.merge('films', { ...row, ...facts });
    }
    return null;
  };
}
