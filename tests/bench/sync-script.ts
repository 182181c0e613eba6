// Runs inside a page of the extension: two devices with logs of their own sync over a remote in memory.
import { createKey } from '../../lib/sync/encryption.ts';
import { createMemoryFiles, createMemoryFolder } from '../../lib/sync/remotes/testing/memory-files.ts';
import type { FileRemote } from '../../lib/sync/remotes/types.ts';
import { createReplica, type Replica } from '../../lib/sync/testing/replicas.ts';
import { editEntries } from '../../lib/watchlog/commands/commands.ts';
import { maxRowsPerEdit } from '../../lib/watchlog/commands/edit-types.ts';
import { readAllRows } from '../../lib/watchlog/store/read-all-rows.ts';
import { createLogFixture } from '../../lib/watchlog/testing/fixture.ts';
import { runLogMerge } from '../../lib/watchlog/testing/run-import.ts';
import { fillLog } from '../logs/fill-log.ts';

/** What a pass took. */
export interface PassFigures {
  ms: number;
  /** Bytes that went over the remote. */
  bytes: number;
  requests: number;
  /** The longest task of the page in ms; 0 if none took 50. */
  longestTaskMs: number;
  sent: number;
  received: number;
}

/** What one log took: the first pass of the device that has it, and of one that has nothing. */
export interface LogFigures {
  first: PassFigures;
  newDevice: PassFigures;
  idle: PassFigures;
  /** The rows of the new device merged from a file, in ms: what the log itself costs. */
  mergeMs: number;
}

const counted = { bytes: 0, requests: 0 };

/** The remote, with what goes over it counted. */
function countTraffic(remote: FileRemote): FileRemote {
  return {
    ...remote,
    list: async (folder, options) => {
      counted.requests += 1;
      return remote.list(folder, options);
    },
    get: async (path, options) => {
      counted.requests += 1;
      const bytes = await remote.get(path, options);
      counted.bytes += bytes.length;
      return bytes;
    },
    put: async (path, bytes, options) => {
      counted.requests += 1;
      counted.bytes += bytes.length;
      await remote.put(path, bytes, options);
    },
  };
}

async function measurePass(device: Replica): Promise<PassFigures> {
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ type: 'longtask' });
  Object.assign(counted, { bytes: 0, requests: 0 });
  const start = performance.now();
  const { sent, received } = await device.sync();
  const ms = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 50));
  observer.disconnect();
  return { ms, ...counted, longestTaskMs, sent, received };
}

const makeName = (): string => `bench-${crypto.randomUUID()}`;

async function createFilled(remote: FileRemote, entries: number, key: CryptoKey | null): Promise<Replica> {
  const name = makeName();
  const device = await createReplica({ remote, key, log: { name } });
  if (entries === 0) return device;
  device.fixture.log.close();
  await fillLog({ entries, lastDay: '2026-03-08', years: 20 }, { name });
  await device.restart();
  return device;
}

async function findKey(isSealed: boolean): Promise<CryptoKey | null> {
  return isSealed ? (await createKey('a passphrase of the bench')).key : null;
}

async function timeMerge(from: Replica): Promise<number> {
  const rows = await from.fixture.log.read(readAllRows);
  const { log } = await createLogFixture({ name: makeName() });
  const start = performance.now();
  await runLogMerge(log, { id: 'bench', fileNames: [], format: 'marquee' }, rows);
  const ms = performance.now() - start;
  log.close();
  return ms;
}

/** Syncs a log of so many entries to a new device. `merges`: also merges it from a file, which takes as long. */
export async function measureLog(entries: number, isSealed: boolean, merges: boolean): Promise<LogFigures> {
  const remote = countTraffic(createMemoryFiles(createMemoryFolder()));
  const key = await findKey(isSealed);
  const one = await createFilled(remote, entries, key);
  const other = await createFilled(remote, 0, key);
  const first = await measurePass(one);
  const newDevice = await measurePass(other);
  await one.sync();
  await one.sync();
  const figures = {
    first,
    newDevice,
    idle: await measurePass(one),
    mergeMs: merges ? await timeMerge(one) : NaN,
  };
  one.close();
  other.close();
  return figures;
}

/** Changes so many entries of a log of 10,000, and syncs them to another device. */
export async function measureChanges(
  counts: number[],
  isSealed: boolean,
): Promise<{ count: number; send: PassFigures; receive: PassFigures }[]> {
  const remote = countTraffic(createMemoryFiles(createMemoryFolder()));
  const key = await findKey(isSealed);
  const one = await createFilled(remote, 10_000, key);
  const other = await createFilled(remote, 0, key);
  await one.sync();
  await other.sync();
  const ids = await one.fixture.log.read((db) => db.getAllKeys('entries'));
  const figures = [];
  for (const count of counts) {
    for (let at = 0; at < count; at += maxRowsPerEdit) {
      const part = ids.slice(at, Math.min(count, at + maxRowsPerEdit));
      await one.write(editEntries({ ids: part, edit: { addTags: [`tag ${count}`] } }));
    }
    figures.push({ count, send: await measurePass(one), receive: await measurePass(other) });
  }
  one.close();
  other.close();
  return figures;
}
