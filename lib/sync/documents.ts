import * as v from 'valibot';
import { fromBase64, toBase64 } from '../text/bytes.ts';
import { lazySchema } from '../text/schemas.ts';
import { mergeRows } from '../watchlog/store/merge.ts';
import { createRowLists, type RowLists, type RowOf } from '../watchlog/store/schema.ts';
import type { LogStore } from '../watchlog/types.ts';
import { open, seal } from './encryption.ts';
import type { RemoteDocument } from './remotes/types.ts';
import { addParsedRow, parseRowName, rowSchema, type StoredRow } from './rows.ts';
import { SyncError } from './sync-error.ts';
import type { SyncDevice, SyncSetUp } from './sync-types.ts';

/** What the id of a device's own document begins with. */
export const devicePrefix = 'device:';

const bodySchema = lazySchema(() =>
  v.object({
    schema: v.number(),
    generation: v.string(),
    content: v.optional(v.unknown()),
    sealed: v.optional(v.string()),
  }),
);

/** The body of a document, encrypted under its id if there is a key. */
export async function packBody({ generation, key }: SyncSetUp, id: string, content: object): Promise<object> {
  const about = { schema: rowSchema, generation };
  if (key === null) return { ...about, content };
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return { ...about, sealed: toBase64(await seal(key, id, bytes)) };
}

/**
 * The content of a document with its version; `sealed` if it is of another generation or the key does not open it; null if it
 * is damaged. Throws `newer` if a newer version has written it.
 */
async function unpackBody(
  { generation, key }: SyncSetUp,
  id: string,
  body: unknown,
): Promise<{ schema: number; content: unknown } | 'sealed' | null> {
  const parsed = v.safeParse(bodySchema, body);
  if (!parsed.success) return null;
  if (parsed.output.generation !== generation) return 'sealed';
  const { schema, content, sealed } = parsed.output;
  if (schema > rowSchema) throw new SyncError('newer', `${id} is of a newer version.`);
  if (key === null) return { schema, content };
  const bytes = fromBase64(sealed ?? '');
  if (bytes === null) return null;
  const opened = await open(key, id, bytes);
  if (opened === null) return 'sealed';
  try {
    return { schema, content: JSON.parse(new TextDecoder().decode(opened)) as unknown };
  } catch {
    return null;
  }
}

/**
 * The rows of a document and of its conflicting revisions, merged to one. If none of them is a valid row: `sealed` if the key
 * here does not open one of them, else null.
 */
export async function readRow(
  setUp: SyncSetUp,
  document: RemoteDocument,
): Promise<StoredRow | 'sealed' | null> {
  const name = parseRowName(document.id);
  if (name === null) return null;
  const lists = createRowLists();
  let isSealed = false;
  for (const body of [document.body, ...document.conflicts.map((conflict) => conflict.body)]) {
    const found = await unpackBody(setUp, document.id, body);
    if (found === 'sealed') isSealed = true;
    else if (found !== null) addParsedRow(lists, name.store, found.content, found.schema);
  }
  return mergeAll(lists, name.store, name.id) ?? (isSealed ? 'sealed' : null);
}

function mergeAll<S extends LogStore>(lists: RowLists, store: S, id: string): StoredRow | null {
  const rows: RowOf<S>[] = lists[store];
  const [first, ...others] = rows.filter((row) => row.id === id);
  if (first === undefined) return null;
  const row = others.reduce((merged, other) => mergeRows<S>(merged, other), first);
  // The store is that of the row.
  return { store, row } as StoredRow;
}

const deviceSchema = lazySchema(() => v.object({ name: v.string(), seenAt: v.number() }));

/** The other device whose document this is, as a list of one; an empty list if it is none. */
export async function readDevice(setUp: SyncSetUp, { id, body }: RemoteDocument): Promise<SyncDevice[]> {
  if (!id.startsWith(devicePrefix) || id === devicePrefix + setUp.device) return [];
  const found = await unpackBody(setUp, id, body);
  const device = v.safeParse(deviceSchema, found === 'sealed' ? null : found?.content);
  return device.success ? [{ device: id.slice(devicePrefix.length), ...device.output }] : [];
}

/** Whether a document is of the form of those that Marquee writes, of any generation. */
export const isOurs = ({ id, body }: Pick<RemoteDocument, 'id' | 'body'>): boolean =>
  (id.startsWith(devicePrefix) || parseRowName(id) !== null) && v.is(bodySchema, body);

/** The stamps of a row in the order of their fields. */
const sortStamps = ({ stamps }: RowOf<LogStore>): [string, string][] =>
  Object.entries(stamps).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Whether two copies of a row are one: they have the same stamps, and what undone imports have left, of which two lists under
 * one stamp become a third.
 */
export function isSameCopy(one: RowOf<LogStore>, other: RowOf<LogStore>): boolean {
  const describe = (row: RowOf<LogStore>): string =>
    JSON.stringify([sortStamps(row), 'kept' in row ? row.kept : null]);
  return describe(one) === describe(other);
}
