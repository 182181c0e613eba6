import { describe, expect, test } from 'vitest';
import type { DocumentRemote, DocumentWrite, RemoteDocument } from '../types.ts';

const options = { signal: new AbortController().signal };
const limit = 1000;

const everything = { first: '', isOwn: () => true };

/** A document that is new, or replaces a revision. */
const write = (
  id: string,
  body: object,
  revision: string | null = null,
  merged: string[] = [],
): DocumentWrite => ({ id, revision, body, merged });

/** A remote of documents of an empty database that is there, and what tests do to that database. */
interface OpenDocuments {
  remote: DocumentRemote;
  /** A second device's remote of the same database. */
  other: DocumentRemote;
  /** Adds a revision of a document as replication between servers does: it becomes a conflict if it does not win. */
  addConflict: (id: string, body: object) => Promise<void>;
}
type Open = () => Promise<OpenDocuments>;

async function getOne(remote: DocumentRemote, id: string): Promise<RemoteDocument> {
  const [document] = await remote.get([id], options);
  if (document === undefined) throw new Error(`no document ${id}`);
  return document;
}

function testWriting(open: Open): void {
  test('writes documents and reads them, whatever their ids', async () => {
    const { remote } = await open();
    const ids = ['films:01h', 'with space', 'a/b?c#d', 'größe', '映画', 'a+b', '"quoted"'];
    const bodies = ids.map((id, at) => ({ id, at, _private: true, nested: { list: [null, 'ß', 1.5] } }));
    expect(
      await remote.put(
        bodies.map((body) => write(body.id, body)),
        options,
      ),
    ).toEqual([]);
    const found = await remote.get([...ids, 'none'], options);
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(found.map(({ body }) => body)).toEqual(bodies);
    expect(found.every(({ conflicts }) => conflicts.length === 0)).toBe(true);
  });

  test('replaces the revision it knows, and names the documents that have another one', async () => {
    const { remote, other } = await open();
    await remote.put([write('one', { v: 1 }), write('two', { v: 1 })], options);
    const { revision } = await getOne(remote, 'one');
    expect(await other.put([write('one', { v: 2 }, revision)], options)).toEqual([]);
    expect(
      await remote.put([write('one', { v: 3 }, revision), write('two', { v: 3 }), write('new', {})], options),
    ).toEqual(['one', 'two']);
    expect((await getOne(remote, 'one')).body).toEqual({ v: 2 });
    expect((await getOne(remote, 'two')).body).toEqual({ v: 1 });
    expect((await getOne(remote, 'new')).body).toEqual({});
  });

  test('reads conflicting revisions, and deletes them once they are merged', async () => {
    const { remote, other, addConflict } = await open();
    await remote.put([write('one', { v: 'a' }), write('two', { v: 'a' })], options);
    await addConflict('one', { v: 'b' });
    await addConflict('one', { v: 'c' });
    const found = await getOne(remote, 'one');
    const all = [found.body, ...found.conflicts.map(({ body }) => body)];
    expect(all.map((body) => (body as { v: string }).v).sort()).toEqual(['a', 'b', 'c']);
    const changed = await remote.changes(null, { ...options, limit });
    expect(changed.documents.find(({ id }) => id === 'one')).toEqual(found);
    const merged = found.conflicts.map(({ revision }) => revision);
    expect(await remote.put([write('one', { v: 'abc' }, found.revision, merged)], options)).toEqual([]);
    expect(await getOne(other, 'one')).toMatchObject({ body: { v: 'abc' }, conflicts: [] });
  });

  test('keeps conflicting revisions when what was merged from them is not written', async () => {
    const { remote, addConflict } = await open();
    await remote.put([write('one', { v: 'a' })], options);
    await addConflict('one', { v: 'b' });
    const { conflicts } = await getOne(remote, 'one');
    const merged = conflicts.map(({ revision }) => revision);
    expect(await remote.put([write('one', { v: 'ab' }, '9-unknown', merged)], options)).toEqual(['one']);
    expect((await getOne(remote, 'one')).conflicts).toEqual(conflicts);
  });
}

function testChanges(open: Open): void {
  test('lists changes since a time, page by page, each document once and as it is now', async () => {
    const { remote, other } = await open();
    const ids = Array.from({ length: 25 }, (_none, at) => `row:${at}`);
    await remote.put(
      ids.map((id) => write(id, { v: 1 })),
      options,
    );
    const first = await getOne(remote, 'row:3');
    await other.put([write('row:3', { v: 2 }, first.revision)], options);
    const seen: RemoteDocument[] = [];
    let since: string | null = null;
    for (let more = true; more;) {
      const page = await remote.changes(since, { ...options, limit: 10 });
      expect(page.documents.length).toBeLessThanOrEqual(10);
      seen.push(...page.documents);
      ({ since, hasMore: more } = page);
    }
    expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(seen.find(({ id }) => id === 'row:3')?.body).toEqual({ v: 2 });
    const later = await remote.changes(since, { ...options, limit: 10 });
    expect(later).toMatchObject({ documents: [], hasMore: false });
    await other.put([write('late', { v: 1 })], options);
    const last = await remote.changes(later.since, { ...options, limit: 10 });
    expect(last.documents.map(({ id }) => id)).toEqual(['late']);
  });
}

function testDatabase(open: Open): void {
  test('creates a database once, and finds none after all of it is removed', async () => {
    const { remote, other } = await open();
    await remote.create(options);
    await remote.put([write('one', {})], options);
    await other.create(options);
    expect((await other.get(['one'], options)).length).toBe(1);
    const size = await remote.size(options);
    expect(size === null || size > 0).toBe(true);
    await remote.removeOwn(everything, options);
    await other.removeOwn(everything, options);
    await expect(remote.changes(null, { ...options, limit })).rejects.toMatchObject({ code: 'not-found' });
    await expect(remote.put([write('one', {})], options)).rejects.toMatchObject({ code: 'not-found' });
    await remote.create(options);
    expect(await remote.changes(null, { ...options, limit })).toMatchObject({ documents: [] });
  });

  test('removes our documents with their conflicts where there are others, which stay', async () => {
    const { remote, other, addConflict } = await open();
    await remote.put([write('ours:1', { v: 'a' }), write('theirs', { v: 1 }), write('main', {})], options);
    await addConflict('ours:1', { v: 'b' });
    await addConflict('ours:1', { v: 'c' });
    const isOwn = ({ id }: { id: string }): boolean => id === 'main' || id.startsWith('ours:');
    await remote.removeOwn({ first: 'main', isOwn }, options);
    expect((await other.get(['ours:1', 'theirs', 'main'], options)).map(({ id }) => id)).toEqual(['theirs']);
    expect(await other.put([write('main', { v: 2 })], options)).toEqual([]);
    expect((await getOne(remote, 'main')).body).toEqual({ v: 2 });
    await remote.removeOwn({ first: 'main', isOwn }, options);
    expect((await other.get(['theirs', 'main'], options)).map(({ id }) => id)).toEqual(['theirs']);
  });

  test('compacts, and has every document as it was', async () => {
    const { remote } = await open();
    await remote.put([write('one', { v: 1 })], options);
    await remote.put([write('one', { v: 2 }, (await getOne(remote, 'one')).revision)], options);
    const before = await getOne(remote, 'one');
    await remote.compact(options);
    expect(await getOne(remote, 'one')).toEqual(before);
  });

  test('does nothing once a call is no longer wanted', async () => {
    const { remote } = await open();
    const signal = AbortSignal.abort();
    await expect(remote.put([write('one', {})], { signal })).rejects.toMatchObject({ code: 'aborted' });
    await expect(remote.changes(null, { signal, limit })).rejects.toMatchObject({ code: 'aborted' });
    expect(await remote.get(['one'], options)).toEqual([]);
  });
}

/** Tests that a remote of documents does what `DocumentRemote` says. */
export function describeDocumentRemote(name: string, open: Open): void {
  describe(`${name}, a remote of documents,`, () => {
    testWriting(open);
    testChanges(open);
    testDatabase(open);
  });
}
