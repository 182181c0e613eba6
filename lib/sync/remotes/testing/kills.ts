import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Faults } from './faults.ts';
import { faultKinds, type FaultyProxy } from './faulty-proxy.ts';
import type { DocumentRemote, DocumentWrite, FileRemote } from '../types.ts';

const options = { signal: new AbortController().signal };

/** A server that is killed at random, while a remote works on it through a proxy with faults. */
export interface KilledServer<Remote> {
  /** Through the proxy. */
  remote: Remote;
  /** Past the proxy, once nothing is killed any more. */
  direct: Remote;
  /** Kills the server and starts it again with what it had stored. */
  restart: () => Promise<void>;
  /** Those of the proxy. */
  faults: Faults;
  /** How often it is killed at least. */
  kills: number;
  proxy: FaultyProxy;
}

/** The progress of work that has not begun. */
export const beginProgress = (): KillProgress => ({ killed: 0, failed: 0, acknowledged: 0 });

const leastOfEach = 10;
/** Far more than any machine needs, where the kills come by time and the rounds by its speed. */
const mostRounds = 20_000;

/** How the work goes. */
export interface KillProgress {
  killed: number;
  failed: number;
  acknowledged: number;
}

/**
 * Whether the work must continue: until the server was killed so often, the proxy has spoiled everything that it can, and
 * some work was done and some failed.
 */
export function mustContinue(
  { killed, failed, acknowledged }: KillProgress,
  { kills, proxy }: Pick<KilledServer<unknown>, 'kills' | 'proxy'>,
): boolean {
  if (killed + failed + acknowledged > mostRounds) throw new Error('the server does nothing, or never fails');
  const isEnough = Math.min(failed, acknowledged) >= leastOfEach && proxy.counts.size === faultKinds.length;
  return killed < kills || !isEnough;
}

/** What the user would be asked about, though nothing happened but faults. */
const alarming = ['passphrase', 'emptied', 'vanishing', 'newer', 'log', 'failed'];

/** Null for the error of a remote or a pass that will be tried again. Throws any other. */
function ignoreFault(error: unknown): null {
  const { name, fault = '' } = error as { name?: string; fault?: string };
  if (name === 'RemoteError' || (name === 'SyncError' && !alarming.includes(fault))) return null;
  throw error;
}

/**
 * Does something, and kills the server meanwhile in every second case, at any moment of so many milliseconds. Returns null if
 * it failed.
 */
export async function doWhileKilling<Result>(
  { restart, faults: { random } }: Pick<KilledServer<unknown>, 'restart' | 'faults'>,
  progress: KillProgress,
  work: () => Promise<Result>,
  withinMs = 12,
): Promise<Result | null> {
  const isKilled = random() < 0.5;
  const afterMs = random() * withinMs;
  const [result] = await Promise.all([
    work().catch(ignoreFault),
    isKilled ? sleep(afterMs).then(restart) : undefined,
  ]);
  if (isKilled) progress.killed += 1;
  if (result === null) progress.failed += 1;
  else progress.acknowledged += 1;
  return result;
}

/**
 * Writes files while a server is killed, and expects that every file is whole whose writing was acknowledged,
 * and that no listing lacks one.
 */
export async function expectFilesToSurvive(server: KilledServer<FileRemote>): Promise<void> {
  const { remote, direct, faults } = server;
  const acknowledged = new Map<string, Uint8Array>();
  const progress = beginProgress();
  const expectListed = (folder: string, names: string[]): void => {
    const own = [...acknowledged.keys()].filter((path) => path.startsWith(`${folder}/`));
    expect(names).toEqual(expect.arrayContaining(own.map((path) => path.slice(folder.length + 1))));
  };
  for (let at = 0; mustContinue(progress, server); at += 1) {
    const folder = `log/device-${at % 3}`;
    const path = `${folder}/${at}.seg`;
    const bytes = new Uint8Array(Math.floor(faults.random() * 60_000)).fill(at % 251);
    const result = await doWhileKilling(server, progress, () =>
      remote.put(path, bytes, options).then(() => true),
    );
    if (result !== null) acknowledged.set(path, bytes);
    const listed = await remote.list(folder, options).catch(() => null);
    if (listed)
      expectListed(
        folder,
        listed.map(({ name }) => name),
      );
  }
  for (const [path, bytes] of acknowledged)
    expect([path, Buffer.compare(await direct.get(path, options), bytes)]).toEqual([path, 0]);
  for (const folder of ['log/device-0', 'log/device-1', 'log/device-2'])
    expectListed(
      folder,
      (await direct.list(folder, options)).map(({ name }) => name),
    );
}

/** Counts a document up from what the database has. Returns the number that was written; null if it was not. */
async function countUp(remote: DocumentRemote, id: string): Promise<number | null> {
  const [found] = await remote.get([id], options);
  const count = ((found?.body as { count: number } | undefined)?.count ?? 0) + 1;
  const write: DocumentWrite = { id, revision: found?.revision ?? null, body: { count }, merged: [] };
  return (await remote.put([write], options)).length === 0 ? count : null;
}

/**
 * Counts documents up while a server is killed, and expects that none has a lower count than was
 * acknowledged, and that the changes list each of them.
 */
export async function expectDocumentsToSurvive(server: KilledServer<DocumentRemote>): Promise<void> {
  const { remote, direct } = server;
  const acknowledged = new Map<string, number>();
  const progress = beginProgress();
  for (let at = 0; mustContinue(progress, server); at += 1) {
    const id = `row:${at % 5}`;
    const result = await doWhileKilling(server, progress, () => countUp(remote, id));
    if (result === null) continue;
    expect(result).toBeGreaterThan(acknowledged.get(id) ?? 0);
    acknowledged.set(id, result);
  }
  const { documents } = await direct.changes(null, { ...options, limit: 100 });
  for (const [id, least] of acknowledged) {
    const count = (documents.find((document) => document.id === id)?.body as { count: number }).count;
    expect(count).toBeGreaterThanOrEqual(least);
  }
}
