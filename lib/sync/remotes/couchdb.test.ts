import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCouchRemote } from './couchdb.ts';
import type { ServerAccess } from './http.ts';
import { startCouchServer } from './testing/couchdb-server.ts';
import { describeDocumentRemote } from './testing/document-contract.ts';
import { nodeTools, type TestServer } from './testing/webdav-server.ts';

const options = { signal: new AbortController().signal };

let server: TestServer;
beforeAll(async () => {
  server = await startCouchServer();
});
// The server prints that a database is missing.
beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());
afterAll(() => server.stop());

async function post({ address, user, password }: ServerAccess, path: string, body: object): Promise<void> {
  const headers = {
    Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    'Content-Type': 'application/json',
  };
  const answer = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(201);
}

let revisions = 0;
const replicateRevision = (access: ServerAccess, id: string, body: object): Promise<void> => {
  revisions += 1;
  const docs = [{ _id: id, _rev: `1-${revisions.toString(16).padStart(32, '0')}`, body }];
  return post(access, '/_bulk_docs', { new_edits: false, docs });
};

async function open() {
  const access = server.access();
  const remote = createCouchRemote(access, nodeTools);
  await remote.create(options);
  return {
    access,
    remote,
    other: createCouchRemote(access, nodeTools),
    addConflict: (id: string, body: object) => replicateRevision(access, id, body),
  };
}

describeDocumentRemote('CouchDB', open);

describe('a server of CouchDB', () => {
  test('refuses a wrong password', async () => {
    const remote = createCouchRemote({ ...server.access(), password: 'wrong' }, nodeTools);
    await expect(remote.create(options)).rejects.toMatchObject({ code: 'refused', status: 401 });
  });

  test('may have documents that are not ours, which are passed over', async () => {
    const { access, remote } = await open();
    await post(access, '/_bulk_docs', {
      docs: [
        { _id: '_design/views', views: {} },
        { _id: 'theirs', title: 'A shopping list' },
      ],
    });
    await remote.put([{ id: 'ours', revision: null, body: { v: 1 }, merged: [] }], options);
    const { documents } = await remote.changes(null, { ...options, limit: 10 });
    expect(documents.map(({ id }) => id)).toEqual(['ours']);
    expect((await remote.get(['theirs', 'ours'], options)).map(({ id }) => id)).toEqual(['ours']);
  });

  test('is not taken for one when only its root is named', async () => {
    const { address, ...who } = server.access();
    const remote = createCouchRemote({ address: new URL('/', address).href, ...who }, nodeTools);
    await expect(remote.create(options)).rejects.toMatchObject({ code: 'not-a-remote' });
  });
});
