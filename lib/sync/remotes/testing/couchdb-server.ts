import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error It has no types.
import untypedExpressPouchdb from 'express-pouchdb';
// @ts-expect-error It has no types.
import untypedMemoryAdapter from 'pouchdb-adapter-memory';
// @ts-expect-error It has no types.
import untypedPouchdb from 'pouchdb-core';
import type { ServerAccess } from '../http.ts';

interface PouchdbClass {
  plugin: (adapter: unknown) => PouchdbClass;
  defaults: (options: { adapter: 'memory' }) => PouchdbClass;
}
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const pouchdb = (untypedPouchdb as PouchdbClass).plugin(untypedMemoryAdapter);
const expressPouchdb = untypedExpressPouchdb as (
  databases: PouchdbClass,
  options: { mode: 'minimumForPouchDB'; inMemoryConfig: true; logPath: string },
) => Handler;

/** A server on this machine that speaks CouchDB's API, in memory, which asks for a name and a password. */
export interface CouchServer {
  /** How to reach a database that is not there yet, another one each time. */
  access: () => ServerAccess;
  stop: () => Promise<void>;
}

const user = 'jörg';
const password = 'geheim: ß€+/';

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Starts npm's `express-pouchdb` on a free port. Its own authorization crashes, so this one is in front of it. */
export async function startCouchServer(): Promise<CouchServer> {
  const handle = expressPouchdb(pouchdb.defaults({ adapter: 'memory' }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: '/dev/null',
  });
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const server = createServer((request, response) => {
    if (request.headers.authorization === expected) return handle(request, response);
    response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"error":"unauthorized"}');
  });
  const port = await listen(server);
  let databases = 0;
  return {
    access: () => {
      databases += 1;
      return { address: `http://127.0.0.1:${port}/marquee-${process.pid}-${databases}`, user, password };
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
