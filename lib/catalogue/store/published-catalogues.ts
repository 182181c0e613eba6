import { CatalogueError } from '../errors.ts';
import { maxShardBytes } from '../format.ts';
import { hashKey } from '../hash.ts';
import { refuseRevealingCatalogue, shardPath } from '../manifest.ts';
import { checkShard, readManifest } from '../published.ts';
import { openCatalogue } from '../catalogue.ts';
import type { Catalogue, CatalogueManifest } from '../types.ts';
import {
  openCatalogueDatabase,
  rangeOfBuild,
  type PublishedOrigin,
  type CatalogueDatabase,
  type CatalogueRow,
} from './database.ts';
import { fetchCatalogueFile, type Fetch } from './fetch-file.ts';
import { createShardReader } from './shard-reader.ts';

/** Enough for a list of 65,536 shards. */
const maxManifestBytes = 4 * 1024 * 1024;
/** A manifest is requested again after a day, with its ETag. */
export const manifestFreshMs = 24 * 60 * 60 * 1000;

/** The dependencies of published catalogues. */
export interface PublishedOptions {
  fetch: Fetch;
  now: () => number;
}

type PublishedRow = CatalogueRow & { published: PublishedOrigin };

/**
 * Parses the address that the user entered, of a folder or its `manifest.json`, to the folder's address with a
 * trailing slash. Throws `CatalogueError` unless it is https without a password.
 */
export function parseCatalogueAddress(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new CatalogueError('bad-address', 'a published catalogue has an https address');
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/(?:manifest\.json)?$/, '').concat('/');
  return url.href;
}

/** The id under which the catalogue at an address is stored. The publisher's own id could be another catalogue's. */
export function idOfPublished(url: string): string {
  return `published-${hashKey(url).toString(16).padStart(8, '0')}`;
}

const shardName = (prefix: string, hash: string): string => `${prefix}-${hash}`;

async function saveManifest(
  db: CatalogueDatabase,
  manifest: CatalogueManifest,
  origin: Omit<PublishedOrigin, 'shards'>,
): Promise<PublishedRow> {
  const { shards, ...head } = manifest;
  const id = idOfPublished(origin.url);
  const tx = db.transaction(['shelves', 'shards'], 'readwrite', { durability: 'relaxed' });
  const store = tx.objectStore('shards');
  const [former, keys] = await Promise.all([
    tx.objectStore('shelves').get(id),
    store.getAllKeys(rangeOfBuild(id)),
  ]);
  const listed = new Set(Object.entries(shards).map(([prefix, hash]) => shardName(prefix, hash)));
  const stale = keys.filter(([, name]) => !listed.has(name));
  for (const key of stale) void store.delete(key);
  const savedAt = former?.savedAt ?? origin.checkedAt;
  // The size of stale shards is not subtracted one by one: the count starts over at the first of them.
  const bytes = stale.length > 0 ? 0 : (former?.bytes ?? 0);
  const row = { id, build: id, head: { ...head, id }, bytes, savedAt, published: { ...origin, shards } };
  await Promise.all([tx.objectStore('shelves').put(row), tx.done]);
  return row;
}

/**
 * Adds the catalogue at an https address, or checks whether it has changed; fetches only its manifest. Rejects with
 * `CatalogueError`, and keeps the stored one, if the manifest cannot be fetched or its shards have too few films.
 */
export async function addPublishedCatalogue(
  address: string,
  { fetch, now }: PublishedOptions,
): Promise<CatalogueRow> {
  const url = parseCatalogueAddress(address);
  const db = await openCatalogueDatabase();
  const former = await db.get('shelves', idOfPublished(url));
  if (former?.published?.isRevealing)
    throw new CatalogueError('too-revealing', `${url}: shards are too small`);
  const etag = former?.published?.etag ?? null;
  const file = await fetchCatalogueFile(`${url}manifest.json`, { fetch, maxBytes: maxManifestBytes, etag });
  const checkedAt = now();
  if (file.state === 'unchanged' && former?.published) {
    const row = { ...former, published: { ...former.published, checkedAt } };
    await db.put('shelves', row);
    return row;
  }
  if (file.state === 'unchanged') throw new CatalogueError('missing', `${url}: no manifest`);
  const manifest = readManifest(file.bytes);
  refuseRevealingCatalogue(manifest);
  return await saveManifest(db, manifest, { url, etag: file.etag, checkedAt });
}

async function fetchShard(
  { id, head, published: { url } }: PublishedRow,
  prefix: string,
  hash: string,
  { fetch }: Pick<PublishedOptions, 'fetch'>,
): Promise<Uint8Array<ArrayBuffer>> {
  refuseRevealingCatalogue(head);
  const path = shardPath(prefix, hash);
  const file = await fetchCatalogueFile(`${url}${path}`, { fetch, maxBytes: maxShardBytes });
  if (file.state === 'unchanged') throw new CatalogueError('missing', `${path}: no content`);
  try {
    await checkShard(prefix, file.bytes, hash);
  } catch (error) {
    if (error instanceof CatalogueError && error.reason === 'too-revealing') await markRevealing(id);
    throw error;
  }
  await saveShard(id, shardName(prefix, hash), file.bytes);
  return file.bytes;
}

async function markRevealing(id: string): Promise<void> {
  const db = await openCatalogueDatabase();
  const tx = db.transaction('shelves', 'readwrite');
  const row = await tx.store.get(id);
  if (row?.published) void tx.store.put({ ...row, published: { ...row.published, isRevealing: true } });
  await tx.done;
}

async function saveShard(id: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const db = await openCatalogueDatabase();
  const tx = db.transaction(['shelves', 'shards'], 'readwrite', { durability: 'relaxed' });
  const row = await tx.objectStore('shelves').get(id);
  // If the catalogue was removed while the shard was fetched, the shard is not stored.
  if (row) {
    void tx.objectStore('shards').put(bytes, [id, name]);
    void tx.objectStore('shelves').put({ ...row, bytes: row.bytes + bytes.byteLength });
  }
  await tx.done;
}

/** The revision changes with the manifest. */
function revisionOf({ head, published }: PublishedRow): string {
  return hashKey(JSON.stringify([head, published.shards])).toString(36);
}

/**
 * Opens a published catalogue. Uses stored shards and fetches others. If `fetch` is null, a look-up that needs others
 * rejects with `not-asked`: requests for a whole list of titles would reveal to the host what the user reads.
 */
export function openPublishedRow(row: PublishedRow, fetch: Fetch | null): Catalogue {
  const readStored = createShardReader(row.id, row.build);
  return openCatalogue(
    row.head,
    async (prefix) => {
      const hash = row.published.shards[prefix];
      if (hash === undefined) return null;
      const stored = await readStored(shardName(prefix, hash));
      if (stored) return stored;
      if (!fetch || row.published.isRevealing)
        throw new CatalogueError('not-asked', `${row.id}: shard ${prefix} is not stored`);
      return await fetchShard(row, prefix, hash, { fetch });
    },
    revisionOf(row),
  );
}

/** Whether a catalogue is published. */
export function isPublished(row: CatalogueRow): row is PublishedRow {
  return row.published !== null;
}
