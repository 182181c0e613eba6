// Devices that sync over one remote in memory, each with its own log, clock and database.
import type { LogOptions } from '../../watchlog/log.ts';
import { createLogFixture, type LogFixture } from '../../watchlog/testing/fixture.ts';
import { formatRowName, type RowName } from '../rows.ts';
import { logStores } from '../../watchlog/store/schema.ts';
import type { CommitReceipt } from '../../watchlog/types.ts';
import { createDocumentExchange } from '../document-exchange.ts';
import { createFileExchange } from '../file-exchange.ts';
import type { FileLimits } from '../file-types.ts';
import { openGeneration } from '../manifest.ts';
import type { Remote } from '../remotes/testing/remote.ts';
import { runPass, type PassOptions, type PassReport } from '../run.ts';
import { SyncError } from '../sync-error.ts';
import { createSyncStore, type SyncStore } from '../sync-store.ts';
import type { SyncSetUp } from '../sync-types.ts';
import type { Command } from '../../watchlog/store/commit.ts';

let replicas = 0;

/** One device of a test. */
export interface Replica {
  fixture: LogFixture;
  store: SyncStore;
  device: string;
  /** Writes as the user does: what changed is noted for the next pass. */
  write: (command: Command) => Promise<CommitReceipt>;
  /** Runs a pass. */
  sync: (options?: Partial<PassOptions>) => Promise<PassReport>;
  /** Ends the process and starts it again: only what is stored remains. */
  restart: () => Promise<void>;
  close: () => void;
}

/** Runs a pass, and lets deletions be followed that it asks about: undoing much deletes much at once. */
export function syncAsUser(device: Replica, options: Partial<PassOptions> = {}): Promise<PassReport> {
  return device.sync(options).catch((error: unknown) => {
    if (!(error instanceof SyncError) || error.fault !== 'vanishing') throw error;
    return device.sync({ ...options, deletions: 'deleted' });
  });
}

/** Files of a few rows each, many whole copies, and files that go soon after. */
export const smallFiles: FileLimits = { bytes: 400, rows: 5, filesPerCopy: 4, replacedForMs: 60_000 };

/** The names of the rows that a write changed. */
export const listChangedRows = ({ changes }: Pick<CommitReceipt, 'changes'>): RowName[] =>
  logStores.flatMap((store) => (changes[store] ?? []).map(({ after }) => formatRowName(store, after.id)));

/** What a replica is made with. */
export interface ReplicaOptions {
  remote: Remote;
  /** How far its clock is off, in milliseconds. */
  offset?: number;
  key?: CryptoKey | null;
  generation?: string;
  log?: Partial<LogOptions>;
  limits?: FileLimits;
}

function ignoreHalf(error: unknown): null {
  if (error instanceof SyncError && error.fault === 'bad-answer') return null;
  throw error;
}

interface PassParts {
  remote: Remote;
  generation: string;
  setUp: SyncSetUp;
  store: SyncStore;
  fixture: LogFixture;
  limits: FileLimits | undefined;
}

async function runReplicaPass(
  { remote, generation, setUp, store, fixture, limits }: PassParts,
  options: Partial<PassOptions>,
): Promise<PassReport> {
  const { signal = new AbortController().signal } = options;
  const shared = { store, signal, now: (): number => fixture.clock.ms };
  const makeDevice = (): string => `twin${String((replicas += 1)).padStart(4, '0')}`;
  const exchange =
    remote.kind === 'files'
      ? createFileExchange({ ...shared, remote, makeDevice, ...(limits && { limits }) })
      : createDocumentExchange({ ...shared, remote });
  const mine = (await store.loadSetUp()) ?? setUp;
  const isNew = !(await store.peekProgress())?.hasReadAll;
  // Half a manifest is what the user deletes and writes again.
  const manifest = isNew ? await exchange.loadManifest().catch(ignoreHalf) : undefined;
  if (manifest === null) await exchange.createManifest({ format: 1, generation, encryption: null });
  return runPass({
    ...{ exchange, ...shared, log: fixture.log, setUp: mine, deletions: 'ask' },
    noted: () => Promise.resolve(),
    ...options,
  });
}

/** Creates a device with an empty log. The remote has a manifest from the first pass of any device on. */
export async function createReplica({
  remote,
  offset = 0,
  key = null,
  generation = openGeneration,
  log: logOptions = {},
  limits,
}: ReplicaOptions): Promise<Replica> {
  replicas += 1;
  const name = `sync-${crypto.randomUUID()}`;
  const fixture = await createLogFixture(logOptions);
  fixture.clock.ms += offset;
  let store = createSyncStore(name);
  const device = `device${String(replicas % 100).padStart(2, '0')}`;
  const location = { kind: 'webdav', url: 'https://dav.example/', user: '', password: '' } as const;
  const setUp = {
    location,
    generation,
    encryption: null,
    key,
    device,
    deviceName: `Device ${replicas}`,
    former: [],
    isPaused: false,
  };
  await store.saveSetUp(setUp);
  const note = async (receipt: CommitReceipt): Promise<void> => {
    const state = await fixture.log.read((db) => db.get('meta', 'state'));
    await store.noteChanged(listChangedRows(receipt), {
      installId: state?.installId ?? '',
      sequence: receipt.sequence,
    });
  };
  const replica: Replica = {
    fixture,
    get store() {
      return store;
    },
    device,
    write: async (command) => {
      const receipt = await fixture.log.write(command);
      await note(receipt);
      return receipt;
    },
    sync: (options = {}) => runReplicaPass({ remote, generation, setUp, store, fixture, limits }, options),
    restart: async () => {
      store.close();
      store = createSyncStore(name);
      await fixture.reopen();
    },
    close: () => {
      store.close();
      fixture.log.close();
    },
  };
  return replica;
}
