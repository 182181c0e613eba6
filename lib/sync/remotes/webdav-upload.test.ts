import { describe, expect, test } from 'vitest';
import { isTemporaryName } from './paths.ts';
import { createWebdavRemote } from './webdav.ts';

const options = { signal: new AbortController().signal };
const bytes = new Uint8Array([1, 2, 3]);

type Answer = (method: string, path: string) => number;

/** A remote of a server that answers with a status by method and path, and the requests that it got. */
function open(answer: Answer) {
  const requests: string[] = [];
  const remote = createWebdavRemote(
    { address: 'https://cloud.example/dav/Marquee/', user: 'me', password: 'secret' },
    {
      fetch: (url, init) => {
        const { pathname } = new URL(url as string);
        const method = init?.method ?? 'GET';
        const shown = pathname.replace(/\.[0-9a-f]{12}\.tmp$/, '.TMP');
        requests.push(`${method} ${shown.replace('/dav/Marquee/', '')}`);
        const status = answer(method, shown);
        return Promise.resolve(new Response(null, { status }));
      },
      now: () => 0,
      isOnline: () => true,
    },
  );
  return { remote, requests };
}

const isTemporary = (path: string): boolean => path.endsWith('.TMP');

describe('an upload', () => {
  test('goes to another name and is moved; the folder is made once', async () => {
    const { remote, requests } = open(() => 201);
    await remote.put('log/a', bytes, options);
    await remote.put('log/b', bytes, options);
    expect(requests).toEqual([
      'MKCOL log/',
      'PUT log/a.TMP',
      'MOVE log/a.TMP',
      'PUT log/b.TMP',
      'MOVE log/b.TMP',
    ]);
  });

  test.each([207, 400, 403, 405, 415, 501, 502])(
    'goes to its own name, and the next one at once, where MOVE is answered with %i',
    async (status) => {
      const { remote, requests } = open((method) => (method === 'MOVE' ? status : 201));
      await remote.put('log/a', bytes, options);
      await remote.put('log/b', bytes, options);
      const cleared = status === 207 ? [] : ['DELETE log/a.TMP'];
      expect(requests).toEqual([
        'MKCOL log/',
        'PUT log/a.TMP',
        'MOVE log/a.TMP',
        ...cleared,
        'PUT log/a',
        'PUT log/b',
      ]);
    },
  );

  test.each([404, 409, 412, 500])(
    'goes to its own name this once where MOVE is answered with %i',
    async (status) => {
      const { remote, requests } = open((method) => (method === 'MOVE' ? status : 201));
      await remote.put('log/a', bytes, options);
      await remote.put('log/b', bytes, options);
      expect(requests.filter((request) => request.startsWith('MOVE'))).toHaveLength(2);
      expect(requests).toContain('PUT log/b');
    },
  );

  test('goes to its own name where other names are forbidden', async () => {
    const { remote, requests } = open((method, path) => (method === 'PUT' && isTemporary(path) ? 403 : 201));
    await remote.put('log/a', bytes, options);
    await remote.put('log/b', bytes, options);
    expect(requests).toEqual(['MKCOL log/', 'PUT log/a.TMP', 'PUT log/a', 'PUT log/b']);
  });

  test('does not forget that a server moves files because it is down for a moment', async () => {
    let isDown = true;
    const { remote, requests } = open((method) => (isDown && method !== 'MKCOL' ? 502 : 201));
    await expect(remote.put('log/a', bytes, options)).rejects.toMatchObject({ code: 'broken' });
    isDown = false;
    await remote.put('log/a', bytes, options);
    expect(requests.slice(-2)).toEqual(['PUT log/a.TMP', 'MOVE log/a.TMP']);
  });

  test.each([
    [401, 'refused'],
    [413, 'too-large'],
    [423, 'locked'],
    [429, 'too-many'],
    [503, 'broken'],
    [507, 'full'],
  ])('ends with the first %i, without asking again', async (status, code) => {
    const { remote, requests } = open((method) => (method === 'PUT' ? status : 201));
    await expect(remote.put('log/a', bytes, options)).rejects.toMatchObject({ code });
    expect(requests).toEqual(['MKCOL log/', 'PUT log/a.TMP']);
  });
});

test('a server in Go whose disk is full is broken; it is a remote', async () => {
  const { remote } = open((method) => (method === 'PUT' ? 405 : 201));
  await expect(remote.put('log/a', bytes, options)).rejects.toMatchObject({ code: 'broken', status: 405 });
});

describe('the folders above a file', () => {
  test('are made from the first that is missing, up to the chosen one and above', async () => {
    const there = new Set(['/', '/dav/']);
    const { remote, requests } = open((method, path) => {
      const parent = path.replace(/[^/]+\/?$/, '');
      if (!there.has(parent)) return 409;
      if (method !== 'MKCOL') return 201;
      if (there.has(path)) return 405;
      there.add(path);
      return 201;
    });
    await remote.put('log/one/a', bytes, options);
    expect(requests).toEqual([
      'MKCOL log/one/',
      'MKCOL log/',
      'MKCOL ',
      'MKCOL log/',
      'MKCOL log/one/',
      'PUT log/one/a.TMP',
      'MOVE log/one/a.TMP',
    ]);
  });

  test('may be there although the server forbids to make them', async () => {
    const { remote } = open((method) => (method === 'MKCOL' ? 403 : 201));
    await remote.put('log/a', bytes, options);
  });

  test('that cannot be made are the reason why a file is not written', async () => {
    const { remote } = open((method) => (method === 'MKCOL' ? 403 : 409));
    await expect(remote.put('log/a', bytes, options)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('do not go beyond the root of the server', async () => {
    const { remote, requests } = open(() => 404);
    await expect(remote.put('log/a', bytes, options)).rejects.toMatchObject({ code: 'not-found' });
    expect(requests.length).toBeLessThan(20);
  });

  test.each([
    [401, 'refused'],
    [429, 'too-many'],
    [503, 'broken'],
  ])('are not asked for again after a %i', async (status, code) => {
    const { remote, requests } = open(() => status);
    await expect(remote.put('log/a', bytes, options)).rejects.toMatchObject({ code });
    expect(requests).toEqual(['MKCOL log/']);
  });
});

describe('deleting', () => {
  test('asks again with a slash where a server redirects from a folder', async () => {
    const { remote, requests } = open((_method, path) => (path.endsWith('/') ? 204 : 301));
    await remote.remove('log', options);
    expect(requests).toEqual(['DELETE log', 'DELETE log/']);
  });

  test('throws why something in the folder was not deleted', async () => {
    const entries = (status: string) =>
      `<multistatus><response><href>/dav/Marquee/log/a</href><status>HTTP/1.1 ${status}</status></response></multistatus>`;
    const answer = (status: string) =>
      createWebdavRemote(
        { address: 'https://cloud.example/dav/Marquee/', user: '', password: '' },
        {
          fetch: () => Promise.resolve(new Response(entries(status), { status: 207 })),
          now: () => 0,
          isOnline: () => true,
        },
      );
    await expect(answer('423 Locked').remove('log', options)).rejects.toMatchObject({ code: 'locked' });
    await answer('404 Not Found').remove('log', options);
  });
});

test('a name that was not moved is known as such', () => {
  expect(isTemporaryName('1-a.seg.0123456789ab.tmp')).toBe(true);
  expect(isTemporaryName('1-a.seg')).toBe(false);
  expect(isTemporaryName('notes.tmp')).toBe(false);
});
