import type { RequestListener } from 'node:http';
// @ts-expect-error It has no types.
import untypedExpressPouchdb from 'express-pouchdb';
// @ts-expect-error It has no types.
import untypedMemoryAdapter from 'pouchdb-adapter-memory';
// @ts-expect-error It has no types.
import untypedPouchdb from 'pouchdb-core';
import { serveOnLoopback } from './loopback.ts';
import type { TestServer } from './webdav-server.ts';

interface PouchdbClass {
  plugin: (adapter: unknown) => PouchdbClass;
  defaults: (options: { adapter: 'memory' }) => PouchdbClass;
}

const pouchdb = (untypedPouchdb as PouchdbClass).plugin(untypedMemoryAdapter);
const expressPouchdb = untypedExpressPouchdb as (
  databases: PouchdbClass,
  options: { mode: 'minimumForPouchDB'; inMemoryConfig: true; logPath: string },
) => RequestListener;

const user = 'jörg';
const password = 'geheim: ß€+/';

const kept = globalThis as { couchHandle?: RequestListener };

/** One for a process, also after a test has reset all modules: a second one of these loses the databases of both. */
const findHandle = (): RequestListener =>
  (kept.couchHandle ??= expressPouchdb(pouchdb.defaults({ adapter: 'memory' }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: '/dev/null',
  }));

/** Starts npm's `express-pouchdb` on a free port, in memory. Its own authorization crashes, so this one is in front of it. */
export async function startCouchServer(): Promise<TestServer> {
  const handle = findHandle();
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const server = await serveOnLoopback((request, response) => {
    if (request.headers.authorization === expected) return handle(request, response);
    response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"error":"unauthorized"}');
  });
  return {
    ...server,
    // Servers of one process share their databases.
    access: () => ({
      address: `http://127.0.0.1:${server.port}/marquee-${crypto.randomUUID()}`,
      user,
      password,
    }),
  };
}
