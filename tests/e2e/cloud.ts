// A server of this machine at the address of a cloud, which can be down, full or slow.
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ServerAccess } from '../../lib/sync/remotes/http.ts';
import { startWebdavServer, type TestServer } from '../../lib/sync/remotes/testing/webdav-server.ts';
import { cloudHost, type SiteServer } from '../site/server.ts';

/** A cloud, with what goes wrong there. */
export interface Cloud {
  /** How to reach a folder or database that is not there yet, another one each time. */
  access: () => ServerAccess;
  /** How a test reaches the same past the browser. */
  direct: (access: ServerAccess) => ServerAccess;
  /** Whether it closes every connection. */
  isDown: boolean;
  /** Whether it has no room: 507. */
  isFull: boolean;
  /** The methods and paths of the requests so far. */
  requests: string[];
  stop: () => Promise<void>;
}

/** Lets the site's server hand a server what is for the cloud: a WebDAV server, unless another is given. */
export async function startCloud(site: SiteServer, given?: TestServer): Promise<Cloud> {
  const server = given ?? (await startWebdavServer());
  const { port } = new URL(server.access().address);
  const cloud: Cloud = {
    access: () => {
      const { address, user, password } = server.access();
      return { address: `https://${cloudHost}${new URL(address).pathname}`, user, password };
    },
    direct: (access) => ({
      ...access,
      address: `http://127.0.0.1:${port}${new URL(access.address).pathname}`,
    }),
    isDown: false,
    isFull: false,
    requests: [],
    stop: () => server.stop(),
  };
  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url: path, headers } = request;
    const asked = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  };
  site.hand(cloudHost, (request, response) => {
    cloud.requests.push(`${request.method} ${request.url}`);
    if (cloud.isDown) return void request.destroy();
    const isRoomNeeded = request.method === 'PUT' || request.method === 'MOVE' || request.method === 'MKCOL';
    if (cloud.isFull && isRoomNeeded) {
      request.resume();
      response.writeHead(507).end();
      return;
    }
    forward(request, response);
  });
  return cloud;
}
