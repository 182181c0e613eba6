import { explainRefusal, readContent, readDocument, type FoundDocument } from './couchdb-answers.ts';
import { createCouchRemoval, inHalves, isTooLarge, listParts, type Ask } from './couchdb-removal.ts';
import { RemoteError } from './errors.ts';
import { createSend, parseAddress, type NetworkTools, type ServerAccess } from './http.ts';
import type { CallOptions, DocumentRemote, DocumentWrite, RemoteDocument } from './types.ts';

function createAsk(access: ServerAccess, tools: NetworkTools): Ask {
  const base = parseAddress(access.address).href.replace(/\/$/, '');
  const send = createSend(access, tools);
  return (method, path, { signal }, body) =>
    send({
      method,
      url: base + path,
      headers: {
        // PouchDB's server calls its answers plain text otherwise.
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    });
}

const nameOf = (id: string, revision: string): string => JSON.stringify([id, revision]);

/** The documents with the bodies of their conflicting revisions; those that are gone by now are left out. */
async function readConflicts(
  ask: Ask,
  found: FoundDocument[],
  options: CallOptions,
): Promise<RemoteDocument[]> {
  const wanted = found.flatMap(({ id, conflicts }) => conflicts.map((rev) => ({ id, rev })));
  const bodies = new Map<string, unknown>();
  const fetchBodies = async (docs: { id: string; rev: string }[]): Promise<void> => {
    const { results } = readContent(await ask('POST', '/_bulk_get', options, { docs }), 'revisions');
    for (const { ok } of results.flatMap((result) => result.docs)) {
      const document = readDocument(ok);
      if (document !== null) bodies.set(nameOf(document.id, document.revision), document.body);
    }
  };
  for (const docs of listParts(wanted)) await inHalves(docs, fetchBodies);
  return found.map((document) => ({
    ...document,
    conflicts: document.conflicts
      .filter((revision) => bodies.has(nameOf(document.id, revision)))
      .map((revision) => ({ revision, body: bodies.get(nameOf(document.id, revision)) })),
  }));
}

/** Writes documents of CouchDB's form. Returns why each id was refused that was; halves are sent where all are too large. */
async function writeDocuments(
  ask: Ask,
  documents: { _id: string }[],
  options: CallOptions,
): Promise<Map<string, string>> {
  const refused = await inHalves(documents, async (docs) => {
    const written = readContent(await ask('POST', '/_bulk_docs', options, { docs }), 'written');
    const answered = new Set(written.map(({ id }) => id));
    if (docs.some(({ _id }) => !answered.has(_id)))
      throw new RemoteError('bad-answer', 'the database does not say whether it took a document');
    return written.flatMap(({ id, error }) => (error === undefined ? [] : [[id, error] as const]));
  });
  return new Map(refused.flat());
}

async function putPart(ask: Ask, documents: DocumentWrite[], options: CallOptions): Promise<string[]> {
  const docs = documents.map(({ id, revision, body }) => ({
    _id: id,
    ...(revision === null ? {} : { _rev: revision }),
    body,
  }));
  const refused = await writeDocuments(ask, docs, options);
  // Only now, when what was merged from them is there.
  const losers = documents
    .filter(({ id }) => !refused.has(id))
    .flatMap(({ id, merged }) => merged.map((_rev) => ({ _id: id, _rev, _deleted: true })));
  for (const part of listParts(losers)) await writeDocuments(ask, part, options);
  const [other] = [...refused.values()].filter((error) => error !== 'conflict');
  if (other !== undefined) throw explainRefusal(other);
  return [...refused.keys()];
}

/** Creates the database unless it is there, also where another user must create it. */
async function createDatabase(ask: Ask, options: CallOptions): Promise<void> {
  const found = await ask('GET', '', options);
  if (found.status === 404) {
    const made = await ask('PUT', '', options);
    // 412: another device was faster.
    if (made.status !== 412) readContent(made, 'done', 'not-a-remote');
  } else readContent(found, 'database', 'not-a-remote');
}

/** A page of the feed of changes; a shorter one where its answer is too large. */
async function fetchChanges(
  ask: Ask,
  since: string | null,
  options: CallOptions & { limit: number },
): ReturnType<DocumentRemote['changes']> {
  const { limit } = options;
  const query = new URLSearchParams({ include_docs: 'true', conflicts: 'true', limit: `${limit}` });
  query.set('since', since ?? '0');
  try {
    const answer = await ask('GET', `/_changes?${query}`, options);
    const { results, last_seq: last, pending } = readContent(answer, 'changes');
    const found = results.flatMap(({ doc }) => readDocument(doc) ?? []);
    const next = typeof last === 'object' ? JSON.stringify(last) : `${last}`;
    return {
      documents: await readConflicts(ask, found, options),
      since: next,
      // A page that leads no further is the last one, whatever the server says.
      hasMore: next !== since && (pending === undefined ? results.length >= limit : pending > 0),
    };
  } catch (error) {
    if (!isTooLarge(error) || limit < 2) throw error;
    return fetchChanges(ask, since, { ...options, limit: Math.floor(limit / 2) });
  }
}

/**
 * A database of CouchDB's HTTP API: CouchDB 2 and later, Cloudant, PouchDB's server. `address` is the database's. Each row
 * is the member `body` of a document; documents without it, deleted ones and designs are passed over. Throws `RemoteError`
 * `not-a-remote` if `address` is not an address of the web.
 */
export function createCouchRemote(access: ServerAccess, tools: NetworkTools): DocumentRemote {
  const ask = createAsk(access, tools);
  return {
    kind: 'documents',
    changes: (since, options) => fetchChanges(ask, since, options),
    get: async (ids, options) => {
      const fetchPart = async (keys: string[]): Promise<RemoteDocument[]> => {
        const path = '/_all_docs?include_docs=true&conflicts=true';
        const { rows } = readContent(await ask('POST', path, options, { keys }), 'documents');
        const found = rows.flatMap(({ doc }) => readDocument(doc) ?? []);
        return readConflicts(ask, found, options);
      };
      const documents: RemoteDocument[] = [];
      for (const part of listParts(ids)) documents.push(...(await inHalves(part, fetchPart)).flat());
      return documents;
    },
    put: async (documents, options) => {
      const refused: string[] = [];
      for (const part of listParts(documents)) refused.push(...(await putPart(ask, part, options)));
      return refused;
    },
    create: (options) => createDatabase(ask, options),
    ...createCouchRemoval(ask, writeDocuments),
    size: async (options) => {
      const { sizes, disk_size: size } = readContent(
        await ask('GET', '', options),
        'database',
        'not-a-remote',
      );
      return sizes?.file ?? size ?? null;
    },
  };
}
