import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { MessageKey } from '../../lib/i18n/messages.ts';
import { fileFaultWords, formatFileFault, formatRowFault, rowFaultWords } from './fault-words.ts';

type Messages = Record<string, { message: string } | undefined>;
const load = (locale: string): Messages =>
  JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Messages;
const speak =
  (messages: Messages) =>
  (key: MessageKey, ...values: string[]): string =>
    (messages[key]?.message ?? '').replace(
      /\$([1-9])/g,
      (_, number: string) => values[Number(number) - 1] ?? '',
    );
const [english, german] = [load('en'), load('de')];
const place = { file: 'diary.csv', row: 12_345, column: 'Rating', reasonKind: 'bad-rating' } as const;

test('a row fault names row, column and reason, with numbers in the format of the language', () => {
  const row = {
    ...place,
    detail: ['bad-rating-step', '6', 0.5, 5, 0.5] as ['bad-rating-step', string, number, number, number],
  };
  expect(formatRowFault(row, speak(english))).toBe(
    'Row 12345, column Rating: “6” is not a rating from 0.5 to 5 in steps of 0.5.',
  );
  expect(formatRowFault(row, speak(german))).toBe(
    'Zeile 12345, Spalte Rating: „6“ ist keine Bewertung von 0,5 bis 5 in Schritten von 0,5.',
  );
  expect(formatRowFault({ ...place, column: null, detail: ['same-row'] }, speak(english))).toBe(
    'Row 12345: The same row is already in the files.',
  );
});

test('a file fault names the file, if there is one', () => {
  const fault = { errorClass: 'too-large', detail: ['too-many-rows', 1_000_000] } as const;
  const detail: ['too-many-rows', number] = ['too-many-rows', 1_000_000];
  expect(formatFileFault({ ...fault, detail, file: 'a.csv' }, speak(german))).toBe(
    'a.csv: Die Tabelle hat mehr als 1.000.000 Zeilen.',
  );
  expect(formatFileFault({ ...fault, detail, file: null }, speak(english))).toBe(
    'The table has more than 1,000,000 rows.',
  );
});

test('every code has a unique sentence in English and in German', () => {
  for (const words of [rowFaultWords, fileFaultWords]) {
    const keys = Object.values(words);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      const [en, de] = [english[key]?.message ?? '', german[key]?.message ?? ''];
      expect(en, key).toMatch(/^[“A-Z].*\.$|^watched\.csv/);
      expect(de, key).toMatch(/\.$/);
      expect(de, key).not.toBe(en);
    }
  }
});
