import { describe, expect, test } from 'vitest';
import { htmlOf, readTextOf } from '../fixtures/pages.ts';

/** The films of a page's text: those that it states, and those that a catalogue must confirm. */
function read(body: string, language = 'en', title = 'Weekend tips | The Harbour Post') {
  const page = htmlOf(`<title>${title}</title>`, `<main>${body}</main>`, language);
  const { mentions } = readTextOf(page, 'https://post.example/tips/12');
  const list = (certainty: string) =>
    mentions.filter((found) => found.certainty === certainty).map(({ hint }) => hint.title);
  return { stated: list('stated'), possible: list('possible') };
}

const listOf = (...lines: string[]): string => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;

describe('a line with a label for films names one', () => {
  test.each([
    [
      'among other works (de)',
      'de',
      listOf(
        'Buch: Die Insel',
        '<a href="https://a.example/1">KI-Film: Ember</a>',
        'Film mit Booten: eXtra Night',
        'Serie: Nordwind',
      ),
      ['Ember', 'eXtra Night'],
    ],
    [
      'with the rows of the film below it (fr)',
      'fr',
      '<p>Film : Port tranquille</p><p>Réalisation : Ana Lund</p><p>Durée : 98 min</p>',
      ['Port tranquille'],
    ],
    [
      'with its label in an element of its own (es)',
      'es',
      '<p><b>Película:</b> Puerto Quieto (2019)</p><p><b>Libro:</b> La isla</p>',
      ['Puerto Quieto'],
    ],
    [
      'as the pick of a week',
      'en',
      '<p>Movie of the week: Quiet Harbour</p><p>Weather: rain</p>',
      ['Quiet Harbour'],
    ],
    [
      'as the winner of a prize (pl, it, ru)',
      'pl',
      '<p>Najlepszy film: Cicha przystań</p><p>Miglior film straniero: Porto quieto</p><p>Лучший фильм: Тихая гавань</p>',
      ['Cicha przystań', 'Porto quieto', 'Тихая гавань'],
    ],
  ])('%s', (_name, language, body, films) => {
    expect(read(body, language).stated).toEqual(films);
  });
});

test('a name in a link or in italics after a label is found once', () => {
  const film = '<a href="https://www.imdb.com/title/tt1798709/">Quiet Harbour</a>';
  expect(read(`<p>A film: ${film} (2013)</p><p>Film: <em>Paper Moons</em></p>`)).toEqual({
    stated: ['Quiet Harbour', 'Paper Moons'],
    possible: [],
  });
});

test('the prize of a film may be before a quotation, and that of its editing names none', () => {
  const prizes = '<li>Bester Film: „Stiller Hafen“ von Ana Lund</li><li>Best film editing: Bo Lind</li>';
  expect(read(`<ul>${prizes}<li>Film: 2 hours</li></ul>`, 'de').stated).toEqual(['Stiller Hafen']);
});

describe('a prize of a festival of films names the film that is set off', () => {
  test.each([
    [
      'fr',
      'Palmarès du festival du film',
      'Prix du jury : <i>Port tranquille</i> de Ana Lund',
      'Port tranquille',
    ],
    ['pt', 'Festival de cinema', 'Prêmio do público: “Porto calmo”, de Ana Lund', 'Porto calmo'],
    ['it', 'Premi del cinema', 'Leone d’oro: <em>Porto quieto</em> di Ana Lund', 'Porto quieto'],
    ['es', 'Premios de cine', 'Mejor dirección: Ana Lund, por «Puerto quieto»', 'Puerto quieto'],
    ['de', 'Filmpreis', 'Beste Regie: Bo Lind („Stiller Hafen“)', 'Stiller Hafen'],
  ])('in %s: %s', (language, title, line, film) => {
    expect(read(`<p>${line}</p><p>Weiter.</p>`, language, title).stated).toEqual([film]);
  });

  test.each([
    ['Palmarès du festival de musique', 'Prix du jury : <i>Port tranquille</i> de Ana Lund'],
    ['Architecture awards', 'Jury prize: <i>Meridian Tower</i> by Bo Lind'],
    ['Film awards', 'Jury prize: Ana Lund'],
  ])('but not at "%s": %s', (title, line) => {
    expect(read(`<p>${line}</p><p>Un film passe demain.</p>`, 'fr', title).stated).toEqual([]);
  });
});

test('the jobs of a page are no films, though other labels speak of works', () => {
  const jobs = listOf('Film: Camera Assistant', 'Series: Runner', 'Film: Location Scout');
  expect(read(jobs, 'en', 'Film and TV jobs').stated).toEqual([]);
  expect(read(jobs, 'en', 'Film and TV tips').stated).toEqual(['Camera Assistant', 'Location Scout']);
});

describe('it is no more than possible', () => {
  test.each([
    ['on its own', '<p>Film: Quiet Harbour</p>', ['Quiet Harbour']],
    [
      'beside the equipment of a camera',
      listOf('Camera: Lund 6', 'Film: Harbour Gold 400', 'Lens: 35 mm'),
      ['Harbour Gold 400'],
    ],
    [
      'beside the sections of news',
      listOf('Politics: Tax falls', 'Film: Harbour Studio sold', 'Movies: Prices rise'),
      ['Harbour Studio sold', 'Prices rise'],
    ],
  ])('%s', (_name, body, possible) => {
    expect(read(body)).toEqual({ stated: [], possible });
  });
});

test.each([
  ['of another art', listOf('Book: Quiet Harbour', 'Album: Paper Moons', 'Game: Ember Line')],
  [
    'that a further word changes',
    listOf('Film director: Ana Lund', 'Film music: Bo Lind', 'Movie theater: The Lamp'),
  ],
  [
    'before a sentence',
    listOf('Film: is this the end of the long quiet years in the harbour?', 'Movie: see below!'),
  ],
  ['in the menu', `<nav>${listOf('Film: Quiet Harbour', 'Film: Paper Moons')}</nav>`],
])('a label %s names no film', (_name, body) => {
  expect(read(`<p>Films and more for a wet weekend.</p>${body}`)).toEqual({ stated: [], possible: [] });
});
