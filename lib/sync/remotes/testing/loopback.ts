import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port on which a server listens from now on: a free one, unless one is given. */
export const listen = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Ends a server, and cuts off all that it is doing. */
export const endServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** A server on this machine. */
export interface LoopbackServer {
  port: number;
  /** Cuts off all that it is doing, and listens again. What it has stored stays. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Serves on a free port of the loopback address. */
export async function serveOnLoopback(handle: RequestListener): Promise<LoopbackServer> {
  let server = createServer(handle);
  const port = await listen(server);
  return {
    port,
    restart: async () => {
      await endServer(server);
      server = createServer(handle);
      await listen(server, port);
    },
    stop: () => endServer(server),
  };
}
