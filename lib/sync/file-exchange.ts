import type { Exchange, Receiver, RowSource } from './exchange.ts';
import { findUnread, notePassed, noteRead, noteReplaced, type UnreadFile } from './file-listing.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { sendFiles, usualLimits } from './file-sending.ts';
import type { FileLimits, FileSending } from './file-types.ts';
import { isTemporaryName } from './remotes/paths.ts';
import { RemoteError, type RemoteErrorCode } from './remotes/errors.ts';
import type { FileRemote, RemoteFile } from './remotes/types.ts';
import { parseSegmentName, readSegment } from './segments.ts';
import { isNotFound, SyncError } from './sync-error.ts';
import type { SyncStore } from './sync-store.ts';
import type { SyncProgress, SyncSetUp } from './sync-types.ts';

/** What an exchange of files works with. */
export interface FileExchangeOptions {
  remote: FileRemote;
  store: SyncStore;
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A new name for a device. */
  makeDevice: () => string;
  limits?: FileLimits;
}

const manifestName = 'marquee-sync.json';
const folderOf = (generation: string): string => `log-${generation}`;

async function loadManifest({ remote, signal }: FileExchangeOptions): Promise<Manifest | 'newer' | null> {
  try {
    const text = new TextDecoder().decode(await remote.get(manifestName, { signal }));
    const manifest = parseManifest(JSON.parse(text));
    if (manifest === null) throw new SyncError('bad-answer', 'marquee-sync.json is not Marquee’s.');
    return manifest;
  } catch (error) {
    if (isNotFound(error)) return null;
    if (error instanceof SyntaxError) throw new SyncError('bad-answer', 'marquee-sync.json is no JSON.');
    throw error;
  }
}

/** Writes the manifest and reads it back: a server may say that it has all of it and keep half. */
async function createManifest(options: FileExchangeOptions, manifest: Manifest): Promise<void> {
  const { remote, signal } = options;
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest)}\n`);
  await remote.put(manifestName, bytes, { signal });
  const there = await loadManifest(options);
  if (JSON.stringify(there) !== JSON.stringify(manifest))
    throw new SyncError('bad-answer', 'The remote does not keep what is written to it.');
}

/** Whether this device has seen files there. Then their absence is no reason to start over, or to delete anything. */
const hasSeenFiles = ({ written, read }: SyncProgress): boolean =>
  written.length > 0 || Object.values(read).some(({ names }) => names.length > 0);

async function list(
  { remote, signal }: FileExchangeOptions,
  { generation }: SyncSetUp,
  progress: SyncProgress,
): Promise<RemoteFile[]> {
  const files = await remote.list(folderOf(generation), { signal }).catch((error: unknown) => {
    if (isNotFound(error)) return [];
    throw error;
  });
  if (files.length === 0 && hasSeenFiles(progress)) throw new SyncError('emptied', 'The files are gone.');
  return files;
}

/**
 * A file of this device's name that it did not write comes from a copy of the browser's profile: this device gets another name
 * from now on, and what it wrote as the former one counts as read.
 */
async function leaveTwin(
  { store, makeDevice }: FileExchangeOptions,
  setUp: SyncSetUp,
  files: RemoteFile[],
  progress: SyncProgress,
): Promise<void> {
  const pending = await store.loadPending();
  const own = new Set([...progress.written.map(({ name }) => name), pending?.name]);
  const isTwin = files.some(({ name }) => parseSegmentName(name)?.device === setUp.device && !own.has(name));
  if (!isTwin) return;
  const former = { names: progress.written.map(({ name }) => name), upTo: 0, beyond: [] };
  const read = { ...progress.read, [setUp.device]: former };
  setUp.device = makeDevice();
  // What the user has changed since the pass began stays.
  await store.saveSetUp({ ...((await store.loadSetUp()) ?? setUp), device: setUp.device });
  await store.clearPending();
  await store.changeProgress(() => ({
    read,
    ...{ written: [], nextSequence: 1, snapshot: null, isWholeDue: true, whole: null },
  }));
}

/** Deletes what interrupted uploads of this device left under other names. What cannot be deleted does no harm. */
async function removeInterrupted(
  { remote, signal }: FileExchangeOptions,
  { device, generation }: SyncSetUp,
  files: RemoteFile[],
): Promise<void> {
  for (const { name } of files) {
    if (!name.startsWith(`${device}-`) || !isTemporaryName(name)) continue;
    await remote.remove(`${folderOf(generation)}/${name}`, { signal }).catch(() => undefined);
  }
}

/** Why one file alone may not be given: the others are read, and this one is tried again. */
const ofOneFile = new Set<RemoteErrorCode>(['not-found', 'forbidden', 'locked', 'too-large']);

/**
 * The reading of one file, with its bytes. `later`: it cannot be read now, and is tried again in the next pass. `sealed` and `bad`:
 * it is as it was written, under another key or as nothing that can be read.
 */
async function fetchFile(
  { remote, signal }: FileExchangeOptions,
  { generation, key }: SyncSetUp,
  { file, parts }: UnreadFile,
) {
  const bytes = await remote
    .get(`${folderOf(generation)}/${file.name}`, { signal })
    .catch((error: unknown) => {
      if (error instanceof RemoteError && ofOneFile.has(error.code)) return null;
      throw error;
    });
  if (bytes === null) return 'later';
  const read = () => readSegment(parts, bytes, { key });
  const { state } = await read();
  if (state === 'newer') throw new SyncError('newer', `${file.name} is of a newer version.`);
  if (state === 'read') return read;
  return state === 'torn' ? 'later' : state;
}

type ReadAgain = Exclude<Awaited<ReturnType<typeof fetchFile>>, string>;

/** Gives the rows of a file to the receiver, and notes it as read. */
async function takeFile(
  { store, signal }: FileExchangeOptions,
  { take }: Receiver,
  { one, read }: { one: UnreadFile; read: ReadAgain },
): Promise<void> {
  signal.throwIfAborted();
  const reading = await read();
  if (reading.state !== 'read') return;
  await take(reading.batches);
  await store.changeProgress((now) => noteRead(now, one, reading.header));
}

/** Reads one file, and gives its rows to the review, or to the log where nothing is reviewed. */
async function fetchUnread(
  options: FileExchangeOptions,
  setUp: SyncSetUp,
  receiver: Receiver,
  one: UnreadFile,
): Promise<ReadAgain | 'taken' | 'later'> {
  const read = await fetchFile(options, setUp, one);
  if (read === 'sealed' || read === 'bad') {
    await options.store.changeProgress((now) => ({
      read: notePassed(now, one),
      ...(read === 'bad' ? { unread: now.unread + 1 } : { sealed: (now.sealed ?? 0) + 1 }),
    }));
    return 'later';
  }
  if (read === 'later') return read;
  if (receiver.review === null) {
    await takeFile(options, receiver, { one, read });
    return 'taken';
  }
  const reading = await read();
  if (reading.state === 'read') await receiver.review(reading.batches);
  return read;
}

/**
 * Reads files that are new; where rows are to be reviewed, all are fetched before any is written. A file that cannot be read
 * counts as if it were not there: a whole copy that has its rows is read in its place, or where it is a part of a copy the
 * files which that replaces. It is tried again in the next pass. Returns the files that need not be read.
 */
async function takeUnread(
  options: FileExchangeOptions,
  setUp: SyncSetUp,
  receiver: Receiver,
  files: RemoteFile[],
): Promise<UnreadFile[]> {
  const { store } = options;
  const tried = new Set<string>();
  const broken = new Set<string>();
  const fetched: { one: UnreadFile; read: ReadAgain }[] = [];
  const find = async () => {
    const read = (await store.peekProgress())?.read ?? {};
    return findUnread(
      files.filter(({ name }) => !broken.has(name)),
      setUp.device,
      { read },
    );
  };
  for (let found = await find(); ; found = await find()) {
    const isUntried = ({ file }: UnreadFile): boolean => !tried.has(file.name);
    let isBroken = false;
    for (const one of found.unread.filter(isUntried)) {
      tried.add(one.file.name);
      const read = await fetchUnread(options, setUp, receiver, one);
      if (typeof read !== 'string') fetched.push({ one, read });
      if (read !== 'later') continue;
      broken.add(one.file.name);
      isBroken = true;
      break;
    }
    // What is to be read now may be something else. Each round tries another file.
    if (isBroken) continue;
    for (const file of fetched) await takeFile(options, receiver, file);
    return found.replaced;
  }
}

async function receive(options: FileExchangeOptions, setUp: SyncSetUp, receiver: Receiver): Promise<void> {
  const { store } = options;
  const known = await store.peekProgress();
  if (known === null) return;
  const files = await list(options, setUp, known);
  await leaveTwin(options, setUp, files, known);
  await removeInterrupted(options, setUp, files);
  const replaced = await takeUnread(options, setUp, receiver, files);
  const sizes = files.map(({ size }) => size);
  const listed = new Map(files.map(({ name, size }) => [name, size]));
  await store.changeProgress((now) => ({
    ...noteListed(now, { listed, replaced }),
    size: sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    // A file that only half arrived is tried again in each pass, and keeps nobody from writing.
    hasReadAll: true,
  }));
}

/** Passes in a row in which a file of ours has to be missing: a listing may lag behind. */
const maxMissing = 2;

/** Forgets names that are not listed any more. The whole log is due if files of ours are gone. */
function noteListed(
  progress: SyncProgress,
  { listed, replaced }: { listed: Map<string, number | null>; replaced: UnreadFile[] },
): Partial<SyncProgress> {
  const read = Object.fromEntries(
    Object.entries(noteReplaced(progress, replaced)).map(([device, { names, ...rest }]) => [
      device,
      { ...rest, names: names.filter((name) => listed.has(name)) },
    ]),
  );
  const isThere = ({ name, size }: { name: string; size: number }): boolean =>
    listed.has(name) && [size, null].includes(listed.get(name) ?? null);
  const isMissing = !progress.written.every(isThere);
  const missingCount = isMissing ? progress.missingCount + 1 : 0;
  if (missingCount < maxMissing) return { read, missingCount };
  const written = progress.written.filter(isThere);
  // What is on its way may be what is gone.
  return { read, missingCount: 0, isWholeDue: true, whole: null, written };
}

/** Exchanges rows over a folder of files. */
export function createFileExchange(options: FileExchangeOptions): Exchange {
  const { remote, signal, limits = usualLimits } = options;
  return {
    loadManifest: () => loadManifest(options),
    check: async () => {
      // A folder that is not there yet is made.
      await remote.list('', { signal }).catch((error: unknown) => {
        if (!isNotFound(error)) throw error;
      });
    },
    createManifest: (manifest) => createManifest(options, manifest),
    removeFormer: (generation) => remote.remove(folderOf(generation), { signal }),
    receive: (setUp, receiver) => receive(options, setUp, receiver),
    send: (setUp: SyncSetUp, source: RowSource) => {
      const folder = folderOf(setUp.generation);
      const sending: FileSending = { ...options, limits, setUp, source, folder };
      return sendFiles(sending);
    },
    destroy: async (generations) => {
      for (const generation of generations) await remote.remove(folderOf(generation), { signal });
      await remote.remove(manifestName, { signal });
    },
  };
}
