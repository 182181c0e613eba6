import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf, htmlOf, readTextOf } from './fixtures/pages.ts';
import { isFilmPage } from './headline.ts';
import { readPageFacts } from './page.ts';

/** A page of a site that no rule names. */
interface Sample {
  title: string;
  body: string;
  head?: string;
  language?: string;
  url?: string;
}

const read = ({
  title,
  body,
  head = '',
  language = 'en',
  url = 'https://bote.example/kultur/a1.html',
}: Sample) => {
  const { subject, mentions } = readTextOf(htmlOf(`<title>${title}</title>${head}`, body, language), url);
  const stated = [...(subject ? [subject] : []), ...mentions].filter(
    ({ certainty }) => certainty === 'stated',
  );
  return {
    subject: subject?.certainty === 'stated' ? subject.hint.title : null,
    films: stated.map(({ hint }) => hint.title),
  };
};

const article = (heading: string, ...paragraphs: string[]): string =>
  `<article><h1>${heading}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;

/** Pages about one film: what they are, the page, the film. */
const filmPages: [string, Sample, string][] = [
  [
    'an article whose headline calls the film a documentary (pt)',
    {
      title: 'Por que ver o documentário “Porto Quieto” | Diário',
      language: 'pt',
      body: article(
        'Por que ver o documentário “Porto Quieto”',
        'O documentário “Porto Quieto”, de Ana Lund, estreia na quinta. O filme foi rodado em Oslo durante quatro invernos.',
      ),
    },
    'Porto Quieto',
  ],
  [
    'an article whose headline says film after the name (de)',
    {
      title: 'Warum „Stiller Hafen“ der Kultfilm des Nordens wurde',
      language: 'de',
      body: article(
        'Warum „Stiller Hafen“ der Kultfilm des Nordens wurde',
        'Der Film „Stiller Hafen“ von Ana Lund läuft seit dreißig Jahren in jedem Winter im Kino am Markt.',
        'Gedreht wurde der Film in nur zehn Tagen, mit einem geliehenen Boot und einer Kamera.',
      ),
    },
    'Stiller Hafen',
  ],
  [
    'a comparison with the book, at an address that says movie review',
    {
      title: 'The new ‘Quiet Harbour’ cannot outrun its book | Mash',
      url: 'https://mash.example/article/quiet-harbour-movie-review',
      body: article(
        'The new ‘Quiet Harbour’ cannot outrun its book',
        'Quiet Harbour, the movie, is directed by Ana Lund. The film is long, and the movie stars Bo Lind as the keeper.',
      ),
    },
    'Quiet Harbour',
  ],
  [
    'a review whose address says so in German',
    {
      title: 'Ein stilles Wunder: Stiller Hafen ist da',
      language: 'de',
      url: 'https://bote.example/filmkritik-stiller-hafen',
      body: article(
        'Ein stilles Wunder: Stiller Hafen ist da',
        'Ana Lunds Film erzählt von einem Leuchtturm, und die Regisseurin lässt dem Kino viel Zeit für das Meer.',
      ),
    },
    'Stiller Hafen',
  ],
  [
    'news on the one film that the text names, with a word of its title in the headline',
    {
      title: 'Senator lobt Hafenwärter-Doku und warnt vor dem Meer',
      language: 'de',
      body: article(
        'Senator lobt Hafenwärter-Doku und warnt vor dem Meer',
        'Der Senator hat die Netflix-Dokumentation „Lotse – Die Hafenwärter-Story“ als wichtig für die Debatte gewürdigt.',
        'Die Netflix-Doku „Lotse – Die Hafenwärter-Story“ zeigt auch die Abgründe der Stadt. Der Film läuft seit gestern.',
      ),
    },
    'Lotse – Die Hafenwärter-Story',
  ],
  [
    'a post of a blog whose first heading is the blog, with a score',
    {
      title: 'The Lamp Gang » Blog Archive » Quiet Harbour',
      url: 'http://www.station.example/lamp/?p=77',
      body: '<h1><a href="/">The Lamp Gang</a></h1><div><h2>Quiet Harbour</h2><p>This film by Ana Lund is a film for a wet night. The movie was shot in Oslo; its director knows cinema, and a film crew that acts. A film to see. Rating: 4 stars.</p></div>',
    },
    'Quiet Harbour',
  ],
  [
    'a post of a blog with a score on a line of its own',
    {
      title: 'Quiet Harbour « The Lamp Gang',
      url: 'http://www.station.example/lamp/?p=79',
      body: '<div class="post"><h1>Quiet Harbour</h1><p>This film by Ana Lund is a film for a wet night. The movie was shot in Oslo; its director knows cinema, and a film crew that acts. A film to see.</p><p><b>Rating:</b> 4/5</p></div>',
    },
    'Quiet Harbour',
  ],
  [
    'a post with the tags of a film review',
    {
      title: 'Kinostunde » Archiv » Stiller Hafen',
      language: 'de',
      url: 'https://funk.example/kinostunde/2013/02/08/stiller-hafen/',
      body: '<h1><a href="/kinostunde/">Kinostunde</a></h1><h2>Stiller Hafen</h2><p>Zum Hören: siehe oben.</p><p>Tags: <a rel="tag" href="/tag/filmkritik">Filmkritik</a>, <a rel="tag" href="/tag/sh">Stiller Hafen</a></p>',
    },
    'Stiller Hafen',
  ],
  [
    'a page of a film’s own site',
    {
      title: 'Historia | Puerto Quieto',
      language: 'es',
      url: 'https://www.puerto-quieto.example/pelicula/historia/',
      body: '<div><a href="/">Puerto Quieto</a></div><h2>Historia</h2><p>El documental «Puerto Quieto» de Ana Lund sigue a un taller de relojes. La película se rodó en cuatro años.</p>',
    },
    'Puerto Quieto',
  ],
  [
    'a museum’s ticket, below cinema in the trail',
    {
      title: 'Puerto Quieto - Museo del Agua',
      language: 'es',
      url: 'https://museo.example/producto/puerto-quieto/',
      body: '<nav><a href="/">Inicio</a> / <a href="/cine">Cine</a> / Puerto Quieto</nav><h1>Puerto Quieto</h1><p>$ 14.000</p><p>Mayores de 12 años | 120 min.</p><p>Director: Ana Lund</p><p>2025 | Colombia</p>',
    },
    'Puerto Quieto',
  ],
  [
    'a ticket with the category film',
    {
      title: 'Tichý přístav – Dům umění',
      language: 'cs',
      url: 'https://dum.example/akce/tichy-pristav/',
      body: '<h1>Tichý přístav</h1><p>Režie: Ana Lund</p><p>Délka: 98 min</p><p>Kategorie: Film</p>',
    },
    'Tichý přístav',
  ],
  [
    'a streaming page that calls it a film and says how long it is',
    {
      title: 'Quiet Harbour - Streamo',
      url: 'https://streamo.example/watch/quiet-harbour/CFD0170',
      body: '<ul><li>Live</li><li>Film</li><li>Categories</li></ul><h2>Quiet Harbour</h2><abbr>S</abbr><span>Film</span><span>2h</span><p>A keeper of lamps takes a boat to the mainland.</p><p>© Streamo Limited</p><p>2025</p>',
    },
    'Quiet Harbour',
  ],
  [
    'a page whose menus have the words of rows too',
    {
      title: 'Kineprox',
      language: 'es',
      url: 'https://kine.example/detalle-pelicula/2005-puerto-quieto',
      body: `<button>Registrarse</button><a>Directorio</a>${'<span>Boletos</span>'.repeat(14)}<h2>PUERTO QUIETO</h2><p>Nombre original:</p><h5>QUIET HARBOUR</h5><p>Duración:</p><p>100 Minutos</p><p>Género:</p><p>Drama</p><p>Director:</p><p>Ana Lund</p><p>Reparto:</p><p>Bo Lind - Cy Marsh</p>${'<p>4:25 pm</p>'.repeat(14)}<p>Designer:</p>`,
    },
    'PUERTO QUIETO',
  ],
  [
    'a disc in a shop',
    {
      title: 'Shop.example: Quiet Harbour 4K ULTRA HD [4K UHD] : Bo Lind, Ana Lund: Movies & TV',
      url: 'https://shop.example/Quiet-Harbour/dp/63176',
      body: '<h1>Quiet Harbour 4K ULTRA HD 4K UHD</h1><img alt="Quiet Harbour 4K ULTRA HD [4K UHD]"><h2>Frequently bought together</h2><h2>Product details</h2><ul><li><b>Director \u200f : \u200e</b> Ana Lund</li><li><b>Run time \u200f : \u200e</b> 1 hour and 57 minutes</li><li><b>Actors \u200f : \u200e</b> Bo Lind</li></ul><h2>Customer reviews</h2>',
    },
    'Quiet Harbour',
  ],
  [
    'data of a page that has no name',
    {
      title: '',
      head: '<script type="application/ld+json">{"@type":"Movie","name":"The Harbour","datePublished":"1999-03-31"}</script>',
      url: 'https://scores.example/movie/the-harbour/',
      body: 'The Harbour (1999)',
    },
    'The Harbour',
  ],
];

/** Pages of the same forms about other things, and the films that they name. */
const otherPages: [string, Sample, string[]?][] = [
  [
    'an article about the director of a film (de)',
    {
      title: 'Regisseurin des Films „Stiller Hafen“ gestorben',
      language: 'de',
      body: article(
        'Regisseurin des Films „Stiller Hafen“ gestorben',
        'Ana Lund ist tot. Ihr Film „Stiller Hafen“ lief in vielen Ländern. Das teilte ihr Verlag mit.',
      ),
    },
    ['Stiller Hafen'],
  ],
  [
    'an article about a place in a film (fr)',
    {
      title: 'La maison du film « Port tranquille » est à vendre',
      language: 'fr',
      body: article(
        'La maison du film « Port tranquille » est à vendre',
        'Le film « Port tranquille » y fut tourné en 1998. La maison a neuf pièces et un jardin.',
      ),
    },
    ['Port tranquille'],
  ],
  [
    'news on a new film by the director of another',
    {
      title: 'Hafenwärter-Regisseurin dreht neuen Film',
      language: 'de',
      body: article(
        'Hafenwärter-Regisseurin dreht neuen Film',
        'Der Film „Der Hafenwärter“ machte Ana Lund bekannt. Nun arbeitet sie an etwas Neuem, wie sie gestern sagte.',
        'Auch der Film „Der Hafenwärter“ entstand im Norden, wo sie mit ihrer Familie seit Jahren lebt und arbeitet.',
      ),
    },
    ['Der Hafenwärter'],
  ],
  [
    'news on two films',
    {
      title: 'Zwei Hafenwärter, ein Film zu viel',
      language: 'de',
      body: article(
        'Zwei Hafenwärter, ein Film zu viel',
        'Der Film „Der Hafenwärter“ läuft seit gestern. Der Film „Hafenwärter im Eis“ läuft seit heute, und beide sind gut.',
        'Der Film „Der Hafenwärter“ ist der längere, der Film „Hafenwärter im Eis“ der kältere von beiden, sagt das Kino.',
      ),
    },
    ['Der Hafenwärter', 'Hafenwärter im Eis'],
  ],
  [
    'an article about a series',
    {
      title: 'Why the series ‘Quiet Harbour’ is no film',
      body: article(
        'Why the series ‘Quiet Harbour’ is no film',
        'The series “Quiet Harbour” has three seasons. Its second season began on television in May.',
      ),
    },
  ],
  [
    'a review of a book at an address that says book review',
    {
      title: 'Quiet Harbour is a slow novel',
      url: 'https://mash.example/article/quiet-harbour-book-review',
      body: article(
        'Quiet Harbour is a slow novel',
        'The novel by Ana Lund is a book of few words, and no film.',
      ),
    },
  ],
  [
    'a list at an address that says movie reviews',
    {
      title: 'All movie reviews',
      url: 'https://mash.example/all-movie-reviews',
      body: article(
        'All movie reviews',
        'Our critics watch the films of the week and say what they think of them.',
      ),
    },
  ],
  [
    'a post of a blog about cinemas, without a film',
    {
      title: 'The Lamp Gang » Blog Archive » Rainy Season',
      url: 'http://www.station.example/lamp/?p=78',
      body: '<h1><a href="/">The Lamp Gang</a></h1><h2>Rainy Season</h2><p>It rained all week, and the gang stayed in. We made soup, read the paper and listened to the radio.</p>',
    },
  ],
  [
    'an essay on a film maker, with a page number',
    {
      title: 'Ana Lund « The Lamp Gang',
      url: 'http://www.station.example/lamp/?p=80',
      body: '<div class="post"><h1>Ana Lund</h1><p>Her film is a film for a wet night. The movie was shot in Oslo; its director knows cinema, and a film crew that acts. A film to see.</p><p>Page 4/5</p></div>',
    },
  ],
  [
    'a post with tags, on a book',
    {
      title: 'Lesestunde » Archiv » Stiller Hafen',
      language: 'de',
      url: 'https://funk.example/lesestunde/2013/02/08/stiller-hafen/',
      body: '<h1><a href="/lesestunde/">Lesestunde</a></h1><h2>Stiller Hafen</h2><p>Tags: <a rel="tag" href="/tag/b">Buchkritik</a>, <a rel="tag" href="/tag/f">Film</a>, <a rel="tag" href="/tag/sh">Stiller Hafen</a></p>',
    },
  ],
  [
    'the site of a company that is named like its film',
    {
      title: 'Jobs | Quiet Harbour',
      url: 'https://www.quiet-harbour.example/jobs/',
      body: '<div><a href="/">Quiet Harbour</a></div><h2>Jobs</h2><p>We sail with you. Our harbour has forty berths, a shop and a crane for boats of all kinds.</p>',
    },
  ],
  [
    'a museum’s guided tour, with cinema in the menu',
    {
      title: 'Puerto Quieto - Museo del Agua',
      language: 'es',
      url: 'https://museo.example/producto/puerto-quieto/',
      body: '<ul><li>Cine</li><li>Talleres</li></ul><h1>Puerto Quieto</h1><p>Recorrido guiado</p><p>Guía: Ana Lund</p><p>60 min</p><p>2025</p>',
    },
  ],
  [
    'a play in a house that has films too',
    {
      title: 'Stiller Hafen | Haus am Markt',
      language: 'de',
      url: 'https://haus.example/programm/stiller-hafen',
      body: '<ul><li>Film</li><li>Theater</li></ul><h1>Stiller Hafen</h1><p>Regie: Ana Lund</p><p>Bühne: Cy Marsh</p><p>Mit: Bo Lind</p><p>Dauer: 98 min</p>',
    },
  ],
  [
    'a clip on a page of a museum',
    {
      title: 'Våra samlingar - Museet',
      language: 'sv',
      url: 'https://museet.example/samlingar',
      body: '<h1>Våra samlingar</h1><span>Film</span><span>12 min</span><p>Se hur vi vårdar våra samlingar.</p>',
    },
  ],
  [
    'a category with several films, each called a film',
    {
      title: 'Comedy - Streamo',
      url: 'https://streamo.example/categories/comedy',
      body: '<h1>Comedy</h1><div><p>Quiet Harbour</p><span>Film</span><span>2h</span></div><div><p>Paper Moons</p><span>Film</span><span>1h 40m</span></div>',
    },
  ],
  [
    'a concert with a conductor, a length and a country',
    {
      title: 'Quiet Harbour – Filmphilharmonie',
      url: 'https://phil.example/quiet-harbour',
      body: '<h1>Quiet Harbour</h1><p>Conductor: Ana Lund</p><p>Duration: 98 min</p><p>Country: Norway</p>',
    },
  ],
  [
    'a video game with a director and a release',
    {
      title: 'Quiet Harbour',
      url: 'https://games.example/quiet-harbour',
      body: '<h1>Quiet Harbour</h1><p>Developer: Lund Works</p><p>Director: Ana Lund</p><p>Release: 2021</p><p>Genre: Adventure</p><p>Length: 20 h</p>',
    },
  ],
  [
    'a recipe with a time',
    {
      title: 'Harbour Soup',
      url: 'https://kitchen.example/film-night/harbour-soup',
      body: '<h1>Harbour Soup</h1><p>Serves: 4</p><p>Preparation: 20 min</p><p>For a film night.</p>',
    },
  ],
  [
    'a page without a name, whose data has another film than its address',
    {
      title: '',
      head: '<script type="application/ld+json">{"@type":"Movie","name":"The Harbour"}</script>',
      url: 'https://scores.example/movie/night-ferry/',
      body: 'Night Ferry',
    },
    ['The Harbour'],
  ],
  [
    'sections of a shop’s page about films on disc',
    {
      title: 'Discs: Movies & TV',
      url: 'https://shop.example/discs',
      body: '<h1>Discs</h1><h2>Frequently bought together</h2><p>See 98 min of it</p><h2>Similar items</h2><p>Since 1999</p><h2>Customer reviews</h2><p>4.5 in 2024</p>',
    },
  ],
  [
    'a section of a newspaper',
    {
      title: 'Bo, bohater naszych czasów | Film | Dwu',
      language: 'pl',
      body: `<h1>Bo, bohater naszych czasów</h1><p>Film, film, film. Reżyser filmu zna kino, a film jest długi jak zima na północy kraju.</p>`,
    },
  ],
];

describe('on a site that no rule names, the subject is found:', () => {
  test.each(filmPages)('%s', (_name, page, film) => {
    expect(read(page).subject).toBe(film);
  });
});

describe('no subject, and no film but those it names, has', () => {
  test.each(otherPages)('%s', (_name, page, films = []) => {
    expect(read(page)).toEqual({ subject: null, films });
  });
});

/** Menus and footers of pages in several languages. */
const surroundings: [string, string][] = [
  [
    '<nav><a href="/">Home</a><a href="/n">News</a><a href="/s">Sport</a></nav>',
    '<footer>Contact us</footer>',
  ],
  [
    '<nav><a href="/">Startseite</a><a href="/n">Wirtschaft</a></nav>',
    '<footer>Impressum und Datenschutz</footer>',
  ],
  ['<nav><a href="/">Accueil</a><a href="/n">Météo</a></nav>', '<footer>Mentions légales</footer>'],
  ['<nav><a href="/">Главная</a><a href="/n">Погода</a></nav>', '<footer>О сайте</footer>'],
  ['<nav><a href="/">ホーム</a><a href="/n">天気</a></nav>', '<footer>お問い合わせ</footer>'],
];

test('a page reads the same with a menu and a footer in another language', () => {
  const pages = [...filmPages, ...otherPages].map(([, page]) => page);
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.constantFrom(...surroundings), (page, [before, after]) => {
      expect(read({ ...page, body: `${before}${page.body}${after}` })).toEqual(read(page));
    }),
  );
});

test.each([
  ['Program | Havne Bio', true],
  ['Bio Roxy', true],
  ['Bio | Ola Nes', false],
  ['Karin Ek – Bio', false],
])('whether the page "%s" of the north is about films', (title, isFilm) => {
  const page = readPageFacts(documentOf(htmlOf(`<title>${title}</title>`, '', 'da')), 'https://a.example/');
  expect(page && isFilmPage(page)).toBe(isFilm);
});
