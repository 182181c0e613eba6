// @module-tag slow
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readSavedPage } from './detect-page.ts';

async function save(content: string | Buffer): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'marquee-page-')), 'page.html');
  await writeFile(file, content);
  return file;
}

const link = '<a href="https://letterboxd.com/film/amelie/">Amélie</a>';

test.each([
  ['UTF-8 without a declaration', Buffer.from(link)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${link}`)],
  ['UTF-8 that declares something else', Buffer.from(`<meta charset="windows-1252">${link}`)],
  ['windows-1252 that declares itself', Buffer.from(`<meta charset="windows-1252">${link}`, 'latin1')],
  ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${link}`, 'utf16le')],
])('decodes a page saved as %s', async (_name, bytes) => {
  const { films } = await readSavedPage(await save(bytes), 'https://some.example/', []);
  expect(films.map(({ title }) => title)).toEqual(['Amélie']);
});

test('the output has every key of the contract', async () => {
  const output = await readSavedPage(await save(link), 'https://some.example/', []);
  expect(output).toEqual({
    url: 'https://some.example/',
    subject: null,
    films: [
      {
        title: 'Amélie',
        titles: [],
        year: null,
        refs: ['letterboxd:amelie'],
        directors: [],
        evidence: ['link'],
        confidence: expect.any(Number) as number,
      },
    ],
    nonfilms: [],
    review: null,
  });
});

test('returns the error and empty lists for a page that cannot be read', async () => {
  const output = await readSavedPage('/nowhere/page.html', 'https://some.example/', []);
  expect(output).toMatchObject({ subject: null, films: [], nonfilms: [], review: null });
  expect(output.error).toContain('ENOENT');
});

const run = promisify(execFile);
const command = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'detect.ts')];

test('--list prints one line per page, also for a page that cannot be read, and nothing else', async () => {
  const file = await save(link);
  const list = join(dirname(file), 'pages.tsv');
  await writeFile(list, 'missing.html\thttps://some.example/\n\npage.html\thttps://other.example/\n');
  const { stdout, stderr } = await run(process.execPath, [...command, '--list', list]);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ path, url }) => [path, url])).toEqual([
    ['missing.html', 'https://some.example/'],
    ['page.html', 'https://other.example/'],
  ]);
  expect(lines.map(({ films }) => (films as unknown[]).length)).toEqual([0, 1]);
  expect(stderr).toContain('missing.html');
});

test('reports a missing list in one line', async () => {
  const failed: unknown = await run(process.execPath, [...command, '--list', '/nowhere/pages.tsv']).catch(
    (error: unknown) => error,
  );
  expect(failed).toMatchObject({ code: 2, stdout: '' });
  expect((failed as { stderr: string }).stderr).toMatch(/^detect: ENOENT[^\n]*\n$/);
});

test('runs no script of the page', async () => {
  const output = await readSavedPage(
    await save(`<script>document.write('${link}')</script>`),
    'https://some.example/',
    [],
  );
  expect(output.films).toEqual([]);
});
