// @module-tag slow
// Devices that write, fall out, come back and are ended at any moment, over a remote that fails in every way: in the end all
// have one log, with everything that was written and nothing that was deleted. A failure prints its seed;
// `SYNC_RUNS=300 SYNC_SEED=7 vitest run --project=unit lib/sync/convergence.test.ts` runs more, or one again.
import { expect, test } from 'vitest';
import type { FilmRef } from '../films/types.ts';
import {
  changeEntry,
  deleteEntry,
  logEntry,
  mergeFilms,
  rateFilm,
  setLiked,
  setWatchlist,
  splitFilm,
  undoWrite,
} from '../watchlog/commands/commands.ts';
import { addToList, createList, deleteList } from '../watchlog/commands/list-commands.ts';
import { LogError } from '../watchlog/errors.ts';
import { createEntryFields } from '../watchlog/entry-fields.ts';
import type { Command } from '../watchlog/store/commit.ts';
import { orderStamps } from '../watchlog/store/hybrid-clock.ts';
import { filmInput } from '../watchlog/testing/fixture.ts';
import { runImport, runUndoImport } from '../watchlog/testing/run-import.ts';
import { readRows, readVisible } from '../watchlog/testing/visible.ts';
import type {
  CommitReceipt,
  FilmInput,
  FilmRow,
  ImportRow,
  RatingRow,
  RatingValue,
  Stamp,
  WatchEntry,
} from '../watchlog/types.ts';
import { createRandom, type Faults } from './remotes/testing/faults.ts';
import { createMemoryDatabase, createMemoryDocuments } from './remotes/testing/memory-documents.ts';
import { createMemoryFiles, createMemoryFolder } from './remotes/testing/memory-files.ts';
import type { Remote } from './remotes/testing/remote.ts';
import { createReplica, smallFiles, syncAsUser, type Replica } from './testing/replicas.ts';

const runs = Number(process.env.SYNC_RUNS ?? 8);
const firstSeed = Number(process.env.SYNC_SEED ?? 1);
const dayMs = 24 * 60 * 60 * 1000;
const offsets = [0, 3 * dayMs, -365 * dayMs];

type Random = () => number;
const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Films of which devices know different ids, so that the same film is made apart. */
function pickFilm(random: Random): FilmInput {
  const number = 1 + Math.floor(random() * 4);
  const refs: FilmRef[] = [`imdb:tt000000${number}`, `tmdb:${number}`];
  const known = refs.filter(() => random() < 0.7);
  return filmInput(`Film ${number}`, 2000 + number, ...(known.length === 0 ? refs : known));
}

/** What users did, to be compared with what is left in the end. */
interface Deeds {
  /** The notes of entries: the last by stamp is to stay. */
  notes: { id: string; note: string; stamp: Stamp }[];
  /** Deletions of entries, by hand or by undoing what made them. */
  deletions: { id: string; stamp: Stamp }[];
  ratings: { id: string; value: RatingValue | null; stamp: Stamp }[];
}

const stampOf = (row: { stamps: Record<string, Stamp> }, field: string): Stamp => row.stamps[field] ?? '';

function note(deeds: Deeds, { changes }: CommitReceipt): void {
  for (const { before, after } of changes.entries ?? []) {
    if (before?.note !== after.note || before.stamps.note !== after.stamps.note)
      deeds.notes.push({ id: after.id, note: after.note, stamp: stampOf(after, 'note') });
    if (after.deleted !== null && before?.deleted === null)
      deeds.deletions.push({ id: after.id, stamp: stampOf(after, 'deleted') });
  }
  for (const { before, after } of changes.ratings ?? [])
    if (before?.stamps.value !== after.stamps.value || before?.deleted !== after.deleted)
      deeds.ratings.push({ id: after.id, value: after.value, stamp: stampOf(after, 'value') });
}

interface World {
  random: Random;
  faults: Faults;
  devices: Replica[];
  deeds: Deeds;
  last: Map<Replica, CommitReceipt>;
  imports: string[];
}

async function write({ deeds, last }: World, device: Replica, command: Command): Promise<void> {
  try {
    const receipt = await device.write(command);
    last.set(device, receipt);
    note(deeds, receipt);
  } catch (error) {
    // A command about what is not there, or has changed since, is refused.
    if (!(error instanceof LogError)) throw error;
  }
}

let notes = 0;

async function importSome(world: World, device: Replica): Promise<void> {
  const { random, deeds } = world;
  notes += 1;
  const id = `import-${notes}`;
  const steps = [1, 2, 3].map(() => ({
    film: pickFilm(random),
    entries: [
      { fields: { ...createEntryFields(), note: `imported ${notes}` }, loggedAt: null, sourceId: null },
    ],
    ...{ changes: [], rating: null, watchlist: null, liked: false, tags: ['import'] },
  }));
  const log = {
    read: device.fixture.log.read,
    write: async (command: Command) => {
      const receipt = await device.write(command);
      note(deeds, receipt);
      return receipt;
    },
  };
  await runImport(log, { id, fileNames: ['films.csv'], format: 'generic' }, steps);
  world.imports.push(id);
}

async function undoSomeImport(world: World, device: Replica): Promise<void> {
  const id = pick(world.random, world.imports);
  const row = id === undefined ? undefined : await device.fixture.log.read((db) => db.get('imports', id));
  if (row === undefined || row.undoneAt !== null || row.finishedAt === null) return;
  await runUndoImport(
    {
      read: device.fixture.log.read,
      write: async (command) => {
        const receipt = await device.write(command);
        note(world.deeds, receipt);
        return receipt;
      },
    },
    row.id,
  );
}

async function syncFaultily({ random, faults }: World, device: Replica): Promise<void> {
  faults.rate = random() < 0.5 ? 0.15 : 0;
  const controller = new AbortController();
  const isKilled = random() < 0.3;
  let calls = Math.floor(random() * 6);
  // A kill ends the pass after some step or request, and what was only in memory is gone.
  const onProgress = (): void => {
    calls -= 1;
    if (isKilled && calls <= 0) controller.abort();
  };
  let requests = Math.floor(random() * 30);
  faults.random = () => {
    requests -= 1;
    if (isKilled && requests <= 0) controller.abort();
    return random();
  };
  await device.sync({ signal: controller.signal, onProgress }).catch(() => null);
  Object.assign(faults, { rate: 0, random });
  if (isKilled) await device.restart();
}

async function step(world: World): Promise<void> {
  const { random, devices, last } = world;
  const device = pick(random, devices);
  if (device === undefined) return;
  device.fixture.clock.ms += Math.floor(random() * 100_000);
  const film = pickFilm(random);
  const entries = await device.fixture.log.read((db) => db.getAllKeys('entries'));
  const films = await device.fixture.log.read((db) => db.getAll('films'));
  const lists = await device.fixture.log.read((db) => db.getAllKeys('lists'));
  const entry = pick(random, entries) ?? '';
  const value = (1 + Math.floor(random() * 10)) as RatingValue;
  notes += 1;
  const text = `note ${notes}`;
  const roll = Math.floor(random() * 16);
  const live = films.filter(({ deleted }) => deleted === null);
  const commands: (() => Command | null)[] = [
    () => rateFilm({ film, value }),
    () => rateFilm({ film, value: random() < 0.2 ? null : value }),
    () => logEntry({ film, entry: { note: text }, origin: 'log' }),
    () => changeEntry({ id: entry, changes: { note: text } }),
    () => changeEntry({ id: entry, changes: { place: text } }),
    () => deleteEntry({ id: entry }),
    () => setLiked({ film, liked: random() < 0.7 }),
    () => setWatchlist({ film, listed: random() < 0.7 }),
    () =>
      lists.length < 2
        ? createList({ name: text, description: '', ranked: false, films: [] })
        : addToList({ listId: pick(random, lists) ?? '', films: [{ film }], before: null }),
    () => (random() < 0.2 ? deleteList({ id: pick(random, lists) ?? '' }) : null),
    () => {
      const [into, from] = [pick(random, live), pick(random, live)];
      return into === undefined || from === undefined || into === from || random() < 0.5
        ? null
        : mergeFilms({ into: into.id, from: from.id });
    },
    () => {
      const joined = films.filter(({ merged }) => merged);
      const one = pick(random, joined);
      return one === undefined || random() < 0.5 ? null : splitFilm({ id: one.id });
    },
    () => {
      const receipt = last.get(device);
      return receipt === undefined ? null : undoWrite(receipt.changes);
    },
  ];
  const make = commands[roll];
  if (make !== undefined) {
    const command = make();
    if (command !== null) await write(world, device, command);
  } else if (roll === 13) await importSome(world, device);
  else if (roll === 14) await undoSomeImport(world, device);
  if (random() < 0.35) await syncFaultily(world, device);
}

/** The rating that a film shows. */
const findRatings = (rows: Record<string, unknown[]>): RatingRow[] => (rows.ratings ?? []) as RatingRow[];

function expectNothingLost(
  rows: Record<string, unknown[]>,
  { notes: written, deletions, ratings }: Deeds,
): void {
  const entries = new Map((rows.entries as WatchEntry[]).map((row) => [row.id, row]));
  const films = new Map((rows.films as FilmRow[]).map((row) => [row.id, row]));
  for (const id of new Set(written.map((one) => one.id))) {
    const own = written.filter((one) => one.id === id).sort((a, b) => orderStamps(b.stamp, a.stamp));
    const entry = entries.get(id);
    expect(entry?.note, `the note of ${id}`).toBe(own[0]?.note);
    const gone = deletions.filter((one) => one.id === id).sort((a, b) => orderStamps(b.stamp, a.stamp));
    // What an undone import has left is deleted where it comes later, unless the undo left it.
    const undo = (rows.imports as ImportRow[]).find((row) => row.id === entry?.importId);
    const isLeftOver = undo !== undefined && undo.undoneAt !== null && !undo.kept?.includes(id);
    if (gone.length === 0 && !isLeftOver) expect(entry?.deleted, `${id} was deleted by nobody`).toBeNull();
    if (entry?.deleted === null) expect(films.get(entry.filmId)?.deleted, `the film of ${id}`).toBeNull();
  }
  for (const { id, deleted, stamps } of entries.values()) {
    const gone = deletions.filter((one) => one.id === id).sort((a, b) => orderStamps(b.stamp, a.stamp))[0];
    const isLater =
      gone !== undefined &&
      Object.entries(stamps).every(
        ([field, stamp]) => field === 'deleted' || field === 'filmId' || orderStamps(gone.stamp, stamp) > 0,
      );
    if (isLater && stamps.deleted === gone.stamp) expect(deleted, `${id} was deleted last`).not.toBeNull();
  }
  const live = findRatings(rows).filter(({ deleted }) => deleted === null);
  expect(new Set(live.map(({ filmId }) => filmId)).size, 'one rating a film').toBe(live.length);
  for (const { filmId } of live) expect(films.get(filmId)?.deleted, 'a rating has a film').toBeNull();
  for (const { id, value, stamp } of ratings) {
    const row = findRatings(rows).find((one) => one.id === id);
    if (row?.deleted === null && stampOf(row, 'value') === stamp) expect(row.value).toBe(value);
  }
}

async function runWorld(seed: number, createRemote: (faults: Faults) => Remote): Promise<void> {
  const random = createRandom(seed);
  const faults: Faults = { random, rate: 0 };
  const remote = createRemote(faults);
  const devices: Replica[] = [];
  // In every second world a whole copy has many parts, and passes end between them.
  const limits = seed % 2 === 0 ? { limits: smallFiles } : {};
  for (const offset of offsets) devices.push(await createReplica({ remote, offset, ...limits }));
  const world: World = {
    ...{ random, faults, devices, last: new Map<Replica, CommitReceipt>(), imports: [] },
    deeds: { notes: [], deletions: [], ratings: [] },
  };
  const count = 20 + Math.floor(random() * 30);
  for (let at = 0; at < count; at += 1) await step(world);
  for (let round = 0; round < 4; round += 1) for (const device of devices) await syncAsUser(device);
  const all = await Promise.all(devices.map(({ fixture }) => fixture.log.read(readRows)));
  const visible = await Promise.all(devices.map(({ fixture }) => fixture.log.read(readVisible)));
  const [first = {}, ...others] = all;
  for (const other of visible.slice(1)) expect(other).toEqual(visible[0]);
  for (const other of others) expect(other).toEqual(first);
  expectNothingLost(first, world.deeds);
  // Once more nothing moves.
  for (const device of devices) expect(await device.sync()).toEqual({ sent: 0, received: 0 });
  for (const device of devices) device.close();
}

const kinds: [string, (faults: Faults) => Remote][] = [
  ['files', (faults) => createMemoryFiles(createMemoryFolder(), { faults })],
  ['documents', (faults) => createMemoryDocuments(createMemoryDatabase(false), faults)],
];

test.each(kinds)(
  'three devices come to one log over %s, and nothing is lost',
  async (_kind, createRemote) => {
    for (let at = 0; at < runs; at += 1) {
      const seed = firstSeed + at;
      await runWorld(seed, createRemote).catch((error: unknown) => {
        throw new Error(`with SYNC_SEED=${seed}`, { cause: error });
      });
    }
  },
  3_600_000,
);
