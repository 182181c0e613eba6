import type { SourceFetch } from '../types.ts';

/** What a server in a test answers. */
export interface Reply {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** 200 with JSON, or with a text as it stands. */
export function reply(body: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, body: typeof body === 'string' ? body : JSON.stringify(body), headers };
}

/** A server that answers by the first part of an address that fits; 404 for any other. It remembers what was asked. */
export function makeServer(routes: Record<string, Reply>) {
  const asked: { url: string; headers: Record<string, string> }[] = [];
  const fetch: SourceFetch = (url, { headers = {} }) => {
    asked.push({ url, headers });
    const part = Object.keys(routes).find((one) => url.includes(one));
    const {
      status,
      body,
      headers: own = {},
    } = (part !== undefined && routes[part]) || { status: 404, body: '' };
    return Promise.resolve({ status, text: body, header: (name) => own[name.toLowerCase()] ?? null });
  };
  return { fetch, asked };
}
