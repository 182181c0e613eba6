import { countedFetch } from '../http/counted-fetch.ts';
import { isQuotaError } from '../../async/quota-error.ts';
import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type {
  AddCatalogueAnswer,
  PublishedCatalogueFault,
  CatalogueOverview,
  UnfinishedImport,
} from '../../messaging/catalogue-protocol.ts';
import { CatalogueError } from '../../catalogue/errors.ts';
import type { CatalogueRow } from '../../catalogue/store/database.ts';
import { addPublishedCatalogue, parseCatalogueAddress } from '../../catalogue/store/published-catalogues.ts';
import { listStoredBuilds } from '../../catalogue/store/stored-build.ts';
import { listStoredCatalogues, removeStoredCatalogue } from '../../catalogue/store/stored-catalogues.ts';
import type { Catalogue } from '../../catalogue/types.ts';
import { registerToPages } from '../messages/register.ts';
import { mayFetch, onCatalogueFetched, originsOf } from './published.ts';
import { reportFault } from '../messages/report-fault.ts';
import { forgetStoredCatalogues, loadCatalogues } from './built-in.ts';

const idSchema = lazySchema(() => v.object({ id: v.pipe(v.string(), v.maxLength(100)) }));
const urlSchema = lazySchema(() => v.object({ url: v.pipe(v.string(), v.maxLength(2000)) }));
const nothingSchema = lazySchema(() =>
  v.pipe(
    v.unknown(),
    v.transform(() => undefined),
  ),
);

async function describeRow({
  id,
  head,
  bytes,
  savedAt,
  published,
}: CatalogueRow): Promise<CatalogueOverview> {
  const { name, films, asOf, licence, attribution } = head;
  const origins = published ? originsOf(published.url) : [];
  const isAllowed = published === null || (await mayFetch(published.url));
  const state = published?.isRevealing ? 'too-revealing' : isAllowed ? 'ready' : 'no-permission';
  const kind = published ? 'published' : 'imported';
  const url = published?.url ?? null;
  return { id, name, kind, films, asOf, licence, attribution, bytes, savedAt, url, origins, state };
}

function describeBuiltIn({ manifest }: Catalogue): CatalogueOverview {
  const { id, name, films, asOf, licence, attribution } = manifest;
  const facts = { id, name, films, asOf, licence, attribution };
  return { ...facts, kind: 'package', bytes: null, savedAt: null, url: null, origins: [], state: 'ready' };
}

async function listCatalogues(): Promise<{
  catalogues: CatalogueOverview[];
  unfinished: UnfinishedImport[];
}> {
  const [rows, builds, opened] = await Promise.all([
    listStoredCatalogues(),
    listStoredBuilds(),
    loadCatalogues(),
  ]);
  const stored = await Promise.all(rows.map(describeRow));
  const builtIn = opened.at(-1);
  const unfinished = builds.map(({ id, name, files, rowsRead, startedAt }) => ({
    id,
    name,
    files,
    rowsRead,
    startedAt,
  }));
  return { catalogues: [...stored, ...(builtIn ? [describeBuiltIn(builtIn)] : [])], unfinished };
}

const faults = [
  'bad-address',
  'missing',
  'redirected',
  'too-large',
  'bad-manifest',
  'too-revealing',
  'offline',
  'unreachable',
] as const satisfies PublishedCatalogueFault[];

function describeFault(error: unknown): AddCatalogueAnswer {
  const known = faults.find((fault) => error instanceof CatalogueError && error.reason === fault);
  if (known) return { state: known };
  reportFault('published catalogue', error);
  return { state: isQuotaError(error) ? 'no-space' : 'failed' };
}

async function addCatalogue(address: string): Promise<AddCatalogueAnswer> {
  try {
    const url = parseCatalogueAddress(address);
    if (!(await mayFetch(url))) return { state: 'no-permission', origins: originsOf(url) };
    const row = await addPublishedCatalogue(url, {
      fetch: countedFetch,
      now: Date.now,
    });
    return { state: 'added', catalogue: await describeRow(row) };
  } catch (error) {
    return describeFault(error);
  }
}

/**
 * Registers the listeners for the messages of `CatalogueProtocol`. `notify` makes all pages request their data again.
 */
export function registerToCatalogues({ notify }: { notify: () => void }): void {
  const notifyOfChange = (): void => {
    forgetStoredCatalogues();
    notify();
  };
  onCatalogueFetched(notify);
  registerToPages('listCatalogues', nothingSchema, listCatalogues);
  registerToPages('removeCatalogue', idSchema, async ({ id }) => {
    await removeStoredCatalogue(id);
    notifyOfChange();
  });
  registerToPages('addPublishedCatalogue', urlSchema, async ({ url }) => {
    const answer = await addCatalogue(url);
    if (answer.state === 'added') notifyOfChange();
    return answer;
  });
  registerToPages('cataloguesChanged', nothingSchema, () => {
    notifyOfChange();
    return Promise.resolve();
  });
}
