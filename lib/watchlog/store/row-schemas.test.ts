import { expect, test } from 'vitest';
import { version1 } from '../migrations/fixtures/version-1.ts';
import { migrations } from '../migrations/registry.ts';
import { upgradeRow } from '../migrations/run.ts';
import { parseRow } from './row-schemas.ts';
import { logStores } from './schema.ts';

test('reads every row of the first version unchanged after its migration to the newest', () => {
  for (const store of logStores) {
    for (const old of version1[store] ?? []) {
      const row = upgradeRow(migrations, 1, store, old);
      expect(row).toMatchObject(old);
      expect(parseRow(store, row)).toEqual(row);
    }
  }
});

const rating: unknown = version1.ratings?.[0];
const withField = (fields: object): unknown => Object.assign({}, rating, fields);

test.each([
  ['a rating of 11', withField({ value: 11 })],
  ['a rating in words', withField({ value: '9' })],
  ['no id', withField({ id: '' })],
  ['stamps that are none', withField({ stamps: { value: 4 } })],
  ['no row at all', null],
  ['a list', [rating]],
])('%s is not a rating', (_what, row) => {
  expect(parseRow('ratings', row)).toBeNull();
});

test('drops unknown fields of a row, and does not read a prototype as one', () => {
  const text = `{"__proto__": {"polluted": true}, "extra": 1, ${JSON.stringify(rating).slice(1)}`;
  const row = parseRow('ratings', JSON.parse(text));
  expect(row).toEqual(rating);
  expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
});
