// The works of the sample site: films up to 2025, a film that no film data has, and works that are no films but share a title with one.

export interface SiteFilm {
  slug: string;
  title: string;
  /** The title in the film's own language and script, where it is another. */
  original: string | null;
  year: number;
  director: string;
  minutes: number;
  genre: string;
  /** The number in IMDb's id. The pages of the site do not name it. */
  imdb: number;
  /** The kind of data in the film's page. One page each has another kind than JSON-LD. */
  markup: 'json-ld' | 'microdata' | 'open-graph' | 'broken-json-ld';
}

type Row = [
  title: string,
  year: number,
  director: string,
  minutes: number,
  genre: string,
  imdb: number,
  original?: string,
];

const rows: Row[] = [
  ['2001: A Space Odyssey', 1968, 'Stanley Kubrick', 149, 'Science fiction', 62_622],
  ['A Star Is Born', 1954, 'George Cukor', 176, 'Drama', 47_522],
  ['A Star Is Born', 2018, 'Bradley Cooper', 136, 'Drama', 1_517_451],
  ['Alien', 1979, 'Ridley Scott', 117, 'Horror', 78_748],
  ['Alien³', 1992, 'David Fincher', 114, 'Action', 103_644],
  ['All Quiet on the Western Front', 1930, 'Lewis Milestone', 140, 'Drama', 20_629],
  ['All Quiet on the Western Front', 2022, 'Edward Berger', 147, 'Drama', 1_016_150],
  ['Amélie', 2001, 'Jean-Pierre Jeunet', 122, 'Comedy', 211_915, 'Le Fabuleux Destin d’Amélie Poulain'],
  ['Anatomy of a Fall', 2023, 'Justine Triet', 151, 'Drama', 17_009_710, 'Anatomie d’une chute'],
  ['Anora', 2024, 'Sean Baker', 139, 'Comedy', 28_607_951],
  ['Arrival', 2016, 'Denis Villeneuve', 116, 'Science fiction', 2_543_164],
  ['Atonement', 2007, 'Joe Wright', 123, 'Drama', 783_233],
  ['Barbie', 2023, 'Greta Gerwig', 114, 'Comedy', 1_517_268],
  ['Blade Runner', 1982, 'Ridley Scott', 117, 'Science fiction', 83_658],
  ['Casino Royale', 1967, 'John Huston', 131, 'Comedy', 61_452],
  ['Casino Royale', 2006, 'Martin Campbell', 144, 'Action', 381_061],
  ['Challengers', 2024, 'Luca Guadagnino', 131, 'Drama', 16_426_418],
  ['Children of Men', 2006, 'Alfonso Cuarón', 109, 'Thriller', 206_634],
  ['Conclave', 2024, 'Edward Berger', 120, 'Thriller', 20_215_234],
  ['Crash', 1996, 'David Cronenberg', 100, 'Drama', 115_964],
  ['Crash', 2004, 'Paul Haggis', 112, 'Drama', 375_679],
  ['District 9', 2009, 'Neill Blomkamp', 112, 'Thriller', 1_136_608],
  ['Drive My Car', 2021, 'Ryusuke Hamaguchi', 179, 'Drama', 14_039_582, 'ドライブ・マイ・カー'],
  ['Dune', 1984, 'David Lynch', 137, 'Science fiction', 87_182],
  ['Dune', 2021, 'Denis Villeneuve', 155, 'Science fiction', 1_160_419],
  ['Dune: Part Two', 2024, 'Denis Villeneuve', 166, 'Science fiction', 15_239_678],
  ['Fargo', 1996, 'Joel Coen', 98, 'Thriller', 116_282],
  ['Flow', 2024, 'Gints Zilbalodis', 85, 'Animation', 4_772_188, 'Straume'],
  ['Get Out', 2017, 'Jordan Peele', 104, 'Horror', 5_052_448],
  ['Inception', 2010, 'Christopher Nolan', 148, 'Thriller', 1_375_666],
  ['Jaws', 1975, 'Steven Spielberg', 124, 'Horror', 73_195],
  ['King Kong', 1933, 'Merian C. Cooper', 100, 'Adventure', 24_216],
  ['King Kong', 1976, 'John Guillermin', 134, 'Adventure', 74_751],
  ['King Kong', 2005, 'Peter Jackson', 187, 'Adventure', 360_717],
  ['Little Women', 1994, 'Gillian Armstrong', 115, 'Drama', 110_367],
  ['Little Women', 2019, 'Greta Gerwig', 135, 'Drama', 3_281_548],
  ['Memento', 2000, 'Christopher Nolan', 113, 'Drama', 209_144],
  ['Nosferatu', 1922, 'F. W. Murnau', 94, 'Horror', 13_442, 'Nosferatu, eine Symphonie des Grauens'],
  ['Nosferatu', 2024, 'Robert Eggers', 132, 'Horror', 5_040_012],
  ['One Battle After Another', 2025, 'Paul Thomas Anderson', 162, 'Action', 30_144_839],
  ['Oppenheimer', 2023, 'Christopher Nolan', 180, 'Drama', 15_398_776],
  ['Parasite', 2019, 'Bong Joon-ho', 132, 'Thriller', 6_751_668, '기생충'],
  ['Past Lives', 2023, 'Celine Song', 106, 'Drama', 13_238_346],
  ['Perfect Days', 2023, 'Wim Wenders', 124, 'Drama', 27_503_384],
  ['Pi', 1998, 'Darren Aronofsky', 84, 'Thriller', 138_704],
  ['Poor Things', 2023, 'Yorgos Lanthimos', 141, 'Comedy', 14_230_458],
  [
    'Portrait of a Lady on Fire',
    2019,
    'Céline Sciamma',
    119,
    'Drama',
    8_613_070,
    'Portrait de la jeune fille en feu',
  ],
  ['Ratatouille', 2007, 'Brad Bird', 111, 'Animation', 382_932],
  ['Silent Hill', 2006, 'Christophe Gans', 125, 'Horror', 384_537],
  ['Sinners', 2025, 'Ryan Coogler', 137, 'Horror', 31_193_180],
  ['Solaris', 1972, 'Andrei Tarkovsky', 167, 'Drama', 69_293, 'Солярис'],
  ['Solaris', 2002, 'Steven Soderbergh', 99, 'Drama', 307_479],
  ['Spirited Away', 2001, 'Hayao Miyazaki', 125, 'Animation', 245_429, '千と千尋の神隠し'],
  ['Stardust', 2007, 'Matthew Vaughn', 128, 'Adventure', 486_655],
  ['Superman', 1978, 'Richard Donner', 143, 'Adventure', 78_346],
  ['Superman', 2025, 'James Gunn', 129, 'Adventure', 5_950_044],
  ['Suspiria', 1977, 'Dario Argento', 98, 'Horror', 76_786],
  ['Suspiria', 2018, 'Luca Guadagnino', 152, 'Horror', 1_034_415],
  ['The Batman', 2022, 'Matt Reeves', 176, 'Action', 1_877_830],
  ['The Brutalist', 2024, 'Brady Corbet', 215, 'Drama', 8_999_762],
  ['The Dark Knight', 2008, 'Christopher Nolan', 152, 'Action', 468_569],
  ['The Godfather', 1972, 'Francis Ford Coppola', 175, 'Drama', 68_646],
  [
    'The Lives of Others',
    2006,
    'Florian Henckel von Donnersmarck',
    137,
    'Drama',
    405_094,
    'Das Leben der Anderen',
  ],
  ['The Matrix', 1999, 'Lana Wachowski', 136, 'Action', 133_093],
  ['The Substance', 2024, 'Coralie Fargeat', 141, 'Horror', 17_526_714],
  ['The Wild Robot', 2024, 'Chris Sanders', 102, 'Animation', 29_623_480],
  ['The Zone of Interest', 2023, 'Jonathan Glazer', 105, 'Drama', 7_160_372],
  ['Up', 2009, 'Pete Docter', 96, 'Animation', 1_049_413],
  ['WALL-E', 2008, 'Andrew Stanton', 97, 'Animation', 910_970],
  ['West Side Story', 1961, 'Robert Wise', 152, 'Musical', 55_614],
  ['West Side Story', 2021, 'Steven Spielberg', 156, 'Musical', 3_581_652],
  ['Wicked', 2024, 'Jon M. Chu', 160, 'Musical', 1_262_426],
];

const otherMarkup: Partial<Record<string, SiteFilm['markup']>> = {
  'memento-2000': 'microdata',
  'ratatouille-2007': 'open-graph',
  'district-9-2009': 'broken-json-ld',
};

/** The films, in the order of the list page. */
export const films: SiteFilm[] = rows.map(([title, year, director, minutes, genre, imdb, original]) => {
  const slug = `${toSlug(title)}-${year}`;
  const markup = otherMarkup[slug] ?? 'json-ld';
  return { slug, title, original: original ?? null, year, director, minutes, genre, imdb, markup };
});

/** A film newer than all film data. It is made up, and so is its IMDb id, which its page names. */
export const newestFilm = {
  slug: 'the-lamp-room-2026',
  title: 'The Lamp Room',
  year: 2026,
  imdb: 90_000_001,
};

export interface OtherWork {
  path: string;
  title: string;
  /** A type of schema.org. */
  type: 'TVSeries' | 'VideoGame' | 'Book';
  label: string;
  year: number;
  makerProperty: string;
  maker: string;
  text: string;
}

/** Works that are not films, although each has a film's title: their pages must get no badge. */
export const otherWorks: OtherWork[] = [
  {
    path: '/series/fargo/',
    title: 'Fargo',
    type: 'TVSeries',
    label: 'Series',
    year: 2014,
    makerProperty: 'creator',
    maker: 'Noah Hawley',
    text: 'Five seasons, each a case of its own in the snow of Minnesota. A television series.',
  },
  {
    path: '/games/silent-hill/',
    title: 'Silent Hill',
    type: 'VideoGame',
    label: 'Game',
    year: 1999,
    makerProperty: 'publisher',
    maker: 'Konami',
    text: 'A game for one player: a town in the mist, a radio that crackles when something is near.',
  },
  {
    path: '/books/stardust/',
    title: 'Stardust',
    type: 'Book',
    label: 'Book',
    year: 1999,
    makerProperty: 'author',
    maker: 'Neil Gaiman',
    text: 'A novel of 250 pages: beyond the wall of an English village lies the land of Faerie.',
  },
];

function toSlug(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
