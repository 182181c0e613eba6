import { expect, test } from 'vitest';
import { readFiles } from '../../../../lib/transfer/files/read-files.ts';
import { createReadingJoiner, splitReading } from './reading-parts.ts';

const encode = (name: string, lines: string[]) => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
});

/** Enough rows for several parts of each kind, with duplicate films, faults and rounded ratings. */
const rows = Array.from({ length: 2600 }, (_, at) =>
  at % 5 === 4
    ? `Film ${at},2000,never,3,yes`
    : `Film ${at % 1700},2000,${2010 + (at % 9)}-01-0${1 + (at % 7)},${at % 2 ? '3.3' : '4'},${at % 3 ? '' : 'yes'}`,
);
const table = encode('films.csv', ['Title,Year,Watched,Rating,Liked', ...rows]);

test('a reading sent in parts equals the original after it is joined', () => {
  const reading = readFiles([table], { timeZone: 'Europe/Berlin' });
  const join = createReadingJoiner();
  const answers = [...splitReading(reading)].map((part) => join(structuredClone(part)));
  expect(answers.length).toBeGreaterThan(12);
  expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true);
  const joined = answers.at(-1);
  expect(joined).toEqual(reading);
  expect(joined?.notices.length).toBeGreaterThan(500);
  expect(joined?.skipped.length).toBeGreaterThan(500);
  // A film is the same object in every list.
  const films = new Set([...(joined?.entries ?? []), ...(joined?.liked ?? [])].map(({ film }) => film));
  expect(films.size).toBe(new Set(reading.entries.map(({ film }) => film)).size);
});

test('an unreadable file gives one part', () => {
  const reading = readFiles([encode('films.csv', [''])], { timeZone: 'Europe/Berlin' });
  const parts = [...splitReading(reading)];
  expect(parts).toHaveLength(1);
  expect(parts.map(createReadingJoiner())).toEqual([reading]);
  expect(reading.error).not.toBeNull();
});
