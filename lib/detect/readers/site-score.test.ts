import { listReader } from '../lists/read-lists.ts';
import { makeSiteReader } from './adapter.ts';
import fc from 'fast-check';
import { markupReader } from '../read-markup.ts';
import { describe, expect, test } from 'vitest';
import { siteAdapters } from '../../sites/registry.ts';
import { documentOf, htmlOf } from '../fixtures/pages.ts';
import { scorelessPages, scorePages } from '../fixtures/site-scores.ts';
import { readPage } from '../read-page.ts';
import { textReader } from './text.ts';
import { readSiteScore } from './site-score.ts';

const read = (html: string, url: string) =>
  readPage(documentOf(html), url, {
    site: makeSiteReader(siteAdapters),
    markup: markupReader,
    text: textReader,
    lists: listReader,
  });

describe('the score that a page states', () => {
  test.each(scorePages)('is read from %s', (_name, html, url, score) => {
    const { subject } = read(html, url);
    expect(subject?.hint.title).toBe('Quiet Harbour');
    expect(subject?.siteScore).toEqual(score);
  });

  test.each(scorelessPages)('is not that of %s', (_name, html) => {
    expect(read(html, 'https://films.example/quiet-harbour').subject?.siteScore).toBeUndefined();
  });

  test('is not taken from a nested item of the film', () => {
    const html = htmlOf(
      '<title>Quiet Harbour</title>',
      `<main itemscope itemtype="http://schema.org/Movie"><h1 itemprop="name">Quiet Harbour</h1>
      <div itemprop="actor" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Ana Lund</b>
      <i itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating">
      <meta itemprop="ratingValue" content="3"><meta itemprop="ratingCount" content="9"></i></div></main>`,
    );
    expect(read(html, 'https://films.example/1').subject?.siteScore).toBeUndefined();
  });
});

describe('readSiteScore', () => {
  const properties = ['ratingValue', 'bestRating', 'worstRating', 'ratingCount', 'reviewCount'];
  const readAll = (data: Record<string, string>) => readSiteScore((name) => data[name] ?? null);

  test('never throws, and returns only values on their scale with a count', () => {
    const text = fc.oneof(
      fc.string(),
      fc.double({ min: -20, max: 200 }).map(String),
      fc.nat(120).map(String),
      fc.constantFrom('4,5', '80%', '4/5', '', '1e9', 'NaN', '٣'),
    );
    const data = fc.dictionary(fc.constantFrom(...properties), text);
    fc.assert(
      fc.property(data, (stated) => {
        const score = readAll(stated);
        if (score === null) return;
        expect(score.value).toBeGreaterThanOrEqual(score.worst ?? 0);
        expect(score.value).toBeLessThanOrEqual(score.best ?? 1000);
        expect(score.best ?? 1).toBeGreaterThan(score.best === null ? 0 : (score.worst ?? 0));
        expect(score.count).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('reads a value alike with a decimal point and a comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 100 }), fc.integer({ min: 1, max: 1e6 }), (tenths, count) => {
        const rest = { bestRating: '10', worstRating: '1', ratingCount: String(count) };
        const point = (tenths / 10).toFixed(1);
        const score = readAll({ ratingValue: point, ...rest });
        expect(score).toEqual({ value: tenths / 10, worst: 1, best: 10, count });
        expect(readAll({ ratingValue: point.replace('.', ','), ...rest })).toEqual(score);
      }),
    );
  });
});
