import type { RequestListener } from 'node:http';
import { v2 } from 'webdav-server';
import type { NetworkTools, ServerAccess } from '../http.ts';
import { serveOnLoopback, type LoopbackServer } from './loopback.ts';

/** What remotes need of the browser, as Node has it. */
export const nodeTools: NetworkTools = {
  fetch: (input, init) => fetch(input, init),
  now: Date.now,
  isOnline: () => true,
};

/** A server on this machine which asks for a name and a password. */
export interface TestServer extends LoopbackServer {
  /** How to reach a folder or a database that is not there yet, another one each time. */
  access: () => ServerAccess;
}

const user = 'jörg';
/** Without what makes a plus sign, a slash or a colon of it: the server does not read those. */
const password = 'geheim-ß';

/** Starts npm's `webdav-server` on a free port, in memory. */
export async function startWebdavServer(): Promise<TestServer> {
  const users = new v2.SimpleUserManager();
  const privileges = new v2.SimplePathPrivilegeManager();
  privileges.setRights(users.addUser(user, password, false), '/', ['all']);
  const files = new v2.WebDAVServer({
    requireAuthentification: true,
    httpAuthentication: new v2.HTTPBasicAuthentication(users, 'test'),
    privilegeManager: privileges,
  });
  // Its types say `any`.
  const { executeRequest } = files as { executeRequest: RequestListener };
  const server = await serveOnLoopback(executeRequest.bind(files));
  let folders = 0;
  return {
    ...server,
    access: () => {
      folders += 1;
      return { address: `http://127.0.0.1:${server.port}/Öffentlich & mehr/${folders}`, user, password };
    },
  };
}
