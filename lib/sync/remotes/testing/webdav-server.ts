import type { AddressInfo } from 'node:net';
import { v2 } from 'webdav-server';
import type { NetworkTools, ServerAccess } from '../http.ts';

/** What remotes need of the browser, as Node has it. */
export const nodeTools: NetworkTools = {
  fetch: (input, init) => fetch(input, init),
  now: Date.now,
  isOnline: () => true,
};

/** A WebDAV server on this machine, in memory, which asks for a name and a password. */
export interface WebdavServer {
  /** How to reach a folder that is not there yet, another one each time. */
  access: () => ServerAccess;
  stop: () => Promise<void>;
}

const user = 'jörg';
/** Without what makes a plus sign, a slash or a colon of it: the server does not read those. */
const password = 'geheim-ß';

/** Starts npm's `webdav-server` on a free port. */
export async function startWebdavServer(): Promise<WebdavServer> {
  const users = new v2.SimpleUserManager();
  const account = users.addUser(user, password, false);
  const privileges = new v2.SimplePathPrivilegeManager();
  privileges.setRights(account, '/', ['all']);
  const server = new v2.WebDAVServer({
    port: 0,
    hostname: '127.0.0.1',
    requireAuthentification: true,
    httpAuthentication: new v2.HTTPBasicAuthentication(users, 'test'),
    privilegeManager: privileges,
  });
  const started = await server.startAsync(0);
  const { port } = started.address() as AddressInfo;
  let folders = 0;
  return {
    access: () => {
      folders += 1;
      return { address: `http://127.0.0.1:${port}/Öffentlich & mehr/${folders}`, user, password };
    },
    stop: async () => {
      started.closeAllConnections();
      await server.stopAsync();
    },
  };
}
