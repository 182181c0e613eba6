import { expect } from 'vitest';
import { changeEntry, deleteEntry, logEntry, rateFilm } from '../../watchlog/commands/commands.ts';
import { filmInput } from '../../watchlog/testing/fixture.ts';
import { readRows, readVisible } from '../../watchlog/testing/visible.ts';
import type { RatingValue } from '../../watchlog/types.ts';
import { beginProgress, doWhileKilling, mustContinue, type KilledServer } from '../remotes/testing/kills.ts';
import { openGeneration } from '../manifest.ts';
import { isTemporaryName } from '../remotes/paths.ts';
import type { Remote } from '../remotes/testing/remote.ts';
import { createReplica, smallFiles, syncAsUser, type Replica } from './replicas.ts';

const dayMs = 24 * 60 * 60 * 1000;
const offsets = [0, 3 * dayMs, -365 * dayMs];

/** A device, and the entries that it wrote: their notes by id, null for those it deleted. No other device changes them. */
interface Writer {
  device: Replica;
  notes: Map<string, string | null>;
}

let written = 0;

/** Writes an entry, changes or deletes one of the device's own, and rates a film that all devices rate. */
async function writeSome({ device, notes }: Writer, random: () => number): Promise<void> {
  written += 1;
  const film = filmInput(`Film ${written % 7}`, 2000 + (written % 7), `imdb:tt000000${written % 7}`);
  const note = `note ${written}`;
  device.fixture.clock.ms += 60_000;
  const { changes } = await device.write(logEntry({ film, entry: { note }, origin: 'log' }));
  notes.set(changes.entries?.[0]?.after.id ?? '', note);
  await device.write(rateFilm({ film, value: (1 + (written % 10)) as RatingValue }));
  const [id] = [...notes].find(([, own]) => own !== null && random() < 0.3) ?? [];
  if (id === undefined) return;
  const isDeleted = random() < 0.4;
  await device.write(
    isDeleted ? deleteEntry({ id }) : changeEntry({ id, changes: { note: `${note}, changed` } }),
  );
  notes.set(id, isDeleted ? null : `${note}, changed`);
}

/**
 * Lets three devices write and sync while the server is killed, and expects that all have one log in the end, with every
 * entry as it was written last, none of those that were deleted, and nothing left of interrupted uploads.
 */
export async function expectPassesToSurvive(server: KilledServer<Remote>): Promise<void> {
  const { remote, direct, faults } = server;
  const writers: Writer[] = [];
  // One of them writes files of a few rows, so that servers are killed between the parts of whole copies.
  for (const [at, offset] of offsets.entries())
    writers.push({
      device: await createReplica({ remote, offset, ...(at === 0 && { limits: smallFiles }) }),
      notes: new Map(),
    });
  const progress = beginProgress();
  for (let at = 0; mustContinue(progress, server); at += 1) {
    const writer = writers[at % writers.length];
    if (writer === undefined) continue;
    await writeSome(writer, faults.random);
    await doWhileKilling(server, progress, () => syncAsUser(writer.device), 40);
    if (faults.random() < 0.1) await writer.device.restart();
  }
  faults.rate = 0;
  for (let round = 0; round < 4; round += 1) for (const { device } of writers) await syncAsUser(device);
  const logs = await Promise.all(writers.map(({ device }) => device.fixture.log.read(readRows)));
  for (const other of logs.slice(1)) expect(other).toEqual(logs[0]);
  const visible = await writers[0]?.device.fixture.log.read(readVisible);
  const notes = new Map(visible?.entries?.map(({ id, note }) => [id, note]));
  const expected = new Map(
    writers.flatMap((writer) => [...writer.notes]).filter(([, note]) => note !== null),
  );
  expect(notes).toEqual(expected);
  for (const { device } of writers) expect(await device.sync()).toEqual({ sent: 0, received: 0 });
  for (const { device } of writers) expect((await device.store.loadSetUp())?.device).toBe(device.device);
  if (direct.kind === 'files') {
    const files = await direct.list(`log-${openGeneration}`, { signal: new AbortController().signal });
    expect(files.filter(({ name }) => isTemporaryName(name))).toEqual([]);
  }
  for (const { device } of writers) device.close();
}
