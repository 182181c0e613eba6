import { expect, test } from 'vitest';
import { listIdSites } from '../../films/film-ids.ts';
import { kinds } from '../../review-text/schema-org.ts';
import { dataTypes, hasMarkup, knownHosts } from './work-signals.ts';

test('the known hosts are those of the table of id systems', () => {
  const sites = listIdSites().filter((site) => site !== 'wikidata');
  expect(knownHosts.source, 'put this pattern into lib/detect/signals/work-signals.ts').toBe(
    `(?:google|${sites.join('|')})\\.`,
  );
});

test.each([...Object.keys(kinds), 'itemReviewed'])(
  'JSON-LD with %s has the sign of data about a work',
  (type) => {
    expect(dataTypes.test(`{"@type":"${type}"}`)).toBe(true);
  },
);

test('blanks behind an author are read once, however many there are', () => {
  document.body.textContent = '';
  const block = document.createElement('script');
  block.type = 'application/ld+json';
  block.textContent = `{"author":${' '.repeat(3_000_000)}"Ana Lund"}`;
  document.body.append(block);
  expect(hasMarkup(document.body, true)).toBe(false);
});
