import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlOf, readTextOf } from '../fixtures/pages.ts';
import { shuffle, type Sample } from '../testing/shuffle.ts';

const sample = (
  { title = 'Nordlicht', language = 'en', url = 'https://www.nordlicht.example/' },
  body: string,
): Sample => ({ html: htmlOf(`<title>${title}</title>`, body, language), url });

const titlesOf = ({ html, url }: Sample): string[] =>
  readTextOf(html, url)
    .mentions.filter(({ certainty }) => certainty === 'stated')
    .map(({ hint }) => hint.title);

const subjectOf = ({ html, url }: Sample) => {
  const { subject } = readTextOf(html, url);
  return subject?.certainty === 'stated' ? [subject.hint.title, subject.hint.year] : null;
};

const names = ['Quiet Harbour', 'Paper Moons', 'Ember Line', 'Night Ferry', 'Tin Orchard'];
const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
const rows = (row: (name: string, at: number) => string, of = names): string => of.map(row).join('\n');

/** Pages that list the films `names` in a shape that no site is known by. */
const filmLists: [string, Sample][] = [
  [
    'cards of a cinema in Hungarian, whose addresses have only numbers',
    sample(
      { title: 'Műsor – Nordlicht', language: 'hu' },
      `<h1>Heti filmműsor</h1><div>${rows((name, at) => `<div><a href="/f/${880 + at}"><img src="p.jpg" alt="${name} plakátja"><p>${name}</p></a><span>2023 · 10${at} perc · dráma</span></div>`)}</div>`,
    ),
  ],
  [
    'headings without a link in Portuguese, with the snacks below',
    sample(
      { title: 'Em cartaz | Cinema Nordlicht', language: 'pt' },
      `<h2>Em cartaz</h2>${rows((name) => `<article><h3>${name}</h3><p>14 anos | 137 min | Ficção</p><button>Comprar</button></article>`)}<h2>Bomboniere</h2>${rows((_name, at) => `<article><h3>Pipoca ${'ABCDE'[at]}</h3><p>R$ 29</p></article>`)}`,
    ),
  ],
  [
    'what is on in Czech',
    sample(
      { title: 'Kino Nordlicht – program', language: 'cs' },
      `<h2>V kinech</h2><ul>${rows((name, at) => `<li><a href="/program/${at}"><h3>${name}</h3></a><p>Drama, 13${at} min</p></li>`)}</ul>`,
    ),
  ],
  [
    'what is on in Japanese',
    sample(
      { title: '映画館 月', language: 'ja' },
      `<h2>上映中</h2><ul>${rows((name) => `<li><h3>${name}</h3><span>125分 PG12</span></li>`)}</ul>`,
    ),
  ],
  [
    'cards with a picture, a heading and data',
    sample(
      { title: 'Filmy | Kino Nordlicht', language: 'pl' },
      `<h2>Repertuar</h2><div class="grid">${rows((name, at) => `<div class="c"><img src="p.jpg" alt=""><h3><a href="/repertuar/${slugOf(name)}">${name}</a></h3><span>98 min</span><span>dramat</span><span>1${at}:30</span></div>`)}</div>`,
    ),
  ],
  [
    'links around whole cards, the name first',
    sample(
      { title: 'Cinéma Nordlicht', language: 'fr' },
      `<h2>À l’affiche</h2><ul>${rows((name, at) => `<li><a href="/film/${400 + at}-${slugOf(name)}"><img alt="Affiche"><div>${name}</div><div>1h 3${at}</div><div>Drame</div></a></li>`)}</ul>`,
    ),
  ],
  [
    'links around whole cards, a certificate first',
    sample(
      { title: 'Nordlicht cinema – now showing' },
      `<h2>Now showing</h2><ul>${rows((name) => `<li><a href="/movies/${slugOf(name)}"><div><span>12A</span><span>${name}</span><span>104 min</span></div></a></li>`)}</ul>`,
    ),
  ],
  [
    'rows with the name beside the link',
    sample(
      { title: 'Kinoprogramm', language: 'de' },
      `<h1>Kinoprogramm</h1>${rows((name, at) => `<section><h3>${name}</h3><p>FSK 12 · 10${at} Min. · Regie: Ana Lund</p><a href="/tickets/${at}">Tickets</a></section>`)}`,
    ),
  ],
  [
    'pictures alone, with their texts',
    sample(
      { title: 'Cartelera de cine', language: 'es' },
      `<h2>Películas</h2><div>${rows((name, at) => `<a href="/pelicula/${900 + at}"><img alt="Póster de ${name}"></a>`)}</div>`,
    ),
  ],
  [
    'rows without a link',
    sample(
      { title: 'Elokuvat', language: 'fi' },
      `<h2>Elokuvat</h2><ul>${rows((name, at) => `<li><h4>${name}</h4><span>K-12</span><span>1 h 4${at} min</span></li>`)}</ul>`,
    ),
  ],
  [
    'an address with the id in the query',
    sample(
      { title: 'Фильмы', language: 'ru' },
      `<h2>Сейчас в кино</h2>${rows((name, at) => `<div><a href="/film.php?id=${77 + at}">${name}</a> <i>9${at} мин</i> <b>12+</b></div>`)}`,
    ),
  ],
  [
    'a link on a badge beside the link on the name',
    sample(
      { title: 'Cine Nordlicht', language: 'es' },
      `<h2>Cartelera</h2>${rows((name, at) => `<div>${at === 1 ? `<a href="/pelicula/${at}/${slugOf(name)}">Estreno</a>` : ''}<a href="/pelicula/${at}/${slugOf(name)}">${name}</a><p>Drama 2D</p></div>`)}`,
    ),
  ],
  [
    'lines of a table without headings, in Korean',
    sample(
      { title: '상영시간표', language: 'ko' },
      `<h2>영화</h2><ul>${rows((name, at) => `<li><a href="/movie/${at}">${name}</a> <span>15+</span> <span>9${at}분</span></li>`)}</ul>`,
    ),
  ],
  [
    'nothing but a heading in Thai',
    sample(
      { title: 'Nordlicht', language: 'th' },
      `<h2>ภาพยนตร์</h2>${rows((name, at) => `<div><h3><a href="/x/${at}">${name}</a></h3></div>`)}`,
    ),
  ],
  [
    'documentaries, whose addresses say so in Spanish',
    sample(
      { title: 'Archivo Nordlicht', language: 'es' },
      `<h2>Documentales</h2><ul>${rows((name) => `<li><h3><a href="/documentales/${slugOf(name)}">${name}</a></h3></li>`)}</ul>`,
    ),
  ],
];

/** A row of pictures whose addresses have only numbers, below a heading. */
const pictures = (heading: string, language: string, of = names): Sample =>
  sample(
    { title: 'Nordlicht', language },
    `<p>Film.</p><h2>${heading}</h2><div>${rows((name, at) => `<a href="/watch/${8000 + at}"><img alt="${name}"></a>`, of)}</div>`,
  );

describe('a heading whose noun is films says that films follow', () => {
  test.each([
    ['Trending movies', 'en'],
    ['Films directed by Ana Lund', 'en'],
    ['Beliebte Filme', 'de'],
    ['Películas más vistas', 'es'],
    ['Лучшие фильмы 2024 года', 'ru'],
    ['Ταινίες της εβδομάδας', 'el'],
    ['أفلام هذا الأسبوع', 'ar'],
    ['人気の映画', 'ja'],
    ['Filmografia', 'it'],
  ])('%s', (heading, language) => {
    expect(titlesOf(pictures(heading, language))).toEqual(names);
  });

  test.each([
    ['Popular movie stars', 'en'],
    ['Movie genres', 'en'],
    ['History of film', 'en'],
    ['Filme und Serien', 'de'],
    ['映画館', 'ja'],
    ['Film', 'de'],
  ])('but not %s', (heading, language) => {
    expect(titlesOf(pictures(heading, language))).toEqual([]);
  });
});

test('the posts of a newspaper’s section, with a date in their address, are no films', () => {
  const posts = rows(
    (name, at) =>
      `<article><h3><a href="/culture/film/2024-0${at + 1}/${slugOf(name)}">${name}</a></h3></article>`,
  );
  expect(titlesOf(sample({ title: 'Culture' }, `<h2>Film</h2>${posts}`))).toEqual([]);
  const films = posts.replaceAll(/2024-0\d\//g, '');
  expect(titlesOf(sample({ title: 'Culture' }, `<h2>Film</h2>${films}`))).toEqual(names);
});

/** Pages with lists of the same shapes that are not of films. */
const otherLists: [string, Sample][] = [
  [
    'paintings of a museum in Russian, where one word is for both',
    sample(
      { title: 'Музей Нордлихт', language: 'ru' },
      `<h2>Картины</h2><ul>${rows((name, at) => `<li><h3><a href="/x/${at}">${name}</a></h3></li>`)}</ul><p>Вечером фильм.</p>`,
    ),
  ],
  [
    'news in Russian, where one word is for both',
    sample(
      { title: 'Газета Нордлихт', language: 'ru' },
      `<h2>Лента</h2><ul>${rows((name, at) => `<li><h3><a href="/x/${at}">${name}</a></h3></li>`)}</ul><p>Вечером фильм.</p>`,
    ),
  ],
  [
    'plays of a theatre in Polish, with directors',
    sample(
      { title: 'Repertuar – Teatr Nordlicht', language: 'pl' },
      `<h1>Repertuar</h1>${rows((name, at) => `<div><h3><a href="/repertuar/${at}">${name}</a></h3><p>reż. Ana Lund · 19:00</p></div>`)}<p>Obok kino.</p>`,
    ),
  ],
  [
    'film for windows, by size',
    sample(
      { title: 'Filme für Fenster', language: 'de' },
      `<h2>Filme</h2>${rows((name, at) => `<div><h3><a href="/p/${at}">${name}</a></h3><p>ab ${at + 9},90 € · 50x70 cm</p></div>`)}`,
    ),
  ],
  [
    'plays of a theatre in Hungarian',
    sample(
      { title: 'Nordlicht Színház – Heti műsor', language: 'hu' },
      `<h1>Heti műsor</h1>${rows((name, at) => `<div><a href="/e/${at}"><p>${name}</p></a><span>Rendező: Lund Anna · 15${at} perc</span></div>`)}<p>A színház mellett a mozi is nyitva.</p>`,
    ),
  ],
  [
    'classes of a gym in Swedish',
    sample(
      { title: 'Gymprogram | Nordlicht', language: 'sv' },
      `<h2>Program</h2><ul>${rows((name, at) => `<li><a href="/p/${at}"><h3>${name}</h3></a><p>${30 + at} min</p></li>`)}</ul><p>Film från lokalen.</p>`,
    ),
  ],
  [
    'dishes of a restaurant in a cinema',
    sample(
      { title: 'Kino Nordlicht – Bistro', language: 'de' },
      `<h2>Speisen</h2>${rows((name, at) => `<div><h3>${name}</h3><p>${at + 7},50 €</p></div>`, ['Zwiebelsuppe', 'Ofenkartoffel', 'Apfelkuchen'])}`,
    ),
  ],
  [
    'exhibitions of a museum of film',
    sample(
      { title: 'Filmmuseum' },
      `<h2>Exhibitions</h2>${rows((name) => `<div><h3><a href="/exhibitions/${slugOf(name)}">${name}</a></h3><p>Exhibition · until 2027</p></div>`)}`,
    ),
  ],
  [
    'a menu',
    sample(
      { title: 'Nordlicht cinema' },
      `<nav><ul>${rows((name) => `<li><a href="/${slugOf(name)}">${name}</a></li>`, ['About Us', 'Gift Cards', 'Contact', 'Jobs'])}</ul></nav><p>A film house.</p>`,
    ),
  ],
  [
    'recipes',
    sample(
      { title: 'Recipes' },
      `<h2>Recipes</h2>${rows((name) => `<div><h3><a href="/recipes/${slugOf(name)}">${name}</a></h3><span>45 min</span><span>Serves 4</span></div>`, ['Onion Soup', 'Lamb Stew', 'Plum Tart'])}<p>As seen in the film.</p>`,
    ),
  ],
  [
    'concerts',
    sample(
      { title: 'Programm | Haus Nordlicht', language: 'de' },
      `<h2>Programm</h2>${rows((name, at) => `<div><h3><a href="/programm/${slugOf(name)}">${name}</a></h3><p>Konzert · 2${at}:00 Uhr · Einlass 19:00</p></div>`)}`,
    ),
  ],
  [
    'plays',
    sample(
      { title: 'Teatro Nordlicht – cartelera', language: 'es' },
      `<h2>Cartelera de teatro</h2>${rows((name) => `<div><h3><a href="/cartelera/${slugOf(name)}">${name}</a></h3><p>Obra de Ana Lund · 90 min</p></div>`)}`,
    ),
  ],
  [
    'books about film',
    sample(
      { title: 'Books on film' },
      `<h2>Books</h2>${rows((name) => `<div><h3><a href="/film/${slugOf(name)}">${name}</a></h3><p>240 pages · ISBN 1234</p></div>`)}`,
    ),
  ],
  [
    'goods of a shop',
    sample(
      { title: 'Shop' },
      `<h2>Camera film</h2>${rows((name) => `<div><a href="/film/${slugOf(name)}"><div>${name}</div><div>$ 12</div></a></div>`, ['Kodak Gold 200', 'Ilford HP5', 'Fuji Superia'])}`,
    ),
  ],
  [
    'news',
    sample(
      { title: 'Film news' },
      `<h2>Film news</h2>${rows((name) => `<div><h3><a href="/news/${slugOf(name)}">${name}</a></h3><time>2024</time></div>`, ['Director wins prize', 'Studio sold again', 'Festival moves north'])}`,
    ),
  ],
  [
    'plays of a theatre, with directors and lengths',
    sample(
      { title: 'Spielplan | Theater am Hafen', language: 'de' },
      `<h1>Spielplan</h1>${rows((name, at) => `<div><h3><a href="/spielplan/${slugOf(name)}">${name}</a></h3><p>Regie: Ana Lund · 12${at} Min.</p></div>`)}<p>Nach dem Film von Bo Lind.</p>`,
    ),
  ],
  [
    'a table of contents',
    sample(
      { title: 'History of film' },
      `<h1>History of film</h1><ol>${rows((name) => `<li><a href="#${slugOf(name)}">${name}</a></li>`, ['Early Years', 'Sound', 'Colour', 'See Also'])}</ol>`,
    ),
  ],
  [
    'series',
    sample(
      { title: 'Movies and TV' },
      `<h2>Watch</h2>${rows((name, at) => `<div><h3><a href="/movies/${slugOf(name)}">${name}</a></h3><p>${at + 2} seasons</p></div>`)}`,
    ),
  ],
];

describe('a list of films is known by its shape', () => {
  test.each(filmLists)('%s', (_name, page) => {
    expect(titlesOf(page)).toEqual(names);
  });
});

describe('a list of the same shape gives no film', () => {
  test.each(otherLists)('%s', (_name, page) => {
    expect(titlesOf(page)).toEqual([]);
    expect(subjectOf(page)).toBeNull();
  });
});

test('a page reads the same with other class names and another order of attributes', () => {
  const pages = [...filmLists, ...otherLists].map(([, page]) => page);
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.nat(), (page, seed) => {
      const other = shuffle(page, seed);
      expect(titlesOf(other)).toEqual(titlesOf(page));
      expect(subjectOf(other)).toEqual(subjectOf(page));
    }),
  );
});

describe('a film’s page without structured data', () => {
  test.each<[string, Sample, [string, number | null]]>([
    [
      'in Polish',
      sample(
        {
          title: 'Cicha przystań – Kino Nordlicht',
          language: 'pl',
          url: 'https://kino.example/film/cicha-przystan',
        },
        '<h1>Cicha przystań</h1><p>Reżyseria: Ana Lund</p><p>Obsada: Bo Lind, Cy Marsh</p><p>Czas trwania: 98 min</p><p>Kraj: Polska</p><p>Rok: 2021</p>',
      ),
      ['Cicha przystań', 2021],
    ],
    [
      'in Turkish, with the labels in cells of their own',
      sample(
        {
          title: 'Sessiz Liman sinema seansları',
          language: 'tr',
          url: 'https://sinema.example/filmler/sessiz-liman',
        },
        '<h1>Sessiz Liman</h1><table><tr><td>Yönetmen</td><td>Ana Lund</td></tr><tr><td>Oyuncular</td><td>Bo Lind</td></tr><tr><td>Süre</td><td>98 dk</td></tr></table>',
      ),
      ['Sessiz Liman', null],
    ],
    [
      'in Japanese',
      sample(
        { title: '静かな港 | 映画館ノルド', language: 'ja', url: 'https://kino.example/movie/22' },
        '<h1>静かな港</h1><dl><dt>監督</dt><dd>山田一郎</dd><dt>出演</dt><dd>川上花</dd><dt>上映時間</dt><dd>98分</dd></dl>',
      ),
      ['静かな港', null],
    ],
  ])('%s', (_name, page, film) => {
    expect(subjectOf(page)).toEqual(film);
  });

  test.each<[string, Sample]>([
    [
      'a play',
      sample(
        { title: 'Stiller Hafen | Theater Nord', language: 'de', url: 'https://theater.example/stueck/1' },
        '<h1>Stiller Hafen</h1><p>Inszenierung: Ana Lund</p><p>Mit: Bo Lind</p><p>Bühne: Cy Marsh</p><p>Dauer: 98 min</p>',
      ),
    ],
    [
      'a board game',
      sample(
        { title: 'Quiet Harbour', url: 'https://games.example/quiet-harbour' },
        '<h1>Quiet Harbour</h1><p>Designer: Ana Lund</p><p>Players: 2-4</p><p>Length: 60 min</p><p>Year: 2019</p><p>Based on the film.</p>',
      ),
    ],
    [
      'a list of films with a director each',
      sample(
        { title: 'Films', url: 'https://kino.example/films' },
        `<h1>Coming films</h1>${rows((name) => `<p>${name}</p><p>Director: Ana Lund</p><p>98 min</p>`)}`,
      ),
    ],
  ])('but not the page of %s', (_name, page) => {
    expect(subjectOf(page)).toBeNull();
  });
});
