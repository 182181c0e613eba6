// Remotes in Chromium: a folder of its own file system, and its `fetch`, which has ways of its own with redirects, passwords
// and answers that are cut off.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RemoteError, type RemoteErrorCode } from '../../lib/sync/remotes/errors.ts';
import type { ServerAccess } from '../../lib/sync/remotes/http.ts';
import { startCouchServer } from '../../lib/sync/remotes/testing/couchdb-server.ts';
import { describeFileRemote } from '../../lib/sync/remotes/testing/file-contract.ts';
import { serveOnLoopback, type LoopbackServer } from '../../lib/sync/remotes/testing/loopback.ts';
import { startWebdavServer, type TestServer } from '../../lib/sync/remotes/testing/webdav-server.ts';
import type { CallOptions, DocumentRemote, FileRemote } from '../../lib/sync/remotes/types.ts';
import { fromBase64, toBase64 } from '../../lib/text/bytes.ts';
import { findTestBrowser } from '../../scripts/browsers.ts';
import { bundleForPage } from './bundle.ts';
import type { Outcome } from './remotes-script.ts';

const options = { signal: new AbortController().signal };

const profile = mkdtempSync(join(tmpdir(), 'marquee-remotes-'));
let context: BrowserContext;
let page: Page;
let blank: LoopbackServer;
let webdav: TestServer;
let couch: TestServer;

beforeAll(async () => {
  blank = await serveOnLoopback((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Remotes</title>');
  });
  [webdav, couch] = await Promise.all([startWebdavServer(), startCouchServer()]);
  context = await chromium.launchPersistentContext(profile, {
    executablePath: findTestBrowser().path,
    // As an extension with permission for the server: without the rules for pages.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-web-security'],
  });
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${blank.port}/`);
  await page.evaluate(await bundleForPage('tests/e2e/remotes-script.ts', 'remotes'));
});

afterAll(async () => {
  await context.close();
  await Promise.all([blank.stop(), webdav.stop(), couch.stop()]);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const toCode = (...args: unknown[]): string => args.map((arg) => JSON.stringify(arg)).join(', ');

/** Calls a remote in the page, as if it were here. */
async function call(
  remote: number,
  method: string,
  args: unknown[],
  { signal }: CallOptions,
): Promise<unknown> {
  const code = toCode(remote, method, JSON.stringify(args), signal.aborted);
  const json = await page.evaluate<string>(`remotes.call(${code})`);
  const outcome = JSON.parse(json) as Outcome;
  if ('value' in outcome) return outcome.value;
  throw new RemoteError(outcome.code as RemoteErrorCode, method, { status: outcome.status ?? undefined });
}

const openInPage = (kind: 'folder' | 'webdav' | 'couchdb', access: ServerAccess | null): Promise<number> =>
  page.evaluate<number>(`remotes.open(${toCode(kind, access)})`);

async function openFiles(kind: 'folder' | 'webdav', access: ServerAccess | null): Promise<FileRemote> {
  const remote = await openInPage(kind, access);
  return {
    kind: 'files',
    list: async (folder, given) =>
      (await call(remote, 'list', [folder], given)) as Awaited<ReturnType<FileRemote['list']>>,
    get: async (path, given) => {
      const { bytes } = (await call(remote, 'get', [path], given)) as { bytes: string };
      return fromBase64(bytes) ?? new Uint8Array();
    },
    put: async (path, bytes, given) =>
      void (await call(remote, 'put', [path, { bytes: toBase64(bytes) }], given)),
    remove: async (path, given) => void (await call(remote, 'remove', [path], given)),
  };
}

describeFileRemote('a folder in Chromium', () => openFiles('folder', null));

describeFileRemote('WebDAV in Chromium', async () => {
  const remote = await openFiles('webdav', webdav.access());
  await remote.put('first', new Uint8Array([1]), options);
  await remote.remove('first', options);
  return remote;
});

describe('CouchDB in Chromium', () => {
  test('writes and reads rows', async () => {
    const remote = await openInPage('couchdb', couch.access());
    const ask = (method: string, ...args: unknown[]) => call(remote, method, args, options);
    await ask('create');
    const row = { id: 'films:größe', revision: null, body: { title: '映画' }, merged: [] };
    expect(await ask('put', [row])).toEqual([]);
    expect(await ask('put', [row])).toEqual(['films:größe']);
    type Changes = Awaited<ReturnType<DocumentRemote['changes']>>;
    const { documents } = (await ask('changes', null, { limit: 10 })) as Changes;
    expect(documents).toMatchObject([{ id: 'films:größe', body: { title: '映画' }, conflicts: [] }]);
    await ask('compact');
    expect(await ask('get', ['films:größe'])).toMatchObject(documents);
  });
});

describe('the `fetch` of Chromium', () => {
  test('asks nobody for a password', async () => {
    const remote = await openFiles('webdav', { ...webdav.access(), password: 'wrong' });
    await expect(remote.list('', options)).rejects.toMatchObject({ code: 'refused', status: 401 });
  });

  test('carries neither a request nor a password to another server', async () => {
    const asked: string[] = [];
    const other = await serveOnLoopback((request, response) => {
      asked.push(request.headers.authorization ?? 'nothing');
      response.end();
    });
    const sender = await serveOnLoopback((request, response) => {
      response.writeHead(307, { Location: `http://127.0.0.1:${other.port}${request.url}` }).end();
    });
    const access = { address: `http://127.0.0.1:${sender.port}/dav`, user: 'me', password: 'secret' };
    const remote = await openFiles('webdav', access);
    const redirected = { code: 'redirected' };
    await expect(remote.list('', options)).rejects.toMatchObject(redirected);
    await expect(remote.get('a', options)).rejects.toMatchObject(redirected);
    await expect(remote.put('a', new Uint8Array(1), options)).rejects.toMatchObject(redirected);
    await expect(remote.remove('a', options)).rejects.toMatchObject(redirected);
    expect(asked).toEqual([]);
    await Promise.all([other.stop(), sender.stop()]);
  });

  test('makes an error of an answer that is cut off, and of a server that is gone', async () => {
    const server = await serveOnLoopback((_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('half', () => response.destroy());
    });
    const access = { address: `http://127.0.0.1:${server.port}/dav`, user: '', password: '' };
    const remote = await openFiles('webdav', access);
    await expect(remote.get('a', options)).rejects.toMatchObject({ code: 'unreachable' });
    await server.stop();
    await expect(remote.get('a', options)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
