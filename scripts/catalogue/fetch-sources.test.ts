import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CatalogueSource } from '../../lib/catalogue/merge/sources.ts';
import { fetchSources } from './fetch-sources.ts';

const source = (id: string, ...paths: string[]): CatalogueSource => ({
  id,
  name: id,
  files: [],
  licence: '',
  licenceAddress: '',
  attribution: '',
  origin: '',
  licenceFile: null,
  taken: '',
  downloads: paths.map((path) => ({ path: `${id}/${path}`, address: `https://example.org/${id}/${path}` })),
});

const answer = (address: string | URL | Request): Promise<Response> => {
  const path = new URL(address instanceof Request ? address.url : address).pathname;
  if (path.endsWith('gone.csv')) return Promise.resolve(new Response('', { status: 404 }));
  return Promise.resolve(new Response(path.endsWith('page.csv') ? '<!DOCTYPE html><p>Moved' : 'a,b\n'));
};

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'marquee-sources-')), 'in');

test('a source is written whole or not at all', async () => {
  const into = folder();
  const sources = [
    source('base', 'a.csv', 'b.csv'),
    source('half', 'a.csv', 'gone.csv'),
    source('moved', 'page.csv'),
    source('none'),
  ];
  expect(await fetchSources(into, answer, sources)).toEqual({
    fetched: ['base'],
    missing: {
      half: 'https://example.org/half/gone.csv: 404',
      moved: 'https://example.org/moved/page.csv: not the file',
      none: 'no address',
    },
  });
  expect(readFileSync(join(into, 'base/b.csv'), 'utf8')).toBe('a,b\n');
  expect(existsSync(join(into, 'half'))).toBe(false);
});

test('without its base nothing is merged', async () => {
  await expect(fetchSources(folder(), answer, [source('base', 'gone.csv')])).rejects.toThrow('404');
});
