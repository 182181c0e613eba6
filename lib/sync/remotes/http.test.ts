import { describe, expect, test, vi } from 'vitest';
import type { NetworkTools } from './http.ts';
import { maxFileBytes } from './types.ts';
import { createWebdavRemote } from './webdav.ts';

const options = { signal: new AbortController().signal };
const access = { address: 'https://cloud.example/dav?x=1#y', user: 'jörg', password: 'a:ß€' };
const start = Date.UTC(2027, 0, 5, 10);

function open(fetch: NetworkTools['fetch'], { isOnline = true, address = access.address } = {}) {
  return createWebdavRemote({ ...access, address }, { fetch, now: () => start, isOnline: () => isOnline });
}

const answer = (body: BodyInit | null, init?: ResponseInit): NetworkTools['fetch'] => {
  // Each request gets an answer of its own: a body can be read once.
  return () => Promise.resolve(new Response(body, init));
};

describe('a request', () => {
  test('says who asks, in UTF-8, and sends no cookies', async () => {
    const fetch = vi.fn<NetworkTools['fetch']>(answer('bytes'));
    await open(fetch).get('log/a b', options);
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('https://cloud.example/dav/log/a%20b');
    expect(init).toMatchObject({ method: 'GET', credentials: 'omit', redirect: 'manual', cache: 'no-store' });
    const { authorization } = Object.fromEntries(new Headers(init?.headers));
    expect(Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString()).toBe('jörg:a:ß€');
  });

  test('says nothing of a user where there is none', async () => {
    const fetch = vi.fn<NetworkTools['fetch']>(answer('bytes'));
    const remote = createWebdavRemote(
      { address: 'http://nas.example', user: '', password: '' },
      { fetch, now: () => start, isOnline: () => true },
    );
    await remote.get('a', options);
    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).has('authorization')).toBe(false);
  });

  test.each(['ftp://cloud.example', 'cloud.example/dav', 'javascript:alert(1)', ''])(
    'is not sent to "%s"',
    (address) => {
      const fetch = vi.fn<NetworkTools['fetch']>();
      expect(() => open(fetch, { address })).toThrow(
        expect.objectContaining({ code: 'not-a-remote' }) as Error,
      );
    },
  );

  test('does not carry credentials of the address into it', async () => {
    const fetch = vi.fn<NetworkTools['fetch']>(answer('bytes'));
    await open(fetch, { address: 'https://other:secret@cloud.example/dav' }).get('a', options);
    expect(fetch.mock.calls[0]?.[0]).toBe('https://cloud.example/dav/a');
  });
});

describe('an answer', () => {
  test.each([
    [301, 'redirected'],
    [302, 'redirected'],
    [307, 'redirected'],
    [400, 'bad-answer'],
    [401, 'refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'not-a-remote'],
    [410, 'not-found'],
    [413, 'too-large'],
    [423, 'locked'],
    [429, 'too-many'],
    [500, 'broken'],
    [501, 'not-a-remote'],
    [502, 'broken'],
    [503, 'broken'],
    [507, 'full'],
    [509, 'too-many'],
    [511, 'not-a-remote'],
    [206, 'bad-answer'],
  ])('with the status %i is %s', async (status, code) => {
    const remote = open(answer('<html>words for people</html>'.slice(status === 206 ? 6 : 0), { status }));
    await expect(remote.get('a', options)).rejects.toMatchObject({ code, status });
    await expect(remote.list('', options)).rejects.toMatchObject({ code, status });
  });

  test('of a redirect that the browser hides is `redirected`', async () => {
    const hidden = new Response(null);
    Object.defineProperties(hidden, {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    });
    const remote = open(() => Promise.resolve(hidden));
    await expect(remote.get('a', options)).rejects.toMatchObject({ code: 'redirected' });
    await expect(remote.put('a', new Uint8Array(1), options)).rejects.toMatchObject({ code: 'redirected' });
    await expect(remote.remove('a', options)).rejects.toMatchObject({ code: 'redirected' });
  });

  test.each([
    [429, '120', start + 120_000],
    [503, 'Tue, 05 Jan 2027 10:05:00 GMT', start + 300_000],
    [503, 'soon', undefined],
    [500, null, undefined],
  ])('with the status %i and Retry-After %s says when to ask again', async (status, header, retryAt) => {
    const headers: HeadersInit = header === null ? {} : { 'retry-after': header };
    const remote = open(answer('', { status, headers }));
    const error: unknown = await remote.get('a', options).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status });
    expect((error as { retryAt?: number }).retryAt).toBe(retryAt);
  });

  test.each([
    ['says so', '<div>Welcome to the hotel</div>', 'text/html; charset=utf-8'],
    ['says nothing of its type', '\n<!DOCTYPE html><title>Log in</title>', ''],
    ['is said to be bytes', '\ufeff<html lang="en"><body>', 'application/octet-stream'],
  ])('that is a page which %s is not of a remote, whatever is asked', async (_what, body, type) => {
    const remote = open(answer(body, { status: 200, headers: { 'content-type': type } }));
    const code = 'not-a-remote';
    await expect(remote.get('a', options)).rejects.toMatchObject({ code });
    await expect(remote.list('', options)).rejects.toMatchObject({ code });
    await expect(remote.put('a', new Uint8Array(1), options)).rejects.toMatchObject({ code });
    await expect(remote.remove('a', options)).rejects.toMatchObject({ code });
  });

  test('that words "201 Created" as a page, as Apache does, is one of a remote', async () => {
    const page = '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><h1>Created</h1></html>';
    const remote = open(answer(page, { status: 201, headers: { 'content-type': 'text/html' } }));
    await remote.put('a', new Uint8Array(1), options);
  });

  test('of a file that a server calls a page by default is the file', async () => {
    const remote = open(answer('{"format":1}', { headers: { 'content-type': 'text/html' } }));
    expect(new TextDecoder().decode(await remote.get('a', options))).toBe('{"format":1}');
  });

  test.each([
    ['shorter', '7'],
    ['longer', '3'],
  ])('that is %s than it says was cut off', async (_what, length) => {
    const remote = open(answer('bytes', { headers: { 'content-length': length } }));
    await expect(remote.get('a', options)).rejects.toMatchObject({ code: 'bad-answer' });
  });

  test('that was compressed may have another length', async () => {
    const headers = { 'content-length': '3', 'content-encoding': 'gzip' };
    expect((await open(answer('bytes', { headers })).get('a', options)).length).toBe(5);
  });

  test('that is announced to be too large is not read', async () => {
    const cancel = vi.fn();
    const body = new ReadableStream({ cancel }, { highWaterMark: 0 });
    const remote = open(answer(body, { headers: { 'content-length': `${maxFileBytes + 1}` } }));
    await expect(remote.get('a', options)).rejects.toMatchObject({ code: 'too-large' });
    expect(cancel).toHaveBeenCalled();
  });
});

describe('no answer', () => {
  const fail: NetworkTools['fetch'] = () => Promise.reject(new TypeError('Failed to fetch'));

  test('is the network or the server', async () => {
    await expect(open(fail).get('a', options)).rejects.toMatchObject({ code: 'unreachable' });
    await expect(open(fail, { isOnline: false }).get('a', options)).rejects.toMatchObject({
      code: 'offline',
    });
  });

  test('is one that breaks off', async () => {
    let pieces = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        pieces += 1;
        if (pieces > 2) controller.error(new TypeError('network error'));
        else controller.enqueue(new Uint8Array(10));
      },
    });
    await expect(open(answer(body)).get('a', options)).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('is `aborted` when the call is stopped, before and while it is read', async () => {
    const controller = new AbortController();
    const fetch: NetworkTools['fetch'] = (_url, init) => {
      init?.signal?.throwIfAborted();
      const body = new ReadableStream({
        start: (stream) => {
          stream.enqueue(new Uint8Array(10));
          init?.signal?.addEventListener('abort', () => stream.error(init.signal?.reason));
        },
      });
      return Promise.resolve(new Response(body));
    };
    const remote = open(fetch);
    await expect(remote.get('a', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
    const reading = remote.get('a', { signal: controller.signal });
    setTimeout(() => controller.abort());
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
  });
});
