import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
])('a page saved as %s is read right', async (_name, bytes) => {
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

test('a page that cannot be read gives its error and empty lists', async () => {
  const output = await readSavedPage('/nowhere/page.html', 'https://some.example/', []);
  expect(output).toMatchObject({ subject: null, films: [], nonfilms: [], review: null });
  expect(output.error).toContain('ENOENT');
});

test('no script of the page runs', async () => {
  const output = await readSavedPage(
    await save(`<script>document.write('${link}')</script>`),
    'https://some.example/',
    [],
  );
  expect(output.films).toEqual([]);
});
