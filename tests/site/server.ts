// Serves the sample site, and any page that a test adds at any address, over https on this machine.
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import { filmHost } from './film-layout.ts';
import { serveFilmSite } from './film-site.ts';
import { htmlResponse, type Handler, type SiteResponse } from './page.ts';
import { blogHost, serveReviewBlog } from './review-blog.ts';

export const sampleHosts = [filmHost, blogHost];
/** Where tests of sync put a WebDAV server. */
export const cloudHost = 'cloud.marquee.example';

export interface SiteServer {
  httpsPort: number;
  httpPort: number;
  /** Every requested address, in order. */
  requests: string[];
  /** Adds a page at an address of any host. */
  put(url: string, page: string | SiteResponse): void;
  /** Adds a handler for a host that the sample site has none for. */
  serve(host: string, handler: Handler): void;
  /** Hands every request for a host, with its method and body, to a listener. */
  hand(host: string, listener: RequestListener): void;
  /** Closes every connection, old and new, until it is called with false. */
  setOffline(isOffline: boolean): void;
  close(): Promise<void>;
}

const ownHandlers: Record<string, Handler> = { [filmHost]: serveFilmSite, [blogHost]: serveReviewBlog };

/** Starts the server. A browser must send the hosts here: see `formatResolverRules`. */
export async function startSite(ports: { https?: number; http?: number } = {}): Promise<SiteServer> {
  const pages = new Map<string, SiteResponse>();
  const requests: string[] = [];
  const handlers = new Map(Object.entries(ownHandlers));
  const listeners = new Map<string, RequestListener>();
  let isOffline = false;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);
    requests.push(url.href);
    const listener = listeners.get(url.hostname);
    if (listener) return listener(request, response);
    const put = pages.get(url.href) ?? pages.get(url.origin + url.pathname);
    const made = put ?? (await handlers.get(url.hostname)?.({ url, headers: request.headers }));
    send(response, made ?? notFound(url));
  };
  const certificate = await generate([{ name: 'commonName', value: '*.marquee.example' }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'subjectAltName', altNames: sampleHosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const https = createHttps({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  const http = createHttp((request, response) => {
    const location = `https://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`;
    send(response, { status: 308, headers: { location }, body: '' });
  });
  for (const server of [https, http])
    server.on('connection', (socket: Socket) => {
      if (isOffline) socket.destroy();
    });
  return {
    httpsPort: await listen(https, ports.https),
    httpPort: await listen(http, ports.http),
    requests,
    serve: (host, handler) => void handlers.set(host, handler),
    hand: (host, listener) => void listeners.set(host, listener),
    setOffline(wanted) {
      isOffline = wanted;
      if (wanted) for (const server of [https, http]) server.closeAllConnections();
    },
    put: (url, page) => void pages.set(url, typeof page === 'string' ? htmlResponse(page) : page),
    close: async () => {
      await Promise.all([https, http].map(closeServer));
    },
  };
}

/** Returns Chromium's flag that maps every host to the site server. */
export function formatResolverRules({
  httpsPort,
  httpPort,
}: Pick<SiteServer, 'httpsPort' | 'httpPort'>): string {
  return (
    `--host-resolver-rules=MAP *:443 127.0.0.1:${httpsPort}, MAP *:80 127.0.0.1:${httpPort}, ` +
    'EXCLUDE localhost, EXCLUDE 127.0.0.1'
  );
}

function notFound(url: URL): SiteResponse {
  return htmlResponse(`<!doctype html><title>Not found</title><p>Nothing at ${encodeURI(url.pathname)}`, 404);
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: SiteResponse): void {
  response.writeHead(status, headers);
  response.end(body);
}

function listen(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
