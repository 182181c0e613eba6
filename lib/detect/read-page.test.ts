import { listReader } from './lists/read-lists.ts';
import { makeSiteReader } from './readers/adapter.ts';
import { markupReader } from './read-markup.ts';
import { describe, expect, test } from 'vitest';
import { documentOf, filmlessPages, htmlOf, subjectPages } from './fixtures/pages.ts';
import { readPage, readPageInSteps } from './read-page.ts';
import type { SiteAdapter } from '../sites/types.ts';
import { textReader } from './readers/text.ts';
import type { PageReading } from './types.ts';

function read(html: string, url = 'https://some.example/page'): PageReading {
  return readPage(documentOf(html), url, { markup: markupReader, text: textReader, lists: listReader });
}

function titlesOf(reading: PageReading): string[] {
  return reading.mentions.map(({ hint }) => hint.title);
}

test('stops early on a page that does not mention films, and reads on if it has a film link', () => {
  const countSteps = (body: string): number => {
    const document = documentOf(htmlOf('<title>Bread</title>', `<h1>Bread</h1>${body}`));
    return [
      ...readPageInSteps(document, 'https://some.example/', {
        markup: undefined,
        text: 'on-demand',
      }),
    ].length;
  };
  expect(countSteps('<p>Let it rise for two hours.</p><a href="/oven">An oven</a>')).toBe(1);
  expect(countSteps('<a href="https://www.imdb.com/title/tt1798709/">Her</a>')).toBeGreaterThan(1);
});

describe('the subject', () => {
  test.each(subjectPages)('is found by %s', (_name, html, url, film) => {
    const { subject } = read(html, url);
    expect(subject?.hint).toMatchObject(film);
    expect(subject?.certainty).toBe('stated');
    expect(subject?.isSubject).toBe(true);
  });

  test.each(filmlessPages)('is null on %s, which has no stated film', (_name, html, url) => {
    const reading = read(html, url);
    expect(reading.subject).toBeNull();
    expect(reading.mentions.filter(({ certainty }) => certainty === 'stated')).toEqual([]);
  });

  test('is null if a page lists several films that match none of its names', () => {
    const movies = ['Quiet Harbour', 'Ember Line', 'Paper Moons'].map((name) => ({ '@type': 'Movie', name }));
    const { subject, mentions } = read(
      htmlOf(
        `<title>Now showing</title><script type="application/ld+json">${JSON.stringify(movies)}</script>`,
        '<h1>Now showing</h1>',
      ),
    );
    expect(subject).toBeNull();
    expect(mentions.map(({ hint }) => hint.title)).toEqual(['Quiet Harbour', 'Ember Line', 'Paper Moons']);
  });

  test('is the film that the page is named after, if its data describes two', () => {
    const movies = [
      { '@type': 'Movie', name: 'Ember Line', datePublished: '2011' },
      { '@type': 'Movie', name: 'Quiet Harbour', datePublished: '2014' },
    ];
    const { subject } = read(
      htmlOf(
        `<title>Quiet Harbour</title><script type="application/ld+json">${JSON.stringify(movies)}</script>`,
        '',
      ),
    );
    expect(subject?.hint).toMatchObject({ title: 'Quiet Harbour', year: 2014 });
  });

  test('takes the ids of links that only name another id system', () => {
    const { subject } = read(
      htmlOf(
        '<title>Quiet Harbour (2014)</title><meta property="og:type" content="video.movie"><meta property="og:title" content="Quiet Harbour">',
        '<a href="https://www.imdb.com/title/tt1234567/">IMDb</a>',
      ),
    );
    expect(subject?.hint.refs).toContain('imdb:tt1234567');
  });

  test.each([
    ['Second Reel – film reviews', 'possible'],
    ['Second Reel – film review', 'stated'],
    ['Second Reel (1988) – film reviews', 'stated'],
  ])('headed %j is %s, because a headline about many reviews may name the site', (title, certainty) => {
    const name = title.split(' – ')[0] ?? '';
    const posts = ['Quiet Harbour (2014)', 'Ember Line (2011)', 'Paper Moons (2020)']
      .map((film, at) => `<h2><a href="/${at}/">${film} – Review</a></h2><p>A film that stays.</p>`)
      .join('');
    const { subject } = read(
      htmlOf(`<title>${title}</title>`, `<h1>${name}</h1><p>Film, films.</p>${posts}`),
    );
    expect(subject?.certainty).toBe(certainty);
  });

  test('has the heading as its element', () => {
    const { subject } = read(subjectPages[5]?.[1] ?? '');
    expect(subject?.element?.localName).toBe('h1');
  });
});

describe('works of other kinds', () => {
  test('are listed in nonfilms, by their data, their address or the words next to them', () => {
    const reading = read(
      htmlOf(
        '<title>Seen this week</title>',
        '<ul><li><a href="https://www.imdb.com/title/tt0000001/">Ember Line</a> (TV Series)</li>' +
          '<li><a href="https://www.themoviedb.org/tv/12-paper-moons">Paper Moons</a></li>' +
          '<li><a href="https://www.imdb.com/title/tt0000002/">Quiet Harbour</a> (2014)</li></ul>',
      ),
    );
    expect(reading.nonfilms).toEqual([
      { title: 'Ember Line', kind: 'series' },
      { title: 'Paper Moons', kind: 'series' },
    ]);
    expect(reading.mentions.map(({ hint }) => [hint.title, hint.year, hint.refs])).toEqual([
      ['Quiet Harbour', 2014, ['imdb:tt0000002']],
    ]);
  });
});

describe('a list on a site with an adapter', () => {
  const site: SiteAdapter = {
    id: 'kinopoisk',
    name: 'Kinopoisk',
    matches: ['*://www.kinopoisk.ru/*'],
    pages: [{ kind: 'person', path: /^\/name\// }],
    rows: [{ item: '.row', title: ['a'] }],
  };
  const readOn = (body: string) =>
    readPage(documentOf(htmlOf('<title>Тим Роббинс</title>', body)), 'https://www.kinopoisk.ru/name/7987/', {
      site: makeSiteReader([site]),
      markup: markupReader,
      text: textReader,
      lists: listReader,
    });
  const menu = '<nav><a href="/film/1/">Премьера</a></nav>';
  const links =
    '<p><a href="/film/320/">Таинственная река (2003)</a></p><p><a href="/series/9/">Касл-Рок</a></p>';

  test('falls back to its links if the adapter finds no row', () => {
    const reading = readOn(menu + links);
    expect(titlesOf(reading)).toEqual(['Таинственная река']);
    expect(reading.mentions[0]?.hint).toMatchObject({ year: 2003, refs: ['kinopoisk:320'] });
    expect(reading.nonfilms).toEqual([{ title: 'Касл-Рок', kind: 'series' }]);
  });

  test('contains only its rows if the adapter finds some', () => {
    expect(titlesOf(readOn(`${menu}<p class="row"><a href="/film/326/">Побег</a></p>${links}`))).toEqual([
      'Побег',
    ]);
  });
});

describe('a part of the page', () => {
  test('is read without the page’s own data and without a subject', () => {
    const document = documentOf(
      htmlOf(
        '<title>Quiet Harbour</title><script type="application/ld+json">{"@type":"Movie","name":"Quiet Harbour"}</script>',
        '<p><a href="https://letterboxd.com/film/ember-line/">Ember Line</a></p><section><a href="https://letterboxd.com/film/paper-moons/">Paper Moons</a></section>',
      ),
    );
    const root = document.querySelector('section');
    if (!root) throw new Error('The fixture has no section');
    const reading = readPage(document, 'https://some.example/', {
      root,
      markup: markupReader,
      text: textReader,
      lists: listReader,
    });
    expect(reading.subject).toBeNull();
    expect(titlesOf(reading)).toEqual(['Paper Moons']);
  });
});

describe('reading in steps', () => {
  test('pauses many times on a long page and gives the same reading', { tags: 'slow' }, () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) =>
        `<li><a href="https://www.imdb.com/title/tt${String(1_000_000 + at)}/">Film No. ${at}</a> (1990)</li>`,
    ).join('');
    const document = documentOf(htmlOf('<title>All of them</title>', `<ul>${rows}</ul>`));
    const steps = readPageInSteps(document, 'https://some.example/', {
      markup: markupReader,
      text: textReader,
      lists: listReader,
    });
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(50);
    expect(step.value.mentions).toHaveLength(3000);
  });

  test('pauses whenever the site’s adapter has searched without a finding', () => {
    const steps = readPageInSteps(documentOf('<p>Film</p>'), 'https://some.example/', {
      markup: undefined,
      *site(): Generator<null, 'list'> {
        for (let at = 0; at < 300; at += 1) yield null;
        return 'list';
      },
    });
    let pauses = 0;
    while (!steps.next().done) pauses += 1;
    expect(pauses).toBeGreaterThanOrEqual(300);
  });

  test('can be stopped after any step', () => {
    const steps = readPageInSteps(documentOf(subjectPages[5]?.[1] ?? ''), 'https://some.example/', {
      markup: markupReader,
      text: textReader,
      lists: listReader,
    });
    steps.next();
    expect(
      steps.return({ url: '', subject: null, mentions: [], nonfilms: [], review: null, language: null }).done,
    ).toBe(true);
    expect(steps.next().done).toBe(true);
  });
});

test('a film that no catalogue confirms is only possible in running text', () => {
  const { mentions } = read(
    htmlOf(
      '<title>A week of film</title>',
      '<h1>A week of film</h1><p>The director’s <em>Ember Line</em> screened first, then came the movie “Quiet Harbour”, and Ana Lund spoke of Paper Moons (1999).</p>',
    ),
  );
  expect(mentions.map(({ hint, certainty }) => [hint.title, hint.year, certainty])).toEqual([
    ['Ember Line', null, 'possible'],
    ['Quiet Harbour', null, 'stated'],
    ['Paper Moons', 1999, 'possible'],
  ]);
  expect(mentions[2]?.context.namesNear).toContain('Ana Lund');
});
