import { checksumText } from '../../../text/checksum.ts';
import { RemoteError } from '../errors.ts';
import type { DocumentRemote, DocumentWrite, RemoteDocument } from '../types.ts';
import { loseAnswer, makeFailure, pickFault, throwIfAborted, type Faults } from './faults.ts';

/** One revision of a document; `body` is null in one that deletes. */
interface Revision {
  parent: string | null;
  body: unknown;
  isDeleted: boolean;
}

/** A database in memory, as CouchDB has it: each document is a tree of revisions. Several remotes may share it. */
export interface MemoryDatabase {
  isThere: boolean;
  /** By id, and in it by the name of the revision. */
  documents: Map<string, Map<string, Revision>>;
  /** The ids in the order of their last change, with its number. */
  changes: Map<string, number>;
  lastChange: number;
}

/** An empty database in memory. */
export const createMemoryDatabase = (isThere = true): MemoryDatabase => ({
  isThere,
  documents: new Map(),
  changes: new Map(),
  lastChange: 0,
});

function noteChange(database: MemoryDatabase, id: string): void {
  database.lastChange += 1;
  database.changes.delete(id);
  database.changes.set(id, database.lastChange);
}

const generationOf = (name: string): number => Number.parseInt(name, 10);

/** The revisions without a later one that are not deletions; the one that wins by CouchDB's rule first. */
function listLeaves(revisions: Map<string, Revision>): [name: string, revision: Revision][] {
  const parents = new Set([...revisions.values()].map(({ parent }) => parent));
  return [...revisions]
    .filter(([name, { isDeleted }]) => !isDeleted && !parents.has(name))
    .sort(([one], [other]) => generationOf(other) - generationOf(one) || (one < other ? 1 : -1));
}

function addRevision(
  database: MemoryDatabase,
  id: string,
  parent: string | null,
  body: unknown,
  isDeleted: boolean,
): void {
  const text = JSON.stringify(body);
  const generation = parent === null ? 1 : generationOf(parent) + 1;
  const name = `${generation}-${checksumText(`${parent} ${isDeleted} ${text}`)}`;
  const revisions = database.documents.get(id) ?? new Map<string, Revision>();
  revisions.set(name, { parent, body: JSON.parse(text), isDeleted });
  database.documents.set(id, revisions);
  noteChange(database, id);
}

function readDocument(database: MemoryDatabase, id: string): RemoteDocument | null {
  const [winner, ...others] = listLeaves(database.documents.get(id) ?? new Map<string, Revision>());
  if (winner === undefined) return null;
  const [revision, { body }] = winner;
  return {
    id,
    revision,
    body: structuredClone(body),
    conflicts: others.map(([name, other]) => ({ revision: name, body: structuredClone(other.body) })),
  };
}

/** Writes a document and deletes what was merged into it. Returns false if it has another revision by now. */
function writeDocument(database: MemoryDatabase, { id, revision, body, merged }: DocumentWrite): boolean {
  const leaves = listLeaves(database.documents.get(id) ?? new Map<string, Revision>()).map(([name]) => name);
  if (revision === null ? leaves.length > 0 : !leaves.includes(revision)) return false;
  addRevision(database, id, revision, body, false);
  for (const name of merged) if (leaves.includes(name)) addRevision(database, id, name, null, true);
  return true;
}

function deleteDocument(database: MemoryDatabase, id: string): void {
  for (const [name] of listLeaves(database.documents.get(id) ?? new Map<string, Revision>()))
    addRevision(database, id, name, null, true);
}

/** Forgets the bodies of revisions that have a later one. */
function forgetFormer(revisions: Map<string, Revision>): void {
  const leaves = new Set(listLeaves(revisions).map(([name]) => name));
  for (const [name, revision] of revisions) if (!leaves.has(name)) revision.body = null;
}

/** Copies the revisions that one database has and another has not, as CouchDB replicates: conflicts come from it. */
export function replicate(from: MemoryDatabase, to: MemoryDatabase): void {
  for (const [id, revisions] of from.documents) {
    const own = to.documents.get(id) ?? new Map<string, Revision>();
    const missing = [...revisions].filter(([name]) => !own.has(name));
    for (const [name, revision] of missing) own.set(name, revision);
    to.documents.set(id, own);
    if (missing.length > 0) noteChange(to, id);
  }
}

function listChanges(database: MemoryDatabase, since: string | null, limit: number) {
  const later = [...database.changes].filter(([, at]) => at > Number.parseInt(since ?? '0', 10));
  const page = later.slice(0, limit);
  return {
    documents: page.flatMap(([id]) => readDocument(database, id) ?? []),
    since: `${page.at(-1)?.[1] ?? Number.parseInt(since ?? '0', 10)}-memory`,
    hasMore: later.length > page.length,
  };
}

/**
 * A remote of a database in memory. With faults its calls fail before or after they had their effect, half of the documents
 * are written, those that were written are said not to be, and the feed of changes is late.
 */
export function createMemoryDocuments(database: MemoryDatabase, faults?: Faults): DocumentRemote {
  /** Begins a call. Returns what is to go wrong later in it. */
  async function begin<Kind extends string>(
    signal: AbortSignal,
    kinds: readonly Kind[],
    mustBeThere = true,
  ): Promise<Kind | null> {
    await Promise.resolve();
    throwIfAborted(signal);
    const fault = pickFault(faults, ['before', ...kinds]);
    if (fault === 'before' && faults) throw makeFailure(faults);
    if (mustBeThere && !database.isThere) throw new RemoteError('not-found', 'no such database');
    return fault === 'before' ? null : fault;
  }
  return {
    kind: 'documents',
    changes: async (since, { signal, limit }) => {
      const fault = await begin(signal, ['late', 'fewer']);
      if (fault === 'late') return { documents: [], since: since ?? '0-memory', hasMore: false };
      return listChanges(database, since, fault === 'fewer' ? Math.ceil(limit / 2) : limit);
    },
    get: async (ids, { signal }) => {
      await begin(signal, []);
      return ids.flatMap((id) => readDocument(database, id) ?? []);
    },
    put: async (documents, { signal }) => {
      const fault = await begin(signal, ['after', 'half', 'denied']);
      const written = fault === 'half' ? documents.slice(0, documents.length / 2) : documents;
      const refused = written.filter((document) => !writeDocument(database, document)).map(({ id }) => id);
      if (fault === 'after' || fault === 'half') throw loseAnswer();
      return fault === 'denied' ? documents.map(({ id }) => id) : refused;
    },
    create: async ({ signal }) => {
      const fault = await begin(signal, ['after'], false);
      database.isThere = true;
      if (fault) throw loseAnswer();
    },
    removeOwn: async ({ isOwn }, { signal }) => {
      const fault = await begin(signal, ['after'], false);
      const all = [...database.documents.keys()].flatMap((id) => readDocument(database, id) ?? []);
      const own = all.filter(isOwn);
      if (own.length === all.length) Object.assign(database, createMemoryDatabase(false));
      for (const { id } of own) deleteDocument(database, id);
      if (fault) throw loseAnswer();
    },
    compact: async ({ signal }) => {
      await begin(signal, []);
      for (const revisions of database.documents.values()) forgetFormer(revisions);
    },
    size: async ({ signal }) => {
      await begin(signal, []);
      return JSON.stringify([...database.documents].map(([id, revisions]) => [id, [...revisions]])).length;
    },
  };
}
