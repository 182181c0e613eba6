import { readContent } from './couchdb-answers.ts';
import { requireDone, type ServerAnswer } from './http.ts';
import type { CallOptions, DocumentRemote, OwnDocuments } from './types.ts';

/** Asks a database; `path` is below it. */
export type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: CallOptions,
  body?: object,
) => Promise<ServerAnswer>;

/** How many documents are read or written in one request. */
const mostInRequest = 1000;

/** Splits what is asked for into one list for each request. */
export function listParts<Item>(items: Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += mostInRequest) parts.push(items.slice(at, at + mostInRequest));
  return parts;
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
    const answer = await ask('GET', `/_all_docs?limit=${mostInRequest}${from}`, options);
    if (answer.status === 404) return null;
    const { rows } = readContent(answer, 'ids');
    for (const { id, value } of rows) {
      // The last one of the page before is the first one of this.
      if (id === start) continue;
      if (isOwn(id)) own.push({ _id: id, _rev: value.rev, _deleted: true });
      else hasOthers = true;
    }
    const last = rows.at(-1)?.id ?? null;
    const order = ({ _id: id }: Deletion): number => (id === first ? 0 : 1);
    if (rows.length < mostInRequest || last === start)
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

async function compact(ask: Ask, options: CallOptions): Promise<void> {
  const answer = await ask('POST', '/_compact', options, {});
  if (!mayNot.includes(answer.status)) requireDone(answer, 'compact');
}

/** The calls of a remote that make a database forget. */
export function createCouchRemoval(
  ask: Ask,
  write: (ask: Ask, docs: Deletion[], options: CallOptions) => Promise<unknown>,
): Pick<DocumentRemote, 'removeOwn' | 'compact'> {
  return {
    removeOwn: async (own, options) => {
      for (let round = 0; round < maxRounds; round += 1) {
        const found = await listOwn(ask, own, options);
        if (found === null) return;
        if (round === 0 && !found.hasOthers && (await deleteDatabase(ask, options))) return;
        if (found.own.length === 0) break;
        for (const part of listParts(found.own)) await write(ask, part, options);
      }
      await compact(ask, options);
    },
    compact: (options) => compact(ask, options),
  };
}
