import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { SiteAdapter } from '../../sites/types.ts';
import { walkAdapter } from './adapter.ts';
import { readAdapter } from '../testing/read-adapter.ts';

const site: SiteAdapter = {
  id: 'films',
  name: 'Films',
  matches: ['*://films.example/*'],
  pages: [
    {
      kind: 'film',
      path: /^\/film\//,
      subject: { title: ['h1'], year: ['.year'], alternativeTitles: ['.other'] },
    },
    { kind: 'list', path: /^\/list/ },
  ],
  rows: [
    { item: 'li', title: ['a'], year: ['.year'], notFilm: [{ selector: '.kind' }] },
    { item: 'a.more', title: [''] },
  ],
};

function read(html: string, path = '/list', root?: string) {
  const { document } = new JSDOM(html).window;
  const part = root ? (document.querySelector(root) ?? undefined) : undefined;
  return readAdapter(document, new URL(path, 'https://films.example'), site, part);
}

const nameOf = ({ hint }: { hint: { title: string; year: number | null } }) =>
  `${hint.title} ${hint.year ?? '-'}`;

test('reads rows as films with their year, in page order', () => {
  const { sightings, pageKind } = read(
    '<li><a href="/film/her">Her</a> <i class="year">2013</i></li><li><a>Heat (1995)</a></li><li>no title</li>',
  );
  expect(sightings.map(nameOf)).toEqual(['Her 2013', 'Heat 1995']);
  expect(sightings[0]).toMatchObject({ certainty: 'stated', isSubject: false, evidence: ['adapter'] });
  expect(sightings[0]?.element?.localName).toBe('a');
  expect(pageKind).toBe('list');
});

test('does not read a row labelled or bracketed as another kind as a film', () => {
  const { sightings, nonfilms } = read(
    '<li><a>Loki</a> <b class="kind">TV series</b></li><li><a>Riget</a> (seriál)</li><li><a>Heat</a> <b class="kind">Drama</b></li>',
  );
  expect(nonfilms).toEqual([
    { title: 'Loki', kind: 'series' },
    { title: 'Riget', kind: 'series' },
  ]);
  expect(sightings.map(nameOf)).toEqual(['Heat -']);
});

test('finds a title once, even if several rows contain it', () => {
  expect(read('<li><a class="more">Her</a></li>').sightings).toHaveLength(1);
});

test('reads a film page’s subject with its other titles', () => {
  const { sightings, pageKind } = read(
    '<h1>Le Château ambulant</h1><p class="other">Titre original : Hauru no ugoku shiro</p><i class="year">2004</i>',
    '/film/1',
  );
  expect(sightings).toHaveLength(1);
  expect(sightings[0]?.isSubject).toBe(true);
  expect(sightings[0]?.hint).toMatchObject({ year: 2004, alternativeTitles: ['Hauru no ugoku shiro'] });
  expect(pageKind).toBe('film');
});

test('does not take the year of another title', () => {
  const { sightings } = read('<h1>Past Lives</h1><p class="other">Aftersun (2022)</p>', '/film/1');
  expect(sightings.map(nameOf)).toEqual(['Past Lives -']);
});

test('gives no subject on a film page about a series', () => {
  const { sightings, pageKind } = read('<h1>Futurama (TV Series 1999–2013)</h1>', '/film/2');
  expect(sightings).toEqual([]);
  expect(pageKind).toBe('series');
});

test('reads only the root, which may be a row or contain rows', () => {
  const html = '<h1>Her</h1><li id="one"><a>Heat</a></li><ul id="two"><li><a>Ran</a></li></ul>';
  expect(read(html, '/film/1', '#one').sightings.map(nameOf)).toEqual(['Heat -']);
  expect(read(html, '/film/1', '#two').sightings.map(nameOf)).toEqual(['Ran -']);
});

test('returns nothing for an address that the adapter does not recognise', () => {
  expect(read('<li><a>Her</a></li>', '/about')).toEqual({ sightings: [], nonfilms: [], pageKind: null });
});

test('reads two thousand rows one at a time', { tags: 'slow' }, () => {
  const { document } = new JSDOM('<li><a>Her</a></li>'.repeat(2000)).window;
  const walk = walkAdapter(document, new URL('https://films.example/list'), site);
  expect(walk.next().value).toMatchObject({ sighting: { hint: { title: 'Her' } } });
  let steps = 1;
  while (!walk.next().done) steps += 1;
  expect(steps).toBe(2000);
});

test('reads a hostile page without an error', () => {
  const { sightings } = read(
    `<img name="querySelectorAll"><img name="documentElement"><form><input name="matches"><input name="closest">
     <li><a>${'x'.repeat(10_000)}</a></li></form><li><a>__proto__</a></li><li><a>\u202eHer<script>alert(1)</script></a></li>`,
  );
  expect(sightings.map(({ hint }) => hint.title.length <= 300)).toEqual([true, true, true]);
  expect(sightings[1]?.hint.title).toBe('__proto__');
  expect(sightings[2]?.hint.title).toMatch(/^Her/);
});
