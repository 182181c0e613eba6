import { describe, expect, test } from 'vitest';
import { createCouchRemote } from './couchdb.ts';

const options = { signal: new AbortController().signal };
const write = (id: string) => ({ id, revision: null, body: {}, merged: [] as string[] });

interface Asked {
  method: string;
  path: string;
  body: { docs?: { _id: string; _rev?: string }[]; keys?: string[] };
}

/** A remote of a server that answers with JSON or a status, and what it was asked. */
function open(answer: (asked: Asked) => unknown) {
  const all: Asked[] = [];
  const remote = createCouchRemote(
    { address: 'https://couch.example/marquee/', user: 'me', password: 'secret' },
    {
      fetch: (url, init) => {
        const body = JSON.parse((init?.body as string | undefined) ?? '{}') as Asked['body'];
        const asked = {
          method: init?.method ?? '',
          path: (url as string).replace('https://couch.example', ''),
          body,
        };
        all.push(asked);
        const content = answer(asked);
        if (typeof content === 'number') return Promise.resolve(new Response('{}', { status: content }));
        const text = typeof content === 'string' ? content : JSON.stringify(content);
        return Promise.resolve(new Response(text));
      },
      now: () => 0,
      isOnline: () => true,
    },
  );
  return { remote, all };
}

const changes = (content: unknown) => open(() => content).remote.changes(null, { ...options, limit: 10 });

describe('the feed of changes', () => {
  test.each([
    ['a text', '12-g1AAAAB', '12-g1AAAAB'],
    ['a number', 12, '12'],
    ['a list of an old cluster', [12, 'g1AAAAB'], '[12,"g1AAAAB"]'],
  ])('may name its place by %s, which is sent back as it was', async (_what, place, since) => {
    const { remote, all } = open(() => ({ results: [], last_seq: place, pending: 0 }));
    const page = await remote.changes(null, { ...options, limit: 10 });
    expect(page).toEqual({ documents: [], since, hasMore: false });
    await remote.changes(page.since, { ...options, limit: 10 });
    expect(new URL(`https://x${all[1]?.path}`).searchParams.get('since')).toBe(since);
  });

  test('has more where it says so, or where the page is full and it says nothing', async () => {
    const results = Array.from({ length: 10 }, (_none, at) => ({ seq: at, id: `${at}`, changes: [] }));
    expect(await changes({ results, last_seq: 9, pending: 0 })).toMatchObject({ hasMore: false });
    expect(await changes({ results: [], last_seq: 9, pending: 3 })).toMatchObject({ hasMore: true });
    expect(await changes({ results, last_seq: 9 })).toMatchObject({ hasMore: true });
    expect(await changes({ results: results.slice(1), last_seq: 9 })).toMatchObject({ hasMore: false });
  });

  test('leaves out deleted documents, designs, and what has no row', async () => {
    const docs = [
      { _id: 'a', _rev: '2-a', _deleted: true, body: {} },
      { _id: '_design/body', _rev: '1-a', body: {} },
      { _id: 'b', _rev: '1-a', title: 'a note' },
      { _id: 'c', body: {} },
      null,
      'text',
      { _id: 'd', _rev: '1-a', body: { v: 1 }, _attachments: {} },
    ];
    const results = [...docs.map((doc) => ({ id: 'x', seq: 1, changes: [], doc })), { id: 'y', seq: 2 }];
    const { documents } = await changes({ results, last_seq: 2 });
    expect(documents).toEqual([{ id: 'd', revision: '1-a', body: { v: 1 }, conflicts: [] }]);
  });

  test('leaves out a conflicting revision that another device has merged by now', async () => {
    const { remote } = open(({ path }) =>
      path.endsWith('/_bulk_get')
        ? {
            results: [
              { id: 'a', docs: [{ ok: { _id: 'a', _rev: '1-b', body: { v: 'b' } } }] },
              { id: 'a', docs: [{ error: { id: 'a', rev: '1-c', error: 'not_found', reason: 'missing' } }] },
              { id: 'a', docs: [{ ok: { _id: 'a', _rev: '2-d', _deleted: true } }] },
            ],
          }
        : {
            results: [
              { id: 'a', doc: { _id: 'a', _rev: '1-d', _conflicts: ['1-b', '1-c', '2-d'], body: {} } },
            ],
            last_seq: 1,
          },
    );
    const { documents } = await remote.changes(null, { ...options, limit: 10 });
    expect(documents[0]?.conflicts).toEqual([{ revision: '1-b', body: { v: 'b' } }]);
  });

  test.each([
    ['cut off', '{"results":[{"seq":1,"id":"a"'],
    ['empty', ''],
    ['another object', { error: 'bad' }],
    ['a list', []],
    ['without its place', { results: [] }],
  ])('is an error when it is %s', async (_what, content) => {
    await expect(changes(content)).rejects.toMatchObject({ code: 'bad-answer' });
  });
});

describe('what is too large for one answer', () => {
  test('is asked for in halves: documents, and the conflicting revisions of one', async () => {
    const { remote } = open(({ path, body }) => {
      const { keys = [], docs = [] } = body as { keys?: string[]; docs?: { id: string; rev: string }[] };
      if (keys.length > 2 || docs.length > 1) return 413;
      const _conflicts = ['1-x', '1-y', '1-z'];
      if (!path.endsWith('/_bulk_get'))
        return { rows: keys.map((_id) => ({ doc: { _id, _rev: '1-a', _conflicts, body: {} } })) };
      return {
        results: docs.map(({ id, rev }) => ({ id, docs: [{ ok: { _id: id, _rev: rev, body: rev } }] })),
      };
    });
    const found = await remote.get(['a', 'b', 'c', 'd', 'e'], options);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    for (const { conflicts } of found)
      expect(conflicts.map(({ body }) => body)).toEqual(['1-x', '1-y', '1-z']);
  });

  test('is asked for in shorter pages of changes, and is an error where one change is', async () => {
    const { remote, all } = open(({ path }) => {
      const limit = Number(new URL(`https://x${path}`).searchParams.get('limit'));
      return limit > 3 ? 413 : { results: [], last_seq: '3-a', pending: 4 };
    });
    expect(await remote.changes(null, { ...options, limit: 10 })).toMatchObject({ hasMore: true });
    expect(all).toHaveLength(3);
    const refused = open(() => 413).remote.changes(null, { ...options, limit: 10 });
    await expect(refused).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('writing', () => {
  const accept = ({ body }: Asked) => (body.docs ?? []).map(({ _id }) => ({ id: _id, ok: true, rev: '1-a' }));

  test('sends halves where all documents together are too large', async () => {
    const { remote, all } = open((asked) => ((asked.body.docs ?? []).length > 2 ? 413 : accept(asked)));
    expect(await remote.put(['a', 'b', 'c', 'd', 'e'].map(write), options)).toEqual([]);
    const taken = all.map(({ body }) => (body.docs ?? []).map(({ _id }) => _id).join(''));
    expect(taken).toEqual(['abcde', 'abc', 'ab', 'c', 'de']);
  });

  test('ends where one document alone is too large', async () => {
    const { remote } = open(() => 413);
    await expect(remote.put([write('a'), write('b')], options)).rejects.toMatchObject({ code: 'too-large' });
  });

  test('sends no more bytes at once than a slow line takes, and a larger document alone', async () => {
    const { remote, all } = open(accept);
    const texts = ['ä'.repeat(90_000), 'b'.repeat(180_000), 'c'.repeat(180_000), 'd'.repeat(900_000), 'e'];
    await remote.put(
      texts.map((text) => ({ ...write(text.slice(0, 1)), body: { text } })),
      options,
    );
    const taken = all.map(({ body }) => (body.docs ?? []).map(({ _id }) => _id).join(''));
    expect(taken).toEqual(['äb', 'c', 'd', 'e']);
  });

  test('sends at most a thousand documents at once', async () => {
    const { remote, all } = open(accept);
    await remote.put(
      Array.from({ length: 2500 }, (_none, at) => write(`${at}`)),
      options,
    );
    expect(all.map(({ body }) => body.docs?.length)).toEqual([1000, 1000, 500]);
  });

  test.each([
    ['forbidden', 'forbidden'],
    ['unauthorized', 'forbidden'],
    ['document_too_large', 'too-large'],
    ['unknown_error', 'bad-answer'],
  ])('throws for a document that is refused as %s, after the others are written', async (error, code) => {
    const { remote, all } = open((asked) =>
      accept(asked).map((row) => (row.id === 'b' ? { id: 'b', error } : row)),
    );
    const documents = [write('b'), { ...write('c'), merged: ['1-x'] }];
    await expect(remote.put(documents, options)).rejects.toMatchObject({ code });
    expect(all[1]?.body.docs).toEqual([{ _id: 'c', _rev: '1-x', _deleted: true }]);
  });

  test('throws when the answer does not name a document', async () => {
    const { remote } = open((asked) => accept(asked).slice(1));
    await expect(remote.put([write('a'), write('b')], options)).rejects.toMatchObject({ code: 'bad-answer' });
  });

  test('does not mind a conflicting revision that another device has deleted by now', async () => {
    const { remote } = open(({ body }) =>
      (body.docs ?? []).map(({ _id, _rev }) =>
        _rev === '1-x' ? { id: _id, error: 'conflict' } : { id: _id },
      ),
    );
    expect(await remote.put([{ ...write('a'), merged: ['1-x'] }], options)).toEqual([]);
  });
});

describe('a database', () => {
  test('that another user has created is taken, without the right to create one', async () => {
    const { remote, all } = open(({ method }) => (method === 'GET' ? { db_name: 'marquee' } : 401));
    await remote.create(options);
    expect(all.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /marquee']);
  });

  test('that two devices create at once is there', async () => {
    await open(({ method }) => (method === 'GET' ? 404 : 412)).remote.create(options);
  });

  test('is not on a server that takes every file', async () => {
    const { remote } = open(({ method }) => (method === 'GET' ? 404 : ''));
    await expect(remote.create(options)).rejects.toMatchObject({ code: 'not-a-remote' });
  });

  test.each([
    [{ db_name: 'marquee', sizes: { file: 700, active: 300 }, disk_size: 1 }, 700],
    [{ db_name: 'marquee', disk_size: 500 }, 500],
    [{ db_name: 'marquee' }, null],
  ])('of %o has the size %s', async (content, size) => {
    expect(await open(() => content).remote.size(options)).toBe(size);
  });
});

describe('what is removed', () => {
  const isOwn = ({ id, body }: { id: string; body: unknown }): boolean =>
    id !== 'theirs' && body !== undefined;
  const own = { first: 'marquee-sync', isOwn };

  /** A server with so many of our documents and perhaps one of others, whose user may delete databases or not. */
  function openDatabase({
    count,
    hasOthers,
    mayDelete,
  }: {
    count: number;
    hasOthers: boolean;
    mayDelete: boolean;
  }) {
    const ids = Array.from({ length: count }, (_none, at) => `entries:${String(at).padStart(5, '0')}`);
    const all = new Set([...ids, 'marquee-sync', ...(hasOthers ? ['theirs'] : [])]);
    return {
      left: all,
      ...open(({ method, path, body }) => {
        if (method === 'DELETE') return mayDelete ? { ok: true } : 401;
        if (path.endsWith('/_compact')) return 401;
        for (const { _id: id } of body.docs ?? []) all.delete(id);
        if (method === 'POST') return (body.docs ?? []).map(({ _id: id }) => ({ id, rev: '2-b' }));
        const query = new URL(`https://x${path}`).searchParams;
        const start = JSON.parse(query.get('startkey') ?? '""') as string;
        const rows = [...all].sort().filter((id) => id >= start);
        const page = rows.slice(0, Number(query.get('limit')));
        return {
          rows: page.map((id) => ({ id, value: { rev: '1-a' }, doc: { _id: id, _rev: '1-a', body: {} } })),
        };
      }),
    };
  }

  test('is the whole database where all of its documents are ours', async () => {
    const { remote, all } = openDatabase({ count: 500, hasOthers: false, mayDelete: true });
    await remote.removeOwn(own, options);
    expect(all.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'DELETE']);
  });

  test.each([
    ['has others', true, true],
    ['may not be deleted by this user', false, false],
  ])(
    'is our documents where the database %s, what others need first',
    async (_what, hasOthers, mayDelete) => {
      const { remote, all, left } = openDatabase({ count: 1500, hasOthers, mayDelete });
      await remote.removeOwn(own, options);
      expect([...left]).toEqual(hasOthers ? ['theirs'] : []);
      expect(all.some(({ method }) => method === 'DELETE')).toBe(!hasOthers);
      const written = all.flatMap(({ body }) => body.docs ?? []);
      expect(written[0]).toEqual({ _id: 'marquee-sync', _rev: '1-a', _deleted: true });
      expect(written).toHaveLength(1501);
      expect(all.at(-1)?.path).toBe('/marquee/_compact');
    },
  );

  test('is nothing where there is no database', async () => {
    const { remote, all } = open(() => 404);
    await remote.removeOwn(own, options);
    expect(all.map(({ method }) => method)).toEqual(['GET']);
  });

  test('says why where the server is broken', async () => {
    const { remote } = open(({ method }) => (method === 'GET' ? { rows: [] } : 500));
    await expect(remote.removeOwn(own, options)).rejects.toMatchObject({ code: 'broken' });
  });

  test.each([403, 404, 500, 503])('is removed also where compaction is answered with %i', async (status) => {
    const { remote, all } = open(({ method, path }) => {
      if (path.endsWith('/_compact')) return status;
      return method === 'GET' ? { rows: [] } : 403;
    });
    await remote.removeOwn(own, options);
    await remote.compact(options);
    expect(all.filter(({ path }) => path.endsWith('/_compact'))).toHaveLength(2);
  });

  test('is not compacted once a call is no longer wanted', async () => {
    const { remote } = open(() => {
      throw new TypeError('no longer wanted');
    });
    const compacting = remote.compact({ signal: AbortSignal.abort() });
    await expect(compacting).rejects.toMatchObject({ code: 'aborted' });
  });

  test.each([
    ['forbidden', 'forbidden'],
    ['conflict', 'bad-answer'],
  ])('is not removed where a document stays that is refused as %s', async (error, code) => {
    const left = new Set(['entries:1', 'entries:2', 'marquee-sync']);
    const { remote } = open(({ method, path, body }) => {
      if (method === 'DELETE') return 403;
      if (path.endsWith('/_compact')) return { ok: true };
      if (method === 'GET')
        return {
          rows: [...left].map((id) => ({
            id,
            value: { rev: '1-a' },
            doc: { _id: id, _rev: '1-a', body: {} },
          })),
        };
      return (body.docs ?? []).map(({ _id: id }) => {
        if (id === 'entries:1') return { id, error };
        left.delete(id);
        return { id, rev: '2-b' };
      });
    });
    await expect(remote.removeOwn(own, options)).rejects.toMatchObject({ code });
    expect([...left]).toEqual(['entries:1']);
  });

  test('is only what holds what we write', async () => {
    const left = new Set(['marquee-sync', 'device:lamp0001']);
    const { remote, all } = open(({ method, path, body }) => {
      if (path.endsWith('/_compact')) return { ok: true };
      for (const { _id: id } of body.docs ?? []) left.delete(id);
      if (method === 'POST') return (body.docs ?? []).map(({ _id: id }) => ({ id, rev: '2-b' }));
      const holds = (id: string): object => (id === 'marquee-sync' ? { body: {} } : { isOn: true });
      return {
        rows: [...left].map((id) => ({
          id,
          value: { rev: '1-a' },
          doc: { _id: id, _rev: '1-a', ...holds(id) },
        })),
      };
    });
    await remote.removeOwn({ first: 'marquee-sync', isOwn: ({ body }) => body !== undefined }, options);
    expect([...left]).toEqual(['device:lamp0001']);
    expect(all.some(({ method }) => method === 'DELETE')).toBe(false);
  });
});
