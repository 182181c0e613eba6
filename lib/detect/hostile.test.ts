import { listReader } from './lists/read-lists.ts';
import { markupReader } from './read-markup.ts';
import { expect, test } from 'vitest';
import { documentOf, htmlOf, readTextOf } from './fixtures/pages.ts';
import { readPage } from './read-page.ts';
import { textReader } from './readers/text.ts';

const film = '<a href="https://letterboxd.com/film/quiet-harbour/">Quiet Harbour</a>';

test('a form whose inputs hide its members does not hide the films in it', () => {
  const names =
    'children textContent attributes nodeName localName parentElement getAttribute querySelectorAll closest matches firstChild nodeType contains data'.split(
      ' ',
    );
  const inputs = names.map((name) => `<input name="${name}">`).join('');
  const reading = readTextOf(
    htmlOf(
      '<title>Films</title>',
      `<form itemscope itemtype="http://schema.org/Movie" class="hreview">${inputs}<p>${film}</p><p>The film “Ember Line” and <em>Paper Moons</em> (1999).</p></form>`,
    ),
  );
  expect(reading.mentions.map(({ hint }) => hint.title)).toEqual([
    'Quiet Harbour',
    'Ember Line',
    'Paper Moons',
  ]);
});

test('images that hide the document’s members do not hide films', () => {
  const names = [
    'documentElement',
    'createTreeWalker',
    'querySelectorAll',
    'querySelector',
    'title',
    'body',
    'head',
  ];
  const reading = readTextOf(
    htmlOf('<title>Films</title>', `${names.map((name) => `<img name="${name}">`).join('')}${film}`),
  );
  expect(reading.mentions.map(({ hint }) => hint.title)).toEqual(['Quiet Harbour']);
});

test('elements nested 1,000 deep do not overflow the stack', () => {
  // The browser test uses 50,000; jsdom cannot nest that deep.
  const document = documentOf(htmlOf('<title>Films</title>', film));
  let outer = document.createElement('p');
  outer.append('the film “Ember Line”');
  for (let depth = 0; depth < 1000; depth += 1) {
    const around = document.createElement('div');
    around.append(outer);
    outer = around;
  }
  document.body.append(outer);
  const { mentions } = readPage(document, 'https://some.example/', {
    markup: markupReader,
    text: textReader,
    lists: listReader,
  });
  expect(mentions.map(({ hint }) => hint.title)).toEqual(['Quiet Harbour', 'Ember Line']);
});

test.each([
  ['markup', '&lt;script&gt;alert(1)&lt;/script&gt; Harbour', '<script>alert(1)</script> Harbour'],
  ['right-to-left overrides and zero-width signs', 'Quiet\u202e Har\u200bbour\u2066', 'Quiet Harbour'],
  ['lone surrogates and control characters', 'Quiet\ud800 Harbour\u0007', 'Quiet Harbour'],
  ['line breaks', 'Quiet\n\n   Harbour', 'Quiet Harbour'],
  ['an emoji', 'Quiet 🎬 Harbour', 'Quiet 🎬 Harbour'],
])('reads a title with %s as one clean line', (_name, inner, title) => {
  const reading = readTextOf(
    htmlOf('<title>Films</title>', `<a href="https://letterboxd.com/film/quiet-harbour/">${inner}</a>`),
  );
  expect(reading.mentions.map(({ hint }) => hint.title)).toEqual([title]);
});

test('ignores a title of 100,000 characters in a link, in data and in a heading', () => {
  const long = 'Harbour '.repeat(12_500);
  const head = `<title>${long}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'Movie', name: long })}</script>`;
  const reading = readTextOf(
    htmlOf(head, `<h1>${long}</h1><a href="https://letterboxd.com/film/x/">${long}</a><em>${long}</em>`),
  );
  for (const { hint } of reading.mentions) expect(hint.title.length).toBeLessThanOrEqual(300);
  expect(reading.subject).toBeNull();
});

test('gives no year if the year contains a letter or the films disagree', () => {
  const movies = [
    { '@type': 'Movie', name: 'Quiet Harbour', datePublished: '2O19' },
    { '@type': 'Movie', name: 'Quiet Harbour', datePublished: '1999' },
    { '@type': 'Movie', name: 'Quiet Harbour', datePublished: '2014' },
  ];
  const { subject } = readTextOf(
    htmlOf(
      `<title>Quiet Harbour</title><script type="application/ld+json">${JSON.stringify(movies)}</script>`,
      '',
    ),
  );
  expect(subject?.hint.title).toBe('Quiet Harbour');
});

test.each(['her', 'Her', 'It', 'Up', 'Us', 'Frozen', 'Heat'])(
  '“%s” in prose is at most possible, even in a text about film',
  (word) => {
    const { mentions } = readTextOf(
      htmlOf(
        '<title>A director speaks</title>',
        `<p>She made it a film of its own. “${word}” was <em>${word}</em>, they said.</p>`,
      ),
    );
    expect(mentions.filter(({ certainty }) => certainty === 'stated')).toEqual([]);
  },
);

test.each(['not an address', '', 'about:blank', 'file:///tmp/page.html'])(
  'reads a page with the address %j without an error',
  (url) => {
    expect(
      readPage(documentOf(htmlOf('<title>Films</title>', film)), url, { markup: markupReader }).mentions,
    ).toHaveLength(1);
  },
);

test('gives an empty reading for a document that is not a page', () => {
  const document = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"><title>Heat</title></svg>',
    'image/svg+xml',
  );
  expect(readPage(document, 'https://some.example/x.svg', { markup: markupReader })).toMatchObject({
    subject: null,
    mentions: [],
  });
});
