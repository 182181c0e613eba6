import { mergeRows } from '../watchlog/store/merge.ts';
import { createRowLists } from '../watchlog/store/schema.ts';
import type { LogStore } from '../watchlog/types.ts';
import { devicePrefix, isOurs, isSameCopy, packBody, readDevice, readRow } from './documents.ts';
import { isNameDue, type Exchange, type Receiver, type RowBatch, type RowSource } from './exchange.ts';
import { parseManifest } from './manifest.ts';
import type { DocumentRemote, DocumentWrite, OwnDocuments, RemoteDocument } from './remotes/types.ts';
import { addRow, formatRowName, parseRowName, type StoredRow } from './rows.ts';
import { SyncError, isNotFound } from './sync-error.ts';
import type { SyncStore } from './sync-store.ts';
import type { SyncDevice, SyncSetUp } from './sync-types.ts';
import { findWhole } from './whole.ts';

// A row is a document under its name. A document that two devices wrote at once is merged field by field and written again.

/** What an exchange of documents works with. */
export interface DocumentExchangeOptions {
  remote: DocumentRemote;
  store: SyncStore;
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now: () => number;
}

const manifestId = 'marquee-sync';
/** Documents in one request. */
const maxInRequest = 200;
/** How often rows are merged again with what others have written meanwhile. */
const maxTries = 5;
const dayMs = 24 * 60 * 60 * 1000;

/** One page of changes: its rows by store, what could not be read, and the rows of which revisions conflict. */
async function readPage(setUp: SyncSetUp, documents: RemoteDocument[]) {
  const batch: RowBatch & { sealed: number } = { rows: createRowLists(), invalid: 0, sealed: 0 };
  const page = { ...batch, conflicts: [] as string[], devices: [] as SyncDevice[] };
  for (const document of documents) {
    page.devices.push(...(await readDevice(setUp, document)));
    // Another program's document may have such an id.
    if (parseRowName(document.id) === null || !isOurs(document)) continue;
    const found = await readRow(setUp, document);
    if (found === null) page.invalid += 1;
    else if (found === 'sealed') page.sealed += 1;
    else addRow<LogStore>(page.rows, found.store, found.row);
    if (document.conflicts.length > 0) page.conflicts.push(document.id);
  }
  return page;
}

type Page = Awaited<ReturnType<typeof readPage>> & { since: string };

async function* yieldPage({ rows, invalid, sealed }: Page): AsyncGenerator<RowBatch> {
  await Promise.resolve();
  yield { rows, invalid, sealed };
}

async function fetchPages(
  { remote, store, signal }: DocumentExchangeOptions,
  setUp: SyncSetUp,
  onPage: (page: Page) => Promise<void>,
): Promise<void> {
  let since = (await store.peekProgress())?.since ?? null;
  for (let hasMore = true; hasMore;) {
    const changes = await remote.changes(since, { limit: maxInRequest, signal });
    since = changes.since;
    hasMore = changes.hasMore;
    await onPage({ ...(await readPage(setUp, changes.documents)), since });
  }
}

async function receive(
  options: DocumentExchangeOptions,
  setUp: SyncSetUp,
  { review, take }: Receiver,
): Promise<void> {
  const { store, signal } = options;
  // The only page is not asked for twice.
  let only: Page | null = null;
  if (review !== null) {
    let pages = 0;
    await fetchPages(options, setUp, async (page) => {
      pages += 1;
      only = pages === 1 ? page : null;
      await review(yieldPage(page));
    });
  }
  const takePage = async (page: Page): Promise<void> => {
    signal.throwIfAborted();
    await take(yieldPage(page));
    const position = await store.peekProgress();
    // Conflicting revisions are written back as one with what is sent.
    if (position !== null) await store.addChanged(page.conflicts, position.coveredTo);
    await store.changeProgress(({ devices }) => ({
      since: page.since,
      devices: [
        ...devices.filter(({ device }) => !page.devices.some((one) => one.device === device)),
        ...page.devices,
      ],
    }));
  };
  await (only === null ? fetchPages(options, setUp, takePage) : takePage(only));
  const size = await findSize(options);
  await store.changeProgress((now) => ({ hasReadAll: true, size: size ?? now.size }));
}

/** The size of the database, asked once a day; null if it was asked before or is not known. */
async function findSize({ remote, store, signal, now }: DocumentExchangeOptions): Promise<number | null> {
  const progress = await store.peekProgress();
  const isDue = progress === null || now() - progress.toldAt >= dayMs;
  return isDue ? remote.size({ signal }) : null;
}

/** The write that makes a document hold the row too; null if it does already. */
async function prepareWrite(
  setUp: SyncSetUp,
  mine: StoredRow,
  document: RemoteDocument | undefined,
): Promise<DocumentWrite | null> {
  const id = formatRowName(mine.store, mine.row.id);
  if (document === undefined) {
    return { id, revision: null, body: await packBody(setUp, id, mine.row), merged: [] };
  }
  const found = await readRow(setUp, document);
  const theirs = found === 'sealed' ? null : found;
  const row = theirs === null ? mine.row : mergeRows<LogStore>(mine.row, theirs.row);
  // What two devices have derived alike was deleted under one stamp, at the time of each.
  const isThere = theirs !== null && row.deleted === theirs.row.deleted && isSameCopy(row, theirs.row);
  if (isThere && document.conflicts.length === 0) return null;
  const merged = document.conflicts.map(({ revision }) => revision);
  return { id, revision: document.revision, body: await packBody(setUp, id, row), merged };
}

/** Writes rows, merged with what is there. Returns the names of those that others kept writing meanwhile. */
async function writeRows(
  { remote, signal }: DocumentExchangeOptions,
  setUp: SyncSetUp,
  rows: StoredRow[],
): Promise<string[]> {
  let left = rows;
  for (let tries = 0; left.length > 0 && tries < maxTries; tries += 1) {
    const names = left.map(({ store, row }) => formatRowName(store, row.id));
    const found = new Map((await remote.get(names, { signal })).map((document) => [document.id, document]));
    const writes = await Promise.all(
      left.map((row, at) => prepareWrite(setUp, row, found.get(names[at] ?? ''))),
    );
    const due = writes.filter((write) => write !== null);
    const refused = new Set(due.length === 0 ? [] : await remote.put(due, { signal }));
    left = left.filter((_row, at) => refused.has(names[at] ?? ''));
  }
  return left.map(({ store, row }) => formatRowName(store, row.id));
}

async function sendBatch(
  options: DocumentExchangeOptions,
  setUp: SyncSetUp,
  { rows, names, sequence }: { rows: StoredRow[]; names: string[]; sequence: number },
): Promise<number> {
  const left = new Set(await writeRows(options, setUp, rows));
  await options.store.forgetChanged(
    names.filter((name) => !left.has(name)),
    sequence,
  );
  return rows.length - left.size;
}

async function sendChanged(
  options: DocumentExchangeOptions,
  setUp: SyncSetUp,
  source: RowSource,
): Promise<number> {
  let count = 0;
  for (;;) {
    const { sequence } = await source.position();
    const names = await options.store.listChanged(maxInRequest);
    if (names.length === 0) return count;
    const rows = await source.read(names);
    count += await sendBatch(options, setUp, { rows, names, sequence });
    // A row that changed meanwhile, or that others keep writing, is sent in the next pass.
    if (names.length < maxInRequest) return count;
  }
}

async function sendAll(
  options: DocumentExchangeOptions,
  setUp: SyncSetUp,
  source: RowSource,
): Promise<number> {
  const { store } = options;
  const whole = await findWhole(store, source, { isCopy: false });
  const { sequence } = await source.position();
  let count = 0;
  for await (const batch of source.readAll(whole.after)) {
    for (let at = 0; at < batch.length; at += maxInRequest) {
      const rows = batch.slice(at, at + maxInRequest);
      const left = await writeRows(options, setUp, rows);
      count += rows.length - left.length;
      await store.addChanged(left, sequence + 1);
      const last = rows.at(-1);
      const after = last === undefined ? whole.after : formatRowName(last.store, last.row.id);
      await store.changeProgress(() => ({ whole: { ...whole, after } }));
    }
  }
  await store.forgetAllChanged(whole.coveredTo);
  await store.changeProgress(() => ({ isWholeDue: false, whole: null }));
  return count;
}

/** Tells the others this device's name, once a day and when it is new. */
async function tellName(
  { remote, store, signal, now }: DocumentExchangeOptions,
  setUp: SyncSetUp,
): Promise<void> {
  const progress = await store.peekProgress();
  if (progress === null || !isNameDue(progress, setUp, now())) return;
  const id = devicePrefix + setUp.device;
  const [known] = await remote.get([id], { signal });
  const body = await packBody(setUp, id, { name: setUp.deviceName, seenAt: now() });
  await remote.put([{ id, revision: known?.revision ?? null, body, merged: [] }], { signal });
  await store.changeProgress(() => ({ toldAt: now(), toldName: setUp.deviceName }));
}

/**
 * Begins again where this device's own document is gone: the database was removed and made again, its changes are counted from
 * the beginning, and none of what was sent is in it.
 */
async function noticeNewDatabase({ store }: DocumentExchangeOptions, found: RemoteDocument[]): Promise<void> {
  const device = (await store.loadSetUp())?.device;
  const hasTold = ((await store.peekProgress())?.toldAt ?? 0) > 0;
  if (!hasTold || found.some(({ id }) => id === `${devicePrefix}${device}`)) return;
  await store.changeProgress(() => ({ since: null, isWholeDue: true, whole: null, toldAt: 0 }));
}

/** Exchanges rows over a database of documents. */
export function createDocumentExchange(options: DocumentExchangeOptions): Exchange {
  const { remote, store, signal } = options;
  return {
    loadManifest: async () => {
      try {
        const device = (await store.loadSetUp())?.device ?? '';
        const found = await remote.get([manifestId, devicePrefix + device], { signal });
        const document = found.find(({ id }) => id === manifestId);
        if (document === undefined) return null;
        const manifest = parseManifest(document.body);
        if (manifest === null)
          throw new SyncError('bad-answer', 'The document marquee-sync is not Marquee’s.');
        await noticeNewDatabase(options, found);
        return manifest;
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },
    check: async () => {
      // A database that is not there yet is made.
      await remote.get([manifestId], { signal }).catch((error: unknown) => {
        if (!isNotFound(error)) throw error;
      });
    },
    // The documents of the former generation are those of the present one, and what they were before is still there.
    removeFormer: () => remote.compact({ signal }),
    createManifest: async (manifest) => {
      await remote.create({ signal });
      const [known] = await remote.get([manifestId], { signal });
      const write = { id: manifestId, revision: known?.revision ?? null, body: manifest, merged: [] };
      await remote.put([write], { signal });
    },
    receive: (setUp, receiver) => receive(options, setUp, receiver),
    send: async (setUp, source) => {
      const progress = await store.peekProgress();
      if (progress === null || !progress.hasReadAll) return 0;
      // First: it is how a sending that continues knows its database.
      await tellName(options, setUp);
      return progress.isWholeDue
        ? await sendAll(options, setUp, source)
        : await sendChanged(options, setUp, source);
    },
    destroy: () => {
      const isOwn: OwnDocuments['isOwn'] = (one) => one.id === manifestId || isOurs(one);
      return remote.removeOwn({ first: manifestId, isOwn }, { signal });
    },
  };
}
