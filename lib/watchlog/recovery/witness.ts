import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { isFresh } from '../../dates/stored-time.ts';
import { parseStamp } from '../store/hybrid-clock.ts';
import { logStores, type LogState } from '../store/schema.ts';
import { readKeys, storageKeys, type LogStorageArea } from '../store/storage.ts';
import type { OldLog, Witness } from '../types.ts';

/** How long a note of the log as it was seen counts as new, in milliseconds. */
const noteMs = 86_400_000;

const witnessSchema: v.GenericSchema<unknown, Witness> = lazySchema(() =>
  v.object({
    kind: v.picklist(['file', 'log']),
    at: v.number(),
    installId: v.string(),
    sequence: v.number(),
    rows: v.number(),
    films: v.number(),
    ratings: v.number(),
    entries: v.number(),
  }),
);

/** The witness of a log. It is kept in several places, so that it survives the loss of the database and its copy. */
export interface WitnessStore {
  /** The newest note in any place that can be read; null if there is none. Never rejects. */
  load: () => Promise<Witness | null>;
  /** Notes the log as it is. Never rejects. */
  note: (kind: Witness['kind'], state: LogState) => Promise<void>;
  /** Notes the log as it was seen, once a day. Never rejects. */
  noteDaily: (state: LogState) => Promise<void>;
}

function makeWitness(kind: Witness['kind'], { installId, sequence, counts }: LogState, at: number): Witness {
  const rows = logStores.reduce((sum, store) => sum + counts[store].rows, 0);
  const { films, ratings, entries } = counts;
  return {
    kind,
    at,
    installId,
    sequence,
    rows,
    films: films.live,
    ratings: ratings.live,
    entries: entries.live,
  };
}

async function readWitness(area: LogStorageArea): Promise<Witness | null> {
  const { found } = await readKeys(area, [storageKeys.witness]);
  const result = v.safeParse(witnessSchema, found[storageKeys.witness]);
  return result.success ? result.output : null;
}

/** Creates the store of the witness in the given places. */
export function createWitnessStore(areas: LogStorageArea[], now: () => number): WitnessStore {
  const load = async (): Promise<Witness | null> => {
    const notes = await Promise.all(areas.map(readWitness));
    return notes.filter((note) => note !== null).sort((a, b) => b.sequence - a.sequence)[0] ?? null;
  };
  let known: Witness | null = null;
  const note = async (kind: Witness['kind'], state: LogState): Promise<void> => {
    known = makeWitness(kind, state, now());
    await Promise.allSettled(areas.map((area) => area.set({ [storageKeys.witness]: known })));
  };
  return {
    load,
    note,
    noteDaily: async (state) => {
      known ??= await load();
      const isKnown = known?.installId === state.installId && isFresh(known.at, noteMs, now());
      if (!isKnown && state.sequence > 0) await note('log', state);
    },
  };
}

/** What is wrong with the age of a log; undefined if nothing, or if the user accepts it. */
export function findOldLog(state: LogState, witness: Witness | null): OldLog | undefined {
  if (witness === null || witness.installId !== state.installId) return undefined;
  if (witness.sequence <= Math.max(state.sequence, state.acceptedWitness ?? 0)) return undefined;
  const changedAt = state.lastStamp === null ? null : (parseStamp(state.lastStamp)?.ms ?? null);
  return { changedAt, witness };
}
