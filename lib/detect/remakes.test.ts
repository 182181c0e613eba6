// Two films with one title on one page stay two.
import { expect, test } from 'vitest';
import { htmlOf, readTextOf } from './fixtures/pages.ts';

const url = 'https://films.example/remakes';
const words =
  '<p>Two films, one director each: the movie of the cinema and its remake, by critics and audience.</p>';
const imdb = (id: string, text: string): string => `<a href="https://www.imdb.com/title/${id}/">${text}</a>`;

function listFilms(body: string): string[] {
  const { mentions } = readTextOf(htmlOf('<title>Remakes</title>', body + words), url);
  return mentions.map(({ hint }) => `${hint.title} ${hint.year ?? '?'} ${hint.refs.join(' ')}`.trim());
}

const both = ['King Kong 1976', 'King Kong 2005'];
const bothById = ['King Kong 1976 imdb:tt0074751', 'King Kong 2005 imdb:tt0360717'];

test.each<[string, string, string[]]>([
  [
    'links to two ids in one row',
    `<ul><li>${imdb('tt0074751', 'King Kong (1976)')} and ${imdb('tt0360717', 'King Kong (2005)')}</li></ul>`,
    bothById,
  ],
  [
    'links to two ids in two rows',
    `<ul><li>${imdb('tt0074751', 'King Kong (1976)')}</li><li>${imdb('tt0360717', 'King Kong (2005)')}</li></ul>`,
    bothById,
  ],
  [
    'links to two ids without years',
    `<p>${imdb('tt0074751', 'King Kong')}, ${imdb('tt0360717', 'King Kong')}</p>`,
    ['King Kong ? imdb:tt0074751', 'King Kong ? imdb:tt0360717'],
  ],
  [
    'titles with years in running text',
    '<p>The films <i>King Kong</i> (1976) and <i>King Kong</i> (2005).</p>',
    both,
  ],
  [
    'the page’s own data, without an element',
    `<script type="application/ld+json">[${['1976', '2005'].map((year) => `{"@type":"Movie","name":"King Kong","datePublished":"${year}"}`).join()}]</script>`,
    both,
  ],
])('reads %s as two films', (_what, body, films) => {
  expect(listFilms(body)).toEqual(films);
});
