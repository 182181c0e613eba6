import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteScore } from '../films/types.ts';
import { findStatedFilm, makeSiteScore } from './score-sites.ts';

const day = '2026-11-30';
const stated: SiteScore = { value: 4.2, worst: 0, best: 5, count: 31 };
const make = (url: string, more: Partial<SiteScore> = {}) =>
  makeSiteScore({ ...stated, ...more }, { url, day });

describe('makeSiteScore', () => {
  test('is the score of the site of the address, on its own scale', () => {
    expect(make('https://letterboxd.com/film/her/?utm=1#top')).toEqual({
      source: 'letterboxd',
      sourceName: 'Letterboxd',
      kind: 'audience',
      value: 4.2,
      worst: 0,
      best: 5,
      count: 31,
      url: 'https://letterboxd.com/film/her/',
      licence: null,
      asOf: day,
      note: null,
    });
  });

  test.each<[string, string, Partial<SiteScore>, string, number, number]>([
    ['m.imdb.com', '/title/tt1798709/', { value: 8, worst: null, best: null }, 'IMDb', 1, 10],
    ['www.rottentomatoes.com', '/m/her', { value: 95, best: 100 }, 'Rotten Tomatoes', 0, 100],
    ['www.metacritic.com', '/movie/her/', { value: 91, best: 100 }, 'Metacritic', 0, 100],
    ['www.filmstarts.de', '/kritiken/206799.html', {}, 'Filmstarts', 0, 5],
    ['movie.douban.com', '/subject/6722879/', { value: 8.3, worst: 2, best: 10 }, 'Douban', 2, 10],
  ])('completes the scale of %s', (host, path, more, name, worst, best) => {
    expect(make(`https://${host}${path}`, more)).toMatchObject({ sourceName: name, worst, best });
  });

  test.each<[string, string, Partial<SiteScore>]>([
    [
      'the Metascore on a page of IMDb',
      'https://www.imdb.com/title/tt1798709/criticreviews',
      { value: 80, best: 100 },
    ],
    [
      'it without its scale',
      'https://www.imdb.com/title/tt1798709/criticreviews',
      { value: 80, worst: null, best: null },
    ],
    [
      'another scale, although the value fits',
      'https://www.imdb.com/title/tt1798709/',
      { value: 8, best: 100 },
    ],
    ['a value below the site’s scale', 'https://www.imdb.com/title/tt1798709/', { value: 0.5, best: 10 }],
    ['another lower end', 'https://www.imdb.com/title/tt1798709/', { value: 8, worst: 5, best: 10 }],
    ['a local file', 'file:///home/her.html', {}],
    ['a text that is not an address', 'letterboxd', {}],
  ])('is null for %s', (_what, url, more) => {
    expect(make(url, more)).toBeNull();
  });

  test.each([
    ['https://www.seats.example/her', 'seats.example'],
    ['https://letterboxd.com.evil.example/film/her/', 'letterboxd.com.evil.example'],
    ['https://notimdb.com/title/tt1798709/', 'notimdb.com'],
    ['http://127.0.0.1:8080/her', '127.0.0.1'],
  ])('names %s by its host and never as a known site', (url, name) => {
    expect(make(url)).toMatchObject({ source: name, sourceName: name, kind: 'readers' });
  });

  test('has its value on its scale, or is null', () => {
    const host = fc.constantFrom(
      'www.imdb.com',
      'letterboxd.com',
      'www.csfd.cz',
      'movie.douban.com',
      'x.example',
    );
    const end = fc.option(fc.integer({ min: 0, max: 120 }));
    const value = fc.double({ min: 0, max: 120, noNaN: true });
    fc.assert(
      fc.property(host, value, end, end, (at, value, worst, best) => {
        const score = makeSiteScore({ value, worst, best, count: 1 }, { url: `https://${at}/1`, day });
        if (score === null) return;
        expect(score.best).toBeGreaterThan(score.worst);
        expect(score.value).toBeGreaterThanOrEqual(score.worst);
        expect(score.value).toBeLessThanOrEqual(score.best);
      }),
    );
  });
});

describe('findStatedFilm', () => {
  test.each([
    ['https://letterboxd.com/film/her/', 'letterboxd:her'],
    ['https://www.imdb.com/de/title/tt1798709/', 'imdb:tt1798709'],
    ['https://www.filmstarts.de/kritiken/206799.html', 'allocine:206799'],
    ['https://letterboxd.com/films/popular/', null],
    ['https://www.rottentomatoes.com/tv/fargo', null],
    ['https://seats.example/film/her/', null],
    ['https://seats.example/?next=https://letterboxd.com/film/her/', null],
    ['https://letterboxd.com.evil.example/film/her/', null],
    ['https://user@letterboxd.com/film/her/', 'letterboxd:her'],
    ['not an address', null],
  ])('of %s is %s', (url, ref) => {
    expect(findStatedFilm(url)).toBe(ref);
  });
});
