import type { ChosenFolder } from '../folder.ts';

/** A folder in memory with the calls of the File System Access API that a remote makes, and what tests change in it. */
export interface FakeFolder {
  handle: ChosenFolder;
  permission: PermissionState;
  /** How many more bytes there is room for. */
  room: number;
  /** How many streams were neither closed nor aborted. */
  openStreams: number;
  /** Thrown when a file of that name is read. */
  unreadable: Map<string, DOMException>;
  /** Whether the folder was deleted, or the drive with it was taken out. */
  isGone: boolean;
}

type Entry = { kind: 'file'; file: File } | { kind: 'directory'; entries: Map<string, Entry> };

const fail = (name: string): never => {
  throw new DOMException(`a fault of the test: ${name}`, name);
};

/** As Chromium does, a file gets its new content when the stream is closed. */
function createFile(fake: FakeFolder, entries: Map<string, Entry>, name: string): object {
  return {
    kind: 'file',
    name,
    getFile: async () => {
      await Promise.resolve();
      const error = fake.unreadable.get(name);
      if (error) throw error;
      const entry = entries.get(name);
      return entry?.kind === 'file' ? entry.file : fail('NotFoundError');
    },
    createWritable: async () => {
      await Promise.resolve();
      if (!entries.has(name)) fail('NotFoundError');
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      fake.openStreams += 1;
      return {
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          await Promise.resolve();
          if (bytes.length > fake.room) fail('QuotaExceededError');
          fake.room -= bytes.length;
          pieces.push(bytes.slice());
        },
        abort: async () => {
          await Promise.resolve();
          fake.openStreams -= 1;
        },
        close: async () => {
          await Promise.resolve();
          fake.openStreams -= 1;
          entries.set(name, { kind: 'file', file: new File(pieces, name, { lastModified: 1_000 }) });
        },
      };
    },
  };
}

function createDirectory(fake: FakeFolder, entries: Map<string, Entry>, name: string): object {
  const find = async (kind: Entry['kind'], child: string, create: boolean): Promise<Entry> => {
    await Promise.resolve();
    if (fake.permission !== 'granted') fail('NotAllowedError');
    if (child.includes(':')) throw new TypeError('Name is not allowed.');
    const found = entries.get(child);
    if (found) return found.kind === kind ? found : fail('TypeMismatchError');
    if (!create || fake.isGone) return fail('NotFoundError');
    const made: Entry =
      kind === 'file' ? { kind, file: new File([], child) } : { kind, entries: new Map<string, Entry>() };
    entries.set(child, made);
    return made;
  };
  const open = (child: string, entry: Entry): object =>
    entry.kind === 'file' ? createFile(fake, entries, child) : createDirectory(fake, entry.entries, child);
  return {
    kind: 'directory',
    name,
    getDirectoryHandle: async (child: string, { create = false } = {}) =>
      open(child, await find('directory', child, create)),
    getFileHandle: async (child: string, { create = false } = {}) =>
      open(child, await find('file', child, create)),
    removeEntry: async (child: string, { recursive = false } = {}) => {
      await Promise.resolve();
      const entry = entries.get(child) ?? fail('NotFoundError');
      if (entry.kind === 'directory' && entry.entries.size > 0 && !recursive)
        fail('InvalidModificationError');
      entries.delete(child);
    },
    values: async function* () {
      await Promise.resolve();
      if (fake.isGone) fail('NotFoundError');
      for (const [child, entry] of entries) yield open(child, entry);
    },
    queryPermission: () => Promise.resolve(fake.permission),
    requestPermission: () => fail('SecurityError'),
  };
}

/** An empty folder in memory that may be used and has room. */
export function createFakeFolder(): FakeFolder {
  const fake: FakeFolder = {
    handle: {} as ChosenFolder,
    permission: 'granted',
    room: Infinity,
    openStreams: 0,
    unreadable: new Map(),
    isGone: false,
  };
  fake.handle = createDirectory(fake, new Map(), 'Marquee') as ChosenFolder;
  return fake;
}
