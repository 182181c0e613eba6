import { request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pickFault, type Faults } from './faults.ts';
import { serveOnLoopback } from './loopback.ts';

/** What the proxy spoils: `shorten-download` sends half of a body as if that were all of it. */
export const faultKinds = [
  'cut-upload',
  'drop-reply',
  'answer-500',
  'answer-page',
  'cut-download',
  'shorten-download',
] as const;

type ProxyFault = (typeof faultKinds)[number];

/** A proxy on this machine in front of a server, which spoils some of what passes through it. */
export interface FaultyProxy {
  port: number;
  /** How often it spoiled what. */
  counts: Map<ProxyFault, number>;
  stop: () => Promise<void>;
}

interface Passed {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Sends a request on, or half of it. Null if no whole answer comes. */
function pass(incoming: IncomingMessage, body: Buffer, port: number, isCut: boolean): Promise<Passed | null> {
  return new Promise((resolve) => {
    const { method, url: path } = incoming;
    const headers = { ...incoming.headers, connection: 'close', 'content-length': `${body.length}` };
    delete headers['transfer-encoding'];
    const outgoing = sendRequest({ host: '127.0.0.1', port, method, path, headers, agent: false });
    let isAnswered = false;
    outgoing.on('error', () => resolve(null));
    outgoing.on('close', () => {
      if (!isAnswered) resolve(null);
    });
    outgoing.on('response', (answer) => {
      isAnswered = true;
      buffer(answer).then(
        (whole) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole }),
        () => resolve(null),
      );
    });
    if (!isCut) return void outgoing.end(body);
    outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
  });
}

function answer(response: ServerResponse, { status, headers, body }: Passed, fault: ProxyFault | null): void {
  const half = body.subarray(0, body.length / 2);
  const sent = { ...headers, connection: 'close' };
  delete sent['transfer-encoding'];
  if (body.length > 0) sent['content-length'] = `${fault === 'shorten-download' ? half.length : body.length}`;
  response.writeHead(status, sent);
  if (fault === 'cut-download') response.write(half, () => response.destroy());
  else response.end(fault === 'shorten-download' ? half : body);
}

/** Starts a proxy in front of the server that listens on a port of this machine. */
export async function startFaultyProxy(port: number, faults: Faults): Promise<FaultyProxy> {
  const counts = new Map<ProxyFault, number>();
  const server = await serveOnLoopback((incoming, response) => {
    const serve = async (): Promise<void> => {
      const body = await buffer(incoming);
      const fault = pickFault(faults, faultKinds);
      if (fault !== null) counts.set(fault, (counts.get(fault) ?? 0) + 1);
      if (fault === 'answer-500') return void response.writeHead(500).end('down');
      if (fault === 'answer-page')
        return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Log in</html>');
      const passed = await pass(incoming, body, port, fault === 'cut-upload');
      if (passed === null || fault === 'drop-reply') return void response.destroy();
      answer(response, passed, fault);
    };
    serve().catch(() => response.destroy());
  });
  return { port: server.port, counts, stop: server.stop };
}
