import * as v from 'valibot';
import type {
  AddShelfAnswer,
  PublishedShelfFault,
  ShelfOverview,
  UnfinishedImport,
} from '../messaging/shelf-protocol.ts';
import { ShelfError } from '../shelf/errors.ts';
import type { ShelfRow } from '../shelf/store/database.ts';
import { addPublishedShelf, parseShelfAddress } from '../shelf/store/published-shelves.ts';
import { listStoredBuilds } from '../shelf/store/stored-build.ts';
import { listStoredShelves, removeStoredShelf } from '../shelf/store/stored-shelves.ts';
import type { Shelf } from '../shelf/types.ts';
import { listenToPages } from './listen.ts';
import { mayFetch, onShelfFetched, originsOf } from './published-shelves.ts';
import { reportFault } from './report-fault.ts';
import { forgetStoredShelves, loadShelves } from './starter-shelf.ts';

const idSchema = v.object({ id: v.pipe(v.string(), v.maxLength(100)) });
const urlSchema = v.object({ url: v.pipe(v.string(), v.maxLength(2000)) });
const nothingSchema = v.pipe(
  v.unknown(),
  v.transform(() => undefined),
);

async function describeRow({ id, head, bytes, savedAt, published }: ShelfRow): Promise<ShelfOverview> {
  const { name, films, asOf, licence, attribution } = head;
  const origins = published ? originsOf(published.url) : [];
  const isAllowed = published === null || (await mayFetch(published.url));
  const state = isAllowed ? 'ready' : 'no-permission';
  const kind = published ? 'published' : 'imported';
  const url = published?.url ?? null;
  return { id, name, kind, films, asOf, licence, attribution, bytes, savedAt, url, origins, state };
}

function describeStarter({ manifest }: Shelf): ShelfOverview {
  const { id, name, films, asOf, licence, attribution } = manifest;
  const facts = { id, name, films, asOf, licence, attribution };
  return { ...facts, kind: 'package', bytes: null, savedAt: null, url: null, origins: [], state: 'ready' };
}

async function listShelves(): Promise<{ shelves: ShelfOverview[]; unfinished: UnfinishedImport[] }> {
  const [rows, builds, opened] = await Promise.all([listStoredShelves(), listStoredBuilds(), loadShelves()]);
  const stored = await Promise.all(rows.map(describeRow));
  const starter = opened.at(-1);
  const unfinished = builds.map(({ id, name, files, rowsRead, startedAt }) => ({
    id,
    name,
    files,
    rowsRead,
    startedAt,
  }));
  return { shelves: [...stored, ...(starter ? [describeStarter(starter)] : [])], unfinished };
}

const faults = [
  'bad-address',
  'missing',
  'redirected',
  'too-large',
  'bad-manifest',
  'too-revealing',
  'offline',
] as const satisfies PublishedShelfFault[];

function describeFault(error: unknown): AddShelfAnswer {
  const known = faults.find((fault) => error instanceof ShelfError && error.reason === fault);
  if (known) return { state: known };
  reportFault('published shelf', error);
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return { state: isFull ? 'no-space' : 'failed' };
}

async function addShelf(address: string): Promise<AddShelfAnswer> {
  try {
    const url = parseShelfAddress(address);
    if (!(await mayFetch(url))) return { state: 'no-permission', origins: originsOf(url) };
    const row = await addPublishedShelf(url, { fetch: (input, init) => fetch(input, init), now: Date.now });
    return { state: 'added', shelf: await describeRow(row) };
  } catch (error) {
    return describeFault(error);
  }
}

/** Answers what pages ask about shelves. `tell` lets everybody ask again for what they show. */
export function listenToShelves({ tell }: { tell: () => void }): void {
  const tellOfShelves = (): void => {
    forgetStoredShelves();
    tell();
  };
  onShelfFetched(tell);
  listenToPages('listShelves', nothingSchema, listShelves);
  listenToPages('removeShelf', idSchema, async ({ id }) => {
    await removeStoredShelf(id);
    tellOfShelves();
  });
  listenToPages('addPublishedShelf', urlSchema, async ({ url }) => {
    const answer = await addShelf(url);
    if (answer.state === 'added') tellOfShelves();
    return answer;
  });
  listenToPages('shelvesChanged', nothingSchema, () => {
    tellOfShelves();
    return Promise.resolve();
  });
}
