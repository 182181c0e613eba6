// @module-tag slow
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

// Each run starts a process, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('./import.ts', import.meta.url));
const fixture = (path: string): string =>
  fileURLToPath(new URL(`../lib/transfer/fixtures/${path}`, import.meta.url));

/** Returns the object that the command prints. Throws if its exit code is not 0. */
function run(timeZone: string, ...files: string[]): object {
  const output = execFileSync(process.execPath, [script, ...files], {
    encoding: 'utf8',
    env: { ...process.env, TZ: timeZone },
  });
  const preview: unknown = JSON.parse(output);
  if (typeof preview !== 'object' || preview === null) throw new Error('no object');
  return preview;
}

test.each([
  ['--date-order', 'DMY'],
  ['--date-ordre', 'dmy'],
])('a wrong flag is one line of error: %s %s', (...flags) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, ...flags, fixture('letterboxd/diary.csv')],
    {
      encoding: 'utf8',
    },
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('--date-ord')]);
});

test('prints one object with every member of the contract, and nothing else', () => {
  const preview = run('UTC', fixture('letterboxd/diary.csv'));
  expect(Object.keys(preview)).toEqual([
    'format',
    'entries',
    'ratings',
    'watchlist',
    'liked',
    'lists',
    'leftOut',
    'columns',
    'error',
  ]);
  expect(preview).toMatchObject({ format: 'letterboxd', error: null });
  expect(preview).toHaveProperty('entries.0', {
    title: 'Her',
    year: 2013,
    refs: [],
    watchedOn: '2024-01-01',
    rating: 4.5,
    rewatch: false,
    finished: true,
    tags: ['cinema', 'with Ana'],
    note: '',
    review: '',
  });
  expect(preview).toHaveProperty('leftOut.0', {
    file: 'diary.csv',
    row: 7,
    column: null,
    reasonKind: 'duplicate',
    reason: 'Row 7: This diary entry is already in the files.',
  });
});

test.each([
  ['America/New_York', '2024-12-31'],
  ['Asia/Tokyo', '2025-01-01'],
])('in the time zone %s a moment is on %s', (timeZone, day) => {
  expect(run(timeZone, fixture('trakt/watched-history-1.json'))).toHaveProperty('entries.1.watchedOn', day);
});

test('reports a file that cannot be read, with exit code 0', () => {
  expect(run('UTC', '/no/such/file.csv')).toMatchObject({
    format: null,
    error: expect.stringMatching(/^unreadable: /) as string,
  });
  expect(run('UTC', fixture('letterboxd'))).toMatchObject({
    error: expect.stringMatching(/^unreadable: letterboxd: This is not a file\.$/) as string,
  });
  expect(run('UTC')).toMatchObject({ format: null, error: expect.stringMatching(/^empty: /) as string });
});

test('uses the folders of several files to recognise them', () => {
  const paths = ['diary.csv', 'likes/films.csv', 'deleted/diary.csv', 'profile.csv'];
  const preview = run('UTC', ...paths.map((path) => fixture(`letterboxd/${path}`)));
  expect(preview).toMatchObject({ format: 'letterboxd', error: null, liked: [{ title: 'Her', year: 2013 }] });
  expect(JSON.stringify(preview)).not.toContain('Cats');
});
