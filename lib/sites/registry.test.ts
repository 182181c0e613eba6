import { makeSiteReader } from '../detect/readers/adapter.ts';
// The contract of every site. A failure says which file to add or change.
import { markupReader } from '../detect/read-markup.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readPage } from '../detect/read-page.ts';
import { readAdapter } from '../detect/testing/read-adapter.ts';
import { findAdapter, findPage, isMatch } from './find-adapter.ts';
import { genericSites } from './generic-sites.ts';
import { siteAdapters } from './registry.ts';
import type { SiteAdapter, SiteSample } from './types.ts';

const folder = import.meta.dirname;
const allSites: SiteAdapter[] = [...siteAdapters, ...genericSites];
const samplesById = new Map<string, SiteSample[]>();
for (const file of readdirSync(join(folder, 'samples'))) {
  const { samples } = (await import(`./samples/${file}`)) as { samples: SiteSample[] };
  samplesById.set(file.replace('.ts', ''), samples);
}

function readFixture(name: string): Document {
  return new JSDOM(readFileSync(join(folder, 'fixtures', name), 'utf8')).window.document;
}

const nameOf = ({ hint }: { hint: { title: string; year: number | null } }) => ({
  title: hint.title,
  year: hint.year,
});

test('the registry is in alphabetical order and has each id once', () => {
  const ids = siteAdapters.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test('every file that exports an adapter is registered and named after its id', () => {
  const files = readdirSync(folder).filter(
    (file) => /^[a-z]+\.ts$/.test(file) && !/^(?:registry|types)\.ts$/.test(file),
  );
  expect(files).toEqual(siteAdapters.map(({ id }) => `${id}.ts`));
});

test('every site has samples, and every fixture belongs to a sample', () => {
  expect([...samplesById.keys()].sort()).toEqual(allSites.map(({ id }) => id).sort());
  const used = [...samplesById.values()].flat().flatMap(({ fixture }) => fixture ?? []);
  expect(readdirSync(join(folder, 'fixtures')).sort()).toEqual([...new Set(used)].sort());
});

test.each(readdirSync(join(folder, 'fixtures')))('%s is short and states its source and date', (name) => {
  const text = readFileSync(join(folder, 'fixtures', name), 'utf8');
  expect(text.split('\n').length).toBeLessThanOrEqual(61);
  expect(text).toMatch(/<!-- (?:After|In the shape of) .*20\d\d.* -->/);
});

describe.each(allSites.map((site) => [site.id, site] as const))('%s', (id, site) => {
  const samples = samplesById.get(id) ?? [];

  test('has at least three samples, one of them a page without films', () => {
    expect(samples.length).toBeGreaterThanOrEqual(3);
    expect(samples.some(isNegative)).toBe(true);
    expect(samples.some(({ fixture }) => fixture !== null)).toBe(true);
  });

  test.each(samples.map((sample) => [sample.url, sample] as const))(
    'is the only site that matches %s',
    (url) => {
      const claims = allSites.filter(({ matches }) =>
        matches.some((pattern) => isMatch(pattern, new URL(url))),
      );
      expect(claims.map((claim) => claim.id)).toEqual([id]);
      expect(findAdapter(new URL(url), allSites)).toBe(site);
    },
  );

  test.each(samples.filter(({ fixture }) => !fixture).map((sample) => [sample.url, sample] as const))(
    'finds the page kind of %s',
    (url, sample) => {
      expect(findPage(new URL(url), site)?.kind ?? null).toBe(sample.pageKind);
    },
  );

  const ownFixtures = site.pages.length > 0 ? samples : [];
  test.each(ownFixtures.flatMap((sample) => (sample.fixture ? [[sample.fixture, sample] as const] : [])))(
    'finds exactly the films of %s',
    (fixture, sample) => {
      const reading = readAdapter(readFixture(fixture), new URL(sample.url), site);
      const [subject] = reading.sightings.filter(({ isSubject }) => isSubject);
      if (site.pages.length > 0) {
        expect(reading.pageKind).toBe(sample.pageKind);
        expect(subject ? nameOf(subject) : null).toEqual(sample.subject ?? null);
        expect(reading.sightings.filter(({ isSubject }) => !isSubject).map(nameOf)).toEqual(
          sample.films ?? [],
        );
        expect(reading.nonfilms).toEqual(sample.nonfilms ?? []);
      }
    },
  );

  test.each(samples.flatMap((sample) => (sample.fixture ? [[sample.fixture, sample] as const] : [])))(
    'finds the films of %s with all readers, and nothing else as a film',
    (fixture, sample) => {
      const reading = readPage(readFixture(fixture), sample.url, {
        site: makeSiteReader(siteAdapters),
        markup: markupReader,
      });
      expect(reading.subject ? nameOf(reading.subject) : null).toEqual(sample.subject ?? null);
      const titles = reading.mentions.map(({ hint }) => hint.title);
      expect(titles).toEqual(expect.arrayContaining((sample.films ?? []).map(({ title }) => title)));
      const films = new Set([...(sample.films ?? []), sample.subject].map((film) => film?.title));
      const others = (sample.nonfilms ?? []).map(({ title }) => title).filter((title) => !films.has(title));
      expect(titles.filter((title) => others.includes(title))).toEqual([]);
    },
  );
});

function isNegative(sample: SiteSample): boolean {
  return sample.pageKind === null || (!sample.subject && (sample.films ?? []).length === 0);
}
