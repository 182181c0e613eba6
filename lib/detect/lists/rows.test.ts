import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagesOfFilms, pagesOfOthers, type ListPage } from '../fixtures/list-pages.ts';
import { htmlOf, readTextOf } from '../fixtures/pages.ts';
import { isDate } from './row-data.ts';
import { shuffle } from '../testing/shuffle.ts';

const htmlOfPage = ({ title, body, language }: ListPage): string =>
  htmlOf(`<title>${title}</title>`, body, language);

/** The films that a page states, each once, with their years. */
function readFilms(html: string, url: string): string[] {
  const { subject, mentions } = readTextOf(html, url);
  const stated = [...(subject ? [subject] : []), ...mentions].filter(
    ({ certainty }) => certainty === 'stated',
  );
  return [
    ...new Set(stated.map(({ hint }) => (hint.year === null ? hint.title : `${hint.title} (${hint.year})`))),
  ];
}

const read = (page: ListPage): string[] => readFilms(htmlOfPage(page), page.url);

describe('the films of pages without links or headings for them are found', () => {
  test.each(pagesOfFilms)('%s', (_name, page, films) => {
    expect(read(page).sort()).toEqual(films.toSorted());
  });
});

describe('pages of the same shapes give no film', () => {
  test.each(pagesOfOthers)('%s', (_name, page) => {
    expect(read(page)).toEqual([]);
  });
});

const pages = [...pagesOfFilms, ...pagesOfOthers].map(([, page]) => page);

test('a page reads the same with other class names and another order of attributes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.nat(), (page, seed) => {
      const { html } = shuffle({ html: htmlOfPage(page) }, seed);
      expect(readFilms(html, page.url)).toEqual(read(page));
    }),
  );
});

/** Sentences about nothing but the weather. */
const weather = [
  'It rained all week in the north of the country, and the gang stayed at home with the dogs.',
  'Es regnete die ganze Woche im Norden des Landes, und die Leute blieben mit den Hunden daheim.',
  'Il a plu toute la semaine dans le nord du pays, et les gens sont restés chez eux avec les chiens.',
  'Всю неделю на севере страны шёл дождь, и все сидели дома с собаками и пили горячий чай.',
  '北の町では一週間ずっと雨が降り続き、人々は犬と一緒に家で過ごし、温かいお茶を飲みながら窓の外を眺め、晴れる日を静かに待っていたという話である。',
  'Koko viikon satoi maan pohjoisosassa, ja väki pysyi kotona koirien kanssa ja joi kuumaa teetä.',
];

const sentenceBelow = (page: ListPage): [ListPage, string, string] => [
  page,
  weather[0] ?? '',
  weather[4] ?? '',
];

test('a list reads the same with text of another language around it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pages),
      fc.constantFrom(...weather),
      fc.constantFrom(...weather),
      (page, before, after) => {
        const body = `<p>${before}</p>${page.body}<p>${after}</p>`;
        expect(read({ ...page, body })).toEqual(read(page));
      },
    ),
    // A sentence in Japanese below a list of names without data.
    { examples: pages.flatMap((page) => (page.title.startsWith('De 5 beste') ? [sentenceBelow(page)] : [])) },
  );
});

test('the letters in place of a poster, beside the heading with the same name, are no film of their own', () => {
  const card = (title: string, year: number): string =>
    `<li itemscope><div class="cover" aria-hidden="true">${title}</div>\n<div><h3><a href="/f/${year}"><span>${title}</span></a>\n(<span>${year}</span>)</h3>\n<p>Directed by <span>Ana Lund</span></p></div><span class="soft">Drama</span></li>`;
  const body = `<h1>All films</h1><ul>${card('Heat', 1995)}${card('Ran', 1985)}${card('Persona', 1966)}</ul>`;
  expect(readFilms(htmlOf('<title>All films</title>', body, 'en'), 'https://a.example/films').sort()).toEqual(
    ['Heat (1995)', 'Persona (1966)', 'Ran (1985)'],
  );
});

const row = (cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const readTable = (rows: string[][], heading = 'Filmography'): string[] =>
  readFilms(
    htmlOf(
      '<title>Ana Lund</title>',
      `<h1>Ana Lund</h1><h2>${heading}</h2><table>${rows.map(row).join('')}</table>`,
      'en',
    ),
    'https://www.nordlicht.example/',
  );

test.each([
  '12 Monkeys',
  '21 Grams',
  '8 Women',
  '8 femmes',
  '21 gramos',
  '3 Idiots',
  '8 Mile',
  '10 minutes',
  '7 Khoon',
  'Apollo 13',
  '300',
])('"%s" is no date', (title) => {
  expect([isDate(title), isDate(` ${title} `)]).toEqual([false, false]);
});

test.each([
  ['Friday 12 December', '12th of May', 'Sat 12 Dec', '12/05/2021', '12 May 2021', '1 Sept', '3 August'],
  ['12 de dezembro', 'pá 12. 12.', 'Fredag 12 december', '12. joulukuuta', '12 августа 2021', '12 mai 2021'],
  ['12月13日(土)', '12 בדצמבר', '12 Aralık', '12 Δεκεμβρίου', '12 aprile', '12 sierpnia', '2021', '5 marca'],
  ['12. März', '12 août', '12 févr.', '7 de julio', '12. kesäkuuta', '12 października', '1 ledna', '4 iulie'],
])('%s and other dates are dates', (...dates) => {
  expect(dates.filter((date) => !isDate(date))).toEqual([]);
});

test('a title of a number and a word is a film’s, not the cell after it', () => {
  expect(
    readTable([
      ['12 Monkeys', 'Quiet Role', '1995'],
      ['21 Grams', 'Other Role', '2003'],
      ['8 Women', 'Third Role', '2002'],
    ]),
  ).toEqual(['12 Monkeys (1995)', '21 Grams (2003)', '8 Women (2002)']);
});

const readLines = (title: string, lines: string[], language: string): string[] =>
  readFilms(
    htmlOf(
      `<title>${title}</title>`,
      `<h1>${title}</h1><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`,
      language,
    ),
    'https://kino.example/',
  );

test('"am" and "um" are cut from a title only beside a time', () => {
  const lines = [
    '20:15 Uhr Am Ende ein Fest (1998)',
    'um 18:00 Um jeden Preis (2012)',
    '8:00 pm Ore d’estate (2004)',
  ];
  expect(readLines('Filme im Kinoprogramm', lines, 'de')).toEqual([
    'Am Ende ein Fest (1998)',
    'Um jeden Preis (2012)',
    'Ore d’estate (2004)',
  ]);
});

test.each([
  ['of a diary', '<h1>Films I watched</h1>', '', []],
  ['above days', '<h1>Films</h1>', '12 May – ', []],
  ['of a list', '<h1>The best films of each year</h1>', '', ['Heat (2021)', 'Vertigo (2021)']],
])('a year that heads rows %s', (_what, heading, day, dated) => {
  const body = `${heading}<h2>2021</h2><ul><li>${day}Vertigo</li><li>${day}Heat</li></ul><h2>2020</h2><ul><li>${day}Persona</li><li>${day}Ran</li></ul>`;
  const films = readFilms(htmlOf('<title>Ana Lund</title>', body, 'en'), 'https://kino.example/');
  expect(films.filter((film) => film.includes('2021')).sort()).toEqual(dated);
});

test('a heading in a linked card is not the heading of the list below it', () => {
  const card = (name: string): string => `<a href="/p/${name}"><h3>${name}</h3><p>12 May</p></a>`;
  const body = `<h1>Films</h1><div>${card('Songs and books')}${card('The concert')}</div><ul><li>Quiet Harbour (2019)</li><li>Paper Moons (2004)</li><li>Ember Line (1987)</li></ul>`;
  expect(readFilms(htmlOf('<title>Films</title>', body, 'en'), 'https://a.example/x')).toEqual(
    expect.arrayContaining(['Quiet Harbour (2019)', 'Paper Moons (2004)', 'Ember Line (1987)']),
  );
});

test('the year of a day is not the year of the film', () => {
  const lines = ['Vertigo | 12 May 2021 | 8/10', 'Heat | 3 June 2021 | 9/10', 'Persona | 4 July 2021 | 7/10'];
  expect(readLines('Films I watched', lines, 'en').filter((film) => film.includes('2021'))).toEqual([]);
});
