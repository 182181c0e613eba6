import type {
  LocationRequest,
  RemoteCheck,
  ShownLocation,
  SyncAnswer,
  SyncState,
} from '../../messaging/sync-protocol.ts';
import { explainError } from '../../sync/failure.ts';
import { manifestFormat } from '../../sync/manifest.ts';
import { RemoteError } from '../../sync/remotes/errors.ts';
import { findLog, openOrBegin, reopen, replacePassphrase } from '../../sync/set-up.ts';
import { SyncError } from '../../sync/sync-error.ts';
import type { RemoteLocation, SyncSetUp } from '../../sync/sync-types.ts';
import { countMissed } from '../../watchlog/imports/receive-rows.ts';
import { answerWith, createPasses, type Passes, type PassTools } from './passes.ts';

/** What the service works with. */
export interface SyncServiceOptions extends Omit<PassTools, 'makeDevice'> {
  /** A random name of so many lower-case letters and digits. */
  makeName: (length: number) => string;
}

/** What sets up a remote for the first time. */
interface BeginRequest {
  location: LocationRequest;
  passphrase: string | null;
  deviceName: string;
}

/** Sync as the pages of the extension use it. */
export interface SyncService extends Pick<Passes, 'run' | 'cancel'> {
  state: () => Promise<SyncState>;
  check: (request: Omit<BeginRequest, 'deviceName'>) => Promise<RemoteCheck>;
  begin: (request: BeginRequest) => Promise<SyncAnswer>;
  pause: (isPaused: boolean) => Promise<void>;
  rename: (name: string) => Promise<void>;
  changeLocation: (location: LocationRequest) => Promise<SyncAnswer>;
  enterPassphrase: (passphrase: string) => Promise<SyncAnswer>;
  changePassphrase: (passphrase: string | null) => Promise<SyncAnswer>;
  startRemoteAgain: () => Promise<SyncAnswer>;
  stop: () => Promise<void>;
  removeFromRemote: () => Promise<SyncAnswer>;
}

const deviceLength = 8;
const generationLength = 16;

function showLocation(location: RemoteLocation): ShownLocation {
  if (location.kind === 'folder') return { kind: 'folder', name: location.name };
  const { kind, url, user } = location;
  return kind === 'webdav' ? { kind, url, user } : { kind, url, user, database: location.database };
}

/** What the parts of the service share. */
interface Parts extends SyncServiceOptions {
  passes: Passes;
  makeDevice: () => string;
  makeGeneration: () => string;
  /** The location of a request, with the folder that a page has chosen. Throws `no-permission` if there is none. */
  findLocation: (request: LocationRequest) => Promise<RemoteLocation>;
  /** What is set up. Throws `SyncError` if nothing is. */
  requireSetUp: () => Promise<SyncSetUp>;
  /** Changes what is set up, and forgets what is known of the remote: it is read and written whole. */
  adopt: (change: Partial<SyncSetUp>) => Promise<void>;
}

/** The beginning and the end of sync. */
function createBeginning(parts: Parts): Pick<SyncService, 'check' | 'begin' | 'stop' | 'removeFromRemote'> {
  const { store, getLog, passes, makeDevice, makeGeneration, findLocation, requireSetUp, onChange } = parts;
  return {
    check: async ({ location, passphrase }) => {
      try {
        const exchange = passes.exchangeWith(await findLocation(location));
        const state = await findLog(exchange, passphrase);
        if (state === 'sealed' || state === 'wrong') return { state: 'sealed', isWrong: state === 'wrong' };
        const log = await getLog();
        return { state, hasOwn: (await log.read(countMissed)) > 0 };
      } catch (error) {
        return { state: 'fault', ...explainError(error) };
      }
    },
    begin: ({ location: request, passphrase, deviceName }) =>
      answerWith(async () => {
        const location = await findLocation(request);
        const opened = await openOrBegin(passes.exchangeWith(location), passphrase, makeGeneration);
        await passes.interrupt(async () => {
          // Two logs may become one: there is a way back to this device's.
          await (await getLog()).backUp();
          await store.startAgain({
            former: [],
            ...{ location, ...opened, device: makeDevice(), deviceName, isPaused: false },
          });
        });
        passes.runSoon();
      }),
    stop: async () => {
      await passes.interrupt(() => store.clear());
      onChange();
    },
    removeFromRemote: () =>
      answerWith(async () => {
        const { location, generation, former } = await requireSetUp();
        await passes.interrupt(async () => {
          await passes.exchangeWith(location).destroy([...former, generation]);
          await store.clear();
        });
        onChange();
      }),
  };
}

/** What changes sync while it is set up. */
function createChanges(
  parts: Parts,
): Omit<SyncService, 'check' | 'begin' | 'stop' | 'removeFromRemote' | 'state' | 'run' | 'cancel'> {
  const { store, passes, makeDevice, makeGeneration, findLocation, requireSetUp, adopt, onChange } = parts;
  return {
    pause: async (isPaused) => {
      if (isPaused) passes.cancel();
      await store.saveSetUp({ ...(await requireSetUp()), isPaused });
      onChange();
      if (!isPaused) passes.runSoon();
    },
    rename: async (deviceName) => {
      await store.saveSetUp({ ...(await requireSetUp()), deviceName });
      onChange();
      // The others are told at once.
      passes.runSoon();
    },
    changeLocation: (request) =>
      answerWith(async () => {
        const location = await findLocation(request);
        await passes.exchangeWith(location).check();
        await store.saveSetUp({ ...(await requireSetUp()), location });
        passes.runSoon();
      }),
    enterPassphrase: (passphrase) =>
      answerWith(async () => {
        const { location } = await requireSetUp();
        const opened = await reopen(passes.exchangeWith(location), passphrase);
        await passes.interrupt(() => adopt(opened));
        passes.runSoon();
      }),
    changePassphrase: (passphrase) =>
      answerWith(() =>
        passes.interrupt(async () => {
          const setUp = await requireSetUp();
          // Everything that the others have written so far is read first.
          await passes.pass(setUp, 'ask');
          const exchange = passes.exchangeWith(setUp.location);
          const opened = await replacePassphrase(exchange, passphrase, makeGeneration);
          await adopt({ ...opened, former: [...setUp.former, setUp.generation] });
          await passes.pass(await requireSetUp(), 'ask');
        }),
      ),
    startRemoteAgain: () =>
      answerWith(async () => {
        const { location, generation, encryption } = await requireSetUp();
        await passes.interrupt(async () => {
          const manifest = { format: manifestFormat, generation, encryption };
          await passes.exchangeWith(location).createManifest(manifest);
          await adopt({ device: makeDevice() });
        });
        passes.runSoon();
      }),
  };
}

async function readState({ store, passes }: Parts): Promise<SyncState> {
  const setUp = await store.loadSetUp();
  const progress = await store.peekProgress();
  return {
    location: setUp && showLocation(setUp.location),
    isEncrypted: setUp !== null && setUp.key !== null,
    isPaused: setUp?.isPaused ?? false,
    deviceName: setUp?.deviceName ?? '',
    busy: passes.busy(),
    waiting: setUp === null ? 0 : await store.countChanged(),
    last: progress?.last ?? null,
    failure: progress?.failure ?? null,
    devices: progress?.devices ?? [],
    size: progress?.size ?? null,
    damaged: progress?.unread ?? 0,
    sealed: progress?.sealed ?? 0,
  };
}

/** Creates what syncs the log; nothing is read or sent until it is set up. */
export function createSyncService(options: SyncServiceOptions): SyncService {
  const { store, makeName } = options;
  const makeDevice = (): string => makeName(deviceLength);
  const passes = createPasses({ ...options, makeDevice });
  const requireSetUp = async (): Promise<SyncSetUp> => {
    const setUp = await store.loadSetUp();
    if (setUp === null) throw new SyncError('failed', 'Sync is off.');
    return setUp;
  };
  const parts: Parts = {
    ...options,
    passes,
    makeDevice,
    makeGeneration: () => makeName(generationLength),
    findLocation: async (request) => {
      if (request.kind !== 'folder') return request;
      const handle = await store.loadFolder();
      if (handle === null) throw new RemoteError('no-permission', 'No folder was chosen.');
      return { ...request, handle };
    },
    requireSetUp,
    adopt: async (change) => store.startAgain({ ...(await requireSetUp()), ...change }),
  };
  return {
    ...createBeginning(parts),
    ...createChanges(parts),
    run: passes.run,
    cancel: passes.cancel,
    state: () => readState(parts),
  };
}
