import type { SourceFetch } from '../types.ts';

/** The reply of a test server. */
export interface Reply {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** Makes a reply with status 200: JSON, or a text unchanged. */
export function reply(body: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, body: typeof body === 'string' ? body : JSON.stringify(body), headers };
}

/**
 * Makes a test server. It replies by the first route that is part of the address, with 404 otherwise, and records the
 * requests.
 */
export function makeServer(routes: Record<string, Reply>) {
  const requests: { url: string; headers: Record<string, string> }[] = [];
  const fetch: SourceFetch = (url, { headers = {} }) => {
    requests.push({ url, headers });
    const part = Object.keys(routes).find((one) => url.includes(one));
    const {
      status,
      body,
      headers: own = {},
    } = (part !== undefined && routes[part]) || { status: 404, body: '' };
    return Promise.resolve({ status, text: body, header: (name) => own[name.toLowerCase()] ?? null });
  };
  return { fetch, requests };
}
