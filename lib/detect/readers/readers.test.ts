import { findRowYear } from './links.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTitle } from '../../films/titles/title-parse.ts';
import { documentOf, htmlOf, readTextOf } from '../fixtures/pages.ts';
import { readPageFacts } from '../page.ts';
import { readHeading } from './headings.ts';
import { findTitleRun, isTitleLike, listTextSpans } from './text-spans.ts';
import { judgeSpans } from './judge-span.ts';
import { readDated } from './title.ts';

/** The films that a body states: title, year, ids. */
function statedOn(body: string, head = '<title>Films</title>', url?: string) {
  const { mentions } = readTextOf(htmlOf(head, body), url);
  return mentions
    .filter(({ certainty }) => certainty === 'stated')
    .map(({ hint }) => [hint.title, hint.year, hint.refs]);
}

describe('links with ids', () => {
  test.each([
    [
      'its text',
      '<a href="https://www.imdb.com/title/tt1234567/?ref_=x">Quiet Harbour</a> (2014)',
      ['Quiet Harbour', 2014, ['imdb:tt1234567']],
    ],
    [
      'its picture',
      '<a href="https://letterboxd.com/film/quiet-harbour/"><img alt="Poster for Quiet Harbour"></a>',
      ['Quiet Harbour', null, ['letterboxd:quiet-harbour']],
    ],
    [
      'its label',
      '<a href="https://mubi.com/films/quiet-harbour" aria-label="Quiet Harbour"></a>',
      ['Quiet Harbour', null, ['mubi:quiet-harbour']],
    ],
    [
      'the text next to its picture',
      '<div><a href="https://www.rottentomatoes.com/m/quiet"><img alt="x1"></a><a href="https://www.rottentomatoes.com/m/quiet">Quiet Harbour</a></div>',
      ['Quiet Harbour', null, ['rottentomatoes:quiet']],
    ],
    [
      'a year in its row',
      '<table><tr><td>3.</td><td><a href="https://www.csfd.cz/film/1-x/">Tichý přístav</a></td><td>2014</td></tr></table>',
      ['Tichý přístav', 2014, ['csfd:1']],
    ],
    [
      'an article named after a film',
      '<a href="https://en.wikipedia.org/wiki/Quiet_Harbour_(2014_film)">Quiet Harbour</a>',
      ['Quiet Harbour', 2014, ['wikipedia:en:Quiet_Harbour_(2014_film)']],
    ],
    [
      'an article named after a film in Ukrainian',
      '<a href="https://uk.wikipedia.org/wiki/Тиха_гавань_(фільм,_2014)">Тиха гавань</a>',
      ['Тиха гавань', 2014, ['wikipedia:uk:Тиха_гавань_(фільм,_2014)']],
    ],
  ])('give the title from %s', (_name, body, film) => {
    expect(statedOn(`<div>${body}</div>`)).toEqual([film]);
  });

  test.each([
    ['"Full cast"', '<a href="https://www.imdb.com/title/tt1234567/fullcredits">Full cast and crew</a>'],
    [
      'a part of the film’s page',
      '<a href="https://www.imdb.com/title/tt1234567/#reviews">Quiet Harbour</a>',
    ],
    ['a score', '<a href="https://www.rottentomatoes.com/m/quiet">94%</a>'],
    ['the site’s name', '<a href="https://www.imdb.com/title/tt1234567/">IMDb</a>'],
    ['an article with another name', '<a href="https://en.wikipedia.org/wiki/Harbour">Harbour</a>'],
    [
      'the site’s name in Ukrainian',
      '<a href="https://uk.wikipedia.org/wiki/Тиха_гавань_(фільм,_2014)">Вікіпедія</a>',
    ],
    ['no address', '<a href="javascript:void(0)">Quiet Harbour</a>'],
  ])('name no film if they are %s', (_name, body) => {
    expect(statedOn(body)).toEqual([]);
  });
});

describe('data in markup', () => {
  test.each([
    [
      'microdata',
      '<div itemscope itemtype="http://data-vocabulary.org/Movie"><a itemprop="name" href="/x">Quiet Harbour</a></div>',
    ],
    [
      'a film in a list of microdata',
      '<ul itemscope itemtype="https://schema.org/ItemList"><li itemscope itemtype="https://schema.org/Movie" itemprop="itemListElement"><span itemprop="name">Quiet Harbour</span></li></ul>',
    ],
  ])('names a film in %s', (_name, body) => {
    expect(statedOn(body).map(([title]) => title)).toEqual(['Quiet Harbour']);
  });

  test.each([
    [
      'a person in a film',
      '<div itemscope itemtype="http://schema.org/Movie"><div itemprop="actor" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Ana Lund</span></div></div>',
    ],
    [
      'a toy',
      '<div itemscope itemtype="http://schema.org/Product"><span itemprop="name">Quiet Harbour</span></div>',
    ],
  ])('names no film in %s', (_name, body) => {
    expect(statedOn(body)).toEqual([]);
  });
});

describe('tables', () => {
  const table = (head: string, rows: string, caption = '') =>
    `<table><caption>${caption}</caption><tr>${head}</tr>${rows}</table>`;

  test('give title, year and director if they list films, even if cells span rows', () => {
    const rows =
      '<tr><td rowspan="2">1999</td><td><i>Quiet Harbour</i></td><td>Ana Lund</td></tr><tr><td><i>Ember Line</i></td><td>Jo Marsh</td></tr>';
    const { mentions } = readTextOf(
      htmlOf('<title>Works</title>', table('<th>Year</th><th>Film</th><th>Director</th>', rows)),
    );
    expect(mentions.map(({ hint }) => [hint.title, hint.year, hint.directors])).toEqual([
      ['Quiet Harbour', 1999, ['Ana Lund']],
      ['Ember Line', 1999, ['Jo Marsh']],
    ]);
  });

  test('give no year that is only in the title', () => {
    const years = (rows: string) =>
      readTextOf(htmlOf('<title>Works</title>', table('<th>Film</th><th>Place</th>', rows))).mentions.map(
        ({ hint }) => [hint.title, hint.year],
      );
    expect(years('<tr><td>1917</td><td>1</td></tr><tr><td>Quiet Harbour</td><td>3000</td></tr>')).toEqual([
      ['1917', null],
      ['Quiet Harbour', null],
    ]);
    expect(years('<tr><td>1917</td><td>2019</td></tr>')).toEqual([['1917', 2019]]);
  });

  test.each([
    [
      'series',
      table(
        '<th>Year</th><th>Title</th>',
        '<tr><td>1999</td><td>Quiet Harbour</td></tr>',
        'Television series',
      ),
    ],
    ['facts on one work', table('<th colspan="2">Film</th>', '<tr><th>Regie</th><td>Ana Lund</td></tr>')],
    ['books', table('<th>Title</th><th>Publisher</th>', '<tr><td>Quiet Harbour</td><td>Marsh</td></tr>')],
    ['anything else', table('<th>Title</th><th>Points</th>', '<tr><td>Quiet Harbour</td><td>3</td></tr>')],
  ])('give no film if they list %s', (_name, body) => {
    expect(statedOn(body, '<title>Works</title>')).toEqual([]);
  });
});

const names = ['Quiet Harbour', 'Ember Line', 'Paper Moons', 'Low Tide', 'Glass Orchard'];

describe('lists', () => {
  test('of films by heading are read if the page says that it lists films', () => {
    const body = names.map((name, at) => `<h3>${at + 1}) <em>${name}</em></h3><p>Text.</p>`).join('');
    expect(statedOn(body, '<title>The 5 best movies of 2014</title>').map(([title]) => title)).toEqual(names);
    expect(statedOn(body, '<title>The 5 best walks of 2014</title>')).toEqual([]);
  });

  test('of reviews are read on a film blog', () => {
    const body = names.map((name) => `<h2><a href="/x">${name} (2014) – Review</a></h2>`).join('');
    expect(
      statedOn(body, '<title>Late Screenings: a film blog</title>').map(([title, year]) => [title, year]),
    ).toEqual(names.map((name) => [name, 2014]));
  });

  test('of links to a site’s own film pages are read, without programmes and menus', () => {
    const link = (name: string) =>
      `<li><a href="/films/${name.toLowerCase().replaceAll(' ', '-')}/">${name}</a></li>`;
    const body = [...names, 'Action', 'Coming soon', 'Short Film Competition 2'].map(link).join('');
    expect(statedOn(body).map(([title]) => title)).toEqual(names);
    expect(statedOn(names.slice(0, 3).map(link).join(''))).toEqual([]);
  });

  test('of links to a site’s own film pages get the year of their own row', () => {
    const linkTo = (name: string, content: string) =>
      `<a href="/films/${name.toLowerCase().replaceAll(' ', '-')}/">${content}</a>`;
    const row = (name: string, at: number) =>
      `<li>${linkTo(name, `<img alt="${name}">`)} ${linkTo(name, name)} <span>(${1990 + at})</span></li>`;
    const read = statedOn(names.map(row).join('')).map(([title, year]) => [title, year]);
    expect(new Set(read.map(String))).toEqual(new Set(names.map((name, at) => `${name},${1990 + at}`)));
    const inText = names.map((name) => linkTo(name, name)).join(', 1999, ');
    expect(new Set(statedOn(`<p>${inText}</p>`).map(([, year]) => year))).toEqual(new Set([null]));
  });
});

describe('running text', () => {
  test.each([
    ['straight quotes', 'saw "Quiet Harbour" there', 'Quiet Harbour'],
    ['curly quotes and a comma inside', 'saw “Quiet Harbour,” there', 'Quiet Harbour'],
    ['German quotes', 'sah „Stiller Hafen“ dort', 'Stiller Hafen'],
    ['guillemets', 'a vu «Le Port calme» hier', 'Le Port calme'],
    ['single quotes with an apostrophe', 'saw ‘Ana’s Harbour’ there', 'Ana’s Harbour'],
    ['corner brackets', '「静かな港」を見た', '静かな港'],
    [
      'a year after it',
      'a remake of the cult comedy Save the Quiet Harbour (2003).',
      'Save the Quiet Harbour',
    ],
  ])('gives a title in %s', (_name, text, title) => {
    expect(listTextSpans(text, [], false).map((span) => span.title)).toEqual([title]);
  });

  test.each([
    '“I had been somebody who really liked music,” she said.',
    'They’re “fine”.',
    'rock ’n’ roll',
    'It’s 5\' 11" tall',
  ])('gives no title in %s', (text) => {
    expect(listTextSpans(text, [], true)).toEqual([]);
  });

  test.each([
    ['the film “X” opened', 3, null],
    ['the 2014 drumming drama “X” opened', 3, null],
    ['“X,” the first film of hers, opened', 3, null],
    ['the thriller “X” opened', 2, null],
    ['the director of “X” spoke', 1, null],
    ['the TV series “X” returns', 0, 'series'],
    ['the novel “X” sold well', 0, 'book'],
    ['the game “X” sold well', 0, 'game'],
    ['another word for “X” is this', 0, null],
    ['“X,” wrote the film critic of the paper', 1, null],
  ])('judges the span in %j', (text, film, other) => {
    expect(judgeSpans(text, listTextSpans(text, [], false))).toEqual([{ film, other }]);
  });

  test('titles joined by commas share what the text says about the first', () => {
    const text = 'the movies “Quiet Harbour,” “Ember Line” and “Paper Moons” opened';
    expect(judgeSpans(text, listTextSpans(text, [], true)).map(({ film }) => film)).toEqual([3, 3, 3]);
  });

  test('a run of capitalised words ends at the sentence’s own words', () => {
    expect(findTitleRun('It is a remake of the comedy The Lord of the Harbour')).toBe(
      'The Lord of the Harbour',
    );
    expect(findTitleRun('nothing here')).toBe('');
  });

  test.each([
    'Netflix',
    'The New York Times',
    'lower case',
    'What? I do not think so at all',
    'http://x.example',
    'Film',
    'Фильмы',
    '電影',
    '',
  ])('%j is not title-like', (text) => {
    expect(isTitleLike(text)).toBe(false);
  });

  test.each(['Movie 43', '映画大好きポンポさん', 'Filmistaan'])('%j is title-like', (text) => {
    expect(isTitleLike(text)).toBe(true);
  });
});

test.each([
  ['Her – Review', 'Her', null],
  ['Review: Her (2013)', 'Her', 2013],
  ['Melancholia ****', 'Melancholia', null],
  ['“Poor Things Review: A Daring Descent”', 'Poor Things', null],
  [
    'BATMAN V SUPERMAN : DAWN OF JUSTICE (Zack Snyder, 2016) – Critique',
    'BATMAN V SUPERMAN : DAWN OF JUSTICE',
    2016,
  ],
  ['Filmkritik: Toni Erdmann', 'Toni Erdmann', null],
])('reads the heading %j as a review of one film', (text, title, year) => {
  expect(readHeading(text)).toMatchObject({ title, year, isReview: true });
});

test('the page’s own names are its title, its og:title and a single h1', () => {
  const document = documentOf(
    htmlOf('<title> A\n Title </title><meta property="og:title" content="B">', '<h1>C</h1>'),
  );
  expect(readPageFacts(document, 'https://some.example/')?.names).toEqual(['A Title', 'B', 'C']);
  const many = documentOf(htmlOf('<title>A and D</title>', '<h1>C</h1><h1>D</h1>'));
  expect(readPageFacts(many, 'https://some.example/')?.names).toEqual(['A and D', 'D']);
});

describe('lines', () => {
  const head = '<title>Top 40 films of the decade</title>';

  test('of a list of films each give a title and year, wherever the line breaks are', () => {
    const found = statedOn(
      '<div>#3 Quiet Harbour (R) (2004) US<br>#2 <b>Ember Line</b> [#12 - 2007]<br>#1 8.1 Moons, The (2009) 1,204</div>',
      head,
    );
    const byYear = found
      .map(([title, year]) => [title, year])
      .sort(([, one], [, other]) => Number(one) - Number(other));
    expect(byYear).toEqual([
      ['Quiet Harbour', 2004],
      ['Ember Line', 2007],
      ['The Moons', 2009],
    ]);
  });

  test('of a film blog are films if each is rated, and the line is the element', () => {
    const lines = names.map((name) => `<p><a href="/x">${name} (2014) ****</a></p>`).join('');
    const { mentions } = readTextOf(htmlOf('<title>Movie archive</title>', lines));
    expect(mentions.map(({ hint }) => hint.title)).toEqual(names);
    expect(
      mentions.every(({ element, certainty }) => element?.localName === 'a' && certainty === 'stated'),
    ).toBe(true);
  });

  test.each([
    ['without a word of films', '<title>My decade</title>', ''],
    ['below a heading of other works', head, '<h2>Albums</h2>'],
    ['below the page’s content', head, '<aside>'],
  ])('in %s state no film', (_name, title, before) => {
    const lines = names.map((name, at) => `<p>${at + 1}. ${name} (2014)</p>`).join('');
    expect(statedOn(before + lines, title)).toEqual([]);
  });

  test('that are sentences name no film', () => {
    const lines = names
      .map((name) => `<p>${name} (2014) was shot in nine days near the old harbour.</p>`)
      .join('');
    expect(statedOn(lines, head)).toEqual([]);
  });
});

describe('posts', () => {
  const post = (heading: string) => `<article><h2><a href="/p">${heading}</a></h2><p>Text.</p></article>`;

  test('that say "film" themselves are films on any page', () => {
    expect(statedOn(post('Quiet Harbour: Movie Review'), '<title>July</title>')).toEqual([
      ['Quiet Harbour', null, []],
    ]);
  });

  test('that are reviews are only possible on a page that does not say what it reviews', () => {
    const talk =
      '<p>The film has a director and a screenplay; the movie ran in cinemas for a week or two.</p>';
    const posts = names.map((name) => post(`${name} Review: A Wonder`)).join('');
    const { mentions } = readTextOf(htmlOf('<title>Blog</title>', posts + talk));
    expect(mentions.map(({ hint, certainty }) => [hint.title, certainty])).toEqual(
      names.map((name) => [name, 'possible']),
    );
  });

  test('whose heading is only a name are possible on a film blog', () => {
    const { mentions } = readTextOf(htmlOf('<title>Film | Late Seats</title>', names.map(post).join('')));
    expect(mentions.map(({ hint, certainty }) => [hint.title, certainty])).toEqual(
      names.map((name) => [name, 'possible']),
    );
  });
});

describe('a page whose heading is only a name', () => {
  const talk =
    '<p>The director has made a film of rare calm, and its screenplay leaves room. It is the kind of movie that cinemas used to show.</p>' +
    '<p>The film was remade once, and the sequel is a lesser movie. Reviewed at a cinema in town.</p>';
  const subjectOn = (url: string, name = 'Quiet Harbour') =>
    readTextOf(htmlOf(`<title>${name} – Late Seats</title>`, `<h1>${name}</h1>${talk}`), url).subject;

  test('may be about that film, which only a catalogue can confirm', () => {
    expect(subjectOn('https://seats.example/quiet-harbour')).toMatchObject({
      hint: { title: 'Quiet Harbour' },
      certainty: 'possible',
    });
  });

  test.each([
    ['a home page', 'https://seats.example/', undefined],
    ['a month of posts', 'https://seats.example/2018/07/', undefined],
    ['a category', 'https://seats.example/category/drama/', undefined],
    ['the site itself', 'https://quietharbour.example/about', undefined],
    ['a list', 'https://seats.example/x', 'Films of the Harbour'],
    ['a festival', 'https://seats.example/x', 'Harbour Festival'],
  ])('has no subject if it is %s', (_name, url, name) => {
    expect(subjectOn(url, name)).toBeNull();
  });
});

test('a plain name with a year is read as the parser of titles reads it', () => {
  const part = fc.constantFrom(
    ...'The Quiet Harbour of Film Review Roma 7 Trailer TV Series Short & and Crítica Rezension Her de Season Spiel Matrix 映画 Кино HD Episode Folge Part II'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1890, max: 2030 }),
      (words, year) => {
        const text = `${words.join(' ')} (${year})`;
        const read = readDated(text);
        if (read) expect(read).toEqual(parseTitle(text));
      },
    ),
    { numRuns: 2000 },
  );
  expect(readDated('Quiet Harbour (2014)')).toEqual(parseTitle('Quiet Harbour (2014)'));
  expect(readDated('Quiet Harbour – Review (2014)')).toBeNull();
});

test.each([
  ['May 2024', null],
  ['Updated 2024', null],
  ['Copyright 2020', null],
  ['D 2019', 2019],
  ['USA/GB 2011', 2011],
  ['UK 1995', 1995],
  ['(2013)', 2013],
])('"%s" in a row of its own states the year %s', (text, year) => {
  expect(findRowYear(['Quiet Harbour', text], 'Quiet Harbour')).toBe(year);
});
