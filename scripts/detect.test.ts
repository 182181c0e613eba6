// @module-tag slow
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (script: string, ...args: string[]): string =>
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', `scripts/${script}.ts`, ...args], {
    encoding: 'utf8',
  });

test('--catalogue and its former name --shelf both add a catalogue to the built-in one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-detect-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const csv = write('films.csv', 'title,year,imdb\nThe Quiet Orchard,2019,tt9900001\n');
  const catalogue = join(folder, 'catalogue');
  run('catalogue', 'build', '--from', 'csv', csv, '--out', catalogue);
  const words = '<p>Last night I saw the film The Quiet Orchard (2019) at the cinema.</p>';
  const page = write('page.html', `<!doctype html><title>Notes</title><article>${words}</article>`);
  const detect = (...flags: string[]): { films: { title: string }[] } =>
    JSON.parse(run('detect', '--url', 'https://blog.example/', page, ...flags)) as ReturnType<typeof detect>;
  const found = detect('--catalogue', catalogue);
  expect(found.films.map(({ title }) => title)).toEqual(['The Quiet Orchard']);
  expect(detect('--shelf', catalogue)).toEqual(found);
  expect(detect().films).toEqual([]);
  expect(found.films[0]).not.toHaveProperty('match');
  expect(detect('--catalogue', catalogue, '--identify').films[0]).toMatchObject({
    match: { state: 'film', reason: 'title-and-year', title: 'The Quiet Orchard', year: 2019, scores: [] },
  });
});
