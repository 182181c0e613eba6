import { explainRefusal, readContent, readDocument } from './couchdb-answers.ts';
import { RemoteError } from './errors.ts';
import { requireDone, type ServerAnswer } from './http.ts';
import { mostUpload } from './progress.ts';
import type { CallOptions, DocumentRemote, OwnDocuments } from './types.ts';

/** Asks a database; `path` is below it. */
export type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: CallOptions,
  body?: object,
) => Promise<ServerAnswer>;

/** How many documents are named or written in one request. */
const mostInRequest = 1000;
/** How many are read with what they hold. */
const mostRead = 200;

/** The length of a value in a body, in bytes. */
const measure = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * Splits what is asked for into one list for each request: at most a thousand, and no more bytes than a slow line takes. These
 * are fewer than any server refuses: CouchDB takes documents of 8 MB (`max_document_size`), and nginx bodies of 1 MB.
 */
export function listParts<Item>(items: Item[]): Item[][] {
  const parts: Item[][] = [];
  let bytes = Infinity;
  for (const item of items) {
    const length = measure(item) + 1;
    const part = parts.at(-1);
    if (part === undefined || part.length >= mostInRequest || bytes + length > mostUpload) {
      parts.push([item]);
      bytes = length;
    } else {
      part.push(item);
      bytes += length;
    }
  }
  return parts;
}

/** Whether what was asked for is too large: the server refuses to take it, or the answer is larger than may be read. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof RemoteError && error.code === 'too-large';

/** Asks about items, and about each half of them where all together are too large. */
export async function inHalves<Item, Answer>(
  items: Item[],
  askFor: (part: Item[]) => Promise<Answer>,
): Promise<Answer[]> {
  try {
    return [await askFor(items)];
  } catch (error) {
    if (!isTooLarge(error) || items.length < 2) throw error;
    const half = Math.ceil(items.length / 2);
    const first = await inHalves(items.slice(0, half), askFor);
    return [...first, ...(await inHalves(items.slice(half), askFor))];
  }
}

/** A document to delete; behind it there may be a revision that conflicts, which is there then. */
interface Deletion {
  _id: string;
  _rev: string;
  _deleted: true;
}

/** How often documents are deleted again that have another revision by then. */
const maxRounds = 20;
/** The answers to a user who may not do it, or of a server that cannot. */
const mayNot = [401, 403, 404, 405, 501];

/** Our documents, and whether there are others; null if there is no database. */
async function listOwn(
  ask: Ask,
  { first, isOwn }: OwnDocuments,
  options: CallOptions,
): Promise<{ own: Deletion[]; hasOthers: boolean } | null> {
  const own: Deletion[] = [];
  let hasOthers = false;
  for (let start: string | null = null; ;) {
    const from: string = start === null ? '' : `&startkey=${encodeURIComponent(JSON.stringify(start))}`;
    const answer = await ask('GET', `/_all_docs?include_docs=true&limit=${mostRead}${from}`, options);
    if (answer.status === 404) return null;
    const { rows } = readContent(answer, 'listed');
    for (const { id, value, doc } of rows) {
      // The last one of the page before is the first one of this.
      if (id === start) continue;
      const document = readDocument(doc);
      if (document !== null && isOwn(document)) own.push({ _id: id, _rev: value.rev, _deleted: true });
      else hasOthers = true;
    }
    const last = rows.at(-1)?.id ?? null;
    const order = ({ _id: id }: Deletion): number => (id === first ? 0 : 1);
    if (rows.length < mostRead || last === start)
      return { own: own.sort((a, b) => order(a) - order(b)), hasOthers };
    start = last;
  }
}

/** Deletes the database. Returns false where this user may not. */
async function deleteDatabase(ask: Ask, options: CallOptions): Promise<boolean> {
  const answer = await ask('DELETE', '', options);
  if (answer.status === 404) return true;
  if (mayNot.includes(answer.status)) return false;
  requireDone(answer, 'DELETE');
  return true;
}

/** Asks for what no server has to do: many do it by themselves, or for administrators alone. */
async function compact(ask: Ask, options: CallOptions): Promise<void> {
  try {
    await ask('POST', '/_compact', options, {});
  } catch (error) {
    if (!(error instanceof RemoteError) || error.code === 'aborted') throw error;
  }
}

type Write = (ask: Ask, docs: Deletion[], options: CallOptions) => Promise<Map<string, string>>;

/** Deletes our documents in a database that stays. Throws `RemoteError` if any is left at the end. */
async function deleteOwn(
  ask: Ask,
  write: Write,
  { own, first, options }: { own: OwnDocuments; first: Deletion[]; options: CallOptions },
): Promise<void> {
  let left = first;
  let refused = new Map<string, string>();
  // What was changed meanwhile is tried again; what only the database itself keeps is not.
  const isKept = ({ _id: id }: Deletion): boolean => (refused.get(id) ?? 'conflict') !== 'conflict';
  for (let round = 0; round < maxRounds && !left.every(isKept); round += 1) {
    refused = new Map();
    for (const part of listParts(left))
      for (const one of await write(ask, part, options)) refused.set(...one);
    left = (await listOwn(ask, own, options))?.own ?? [];
  }
  await compact(ask, options);
  const [one] = left;
  if (one !== undefined) throw explainRefusal(refused.get(one._id) ?? 'conflict');
}

/** The calls of a remote that make a database forget. */
export function createCouchRemoval(ask: Ask, write: Write): Pick<DocumentRemote, 'removeOwn' | 'compact'> {
  return {
    removeOwn: async (own, options) => {
      const found = await listOwn(ask, own, options);
      if (found === null || (!found.hasOthers && (await deleteDatabase(ask, options)))) return;
      await deleteOwn(ask, write, { own, first: found.own, options });
    },
    compact: (options) => compact(ask, options),
  };
}
