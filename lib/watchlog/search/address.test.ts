import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countFilters,
  createAddress,
  createPageAddress,
  formatAddress,
  noFilters,
  pageNames,
  parseAddress,
  sortKeys,
  viewNames,
} from './address.ts';

test.each([
  ...['#film', '#film/', '#film/%E0%A4%A', '#films/01J', '#nowhere/01J', '#list'],
  ...['', '#', '#nowhere', '#diary', '#diary?year=soon&sort=colour&period=2024-1'],
])('reads an unknown address as the plain diary: %o', (hash) => {
  expect(parseAddress(hash)).toEqual(createAddress('diary'));
});

test('writes view, search, filters, order and layout into the address', () => {
  const address = parseAddress(
    '#films?q=am%C3%A9lie+jeunet&decade=2000&rating=8&tag=top+ten&rewatch=1&sort=-rating&layout=table',
  );
  expect(address).toEqual({
    view: 'films',
    id: null,
    query: 'amélie jeunet',
    filters: { ...noFilters, decade: 2000, rating: 8, tag: 'top ten', rewatch: true },
    sorting: { key: 'rating', isDescending: true },
    layout: 'table',
    period: null,
  });
  expect(countFilters(address.filters)).toBe(4);
});

test.each([
  ['#film/01JD5T', createPageAddress('film', '01JD5T')],
  ['#list/a%2Fb%3Fq%3D1', createPageAddress('list', 'a/b?q=1')],
])('reads and writes the page %s', (hash, address) => {
  expect(parseAddress(hash)).toEqual(address);
  expect(formatAddress(address)).toBe(hash);
});

test('reads every written address back unchanged', () => {
  const text = fc.option(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), { nil: null });
  const number = fc.option(fc.integer({ min: 1, max: 9999 }), { nil: null });
  const filters = fc.record({
    ...{ year: number, decade: number, seenIn: number, rating: number },
    ...{ tag: text, genre: text, director: text },
    ...{ rewatch: fc.boolean(), unfinished: fc.boolean(), liked: fc.boolean() },
  });
  const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
  const place = fc.oneof(
    fc.record({ view: fc.constantFrom(...viewNames), id: fc.constant(null) }),
    fc.record({ view: fc.constantFrom(...pageNames), id }),
  );
  const rest = fc.record({
    query: fc.string({ maxLength: 40, unit: 'grapheme' }),
    filters,
    sorting: fc.option(fc.record({ key: fc.constantFrom(...sortKeys), isDescending: fc.boolean() }), {
      nil: null,
    }),
    layout: fc.option(fc.constantFrom('grid', 'table'), { nil: null }),
    period: fc.option(fc.constantFrom('2024', '2024-02'), { nil: null }),
  });
  fc.assert(
    fc.property(place, rest, (shown, fields) => {
      const one = { ...shown, ...fields };
      expect(parseAddress(formatAddress(one))).toEqual(one);
    }),
  );
});
