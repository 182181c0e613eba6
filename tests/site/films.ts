// The works of the sample site: films in the built-in catalogue, and other works that share a title with one.

export interface SiteFilm {
  slug: string;
  title: string;
  year: number;
  director: string;
  minutes: number | null;
  genre: string;
  /** The kind of data in the film's page. One page each has another kind than JSON-LD. */
  markup: 'json-ld' | 'microdata' | 'open-graph' | 'broken-json-ld';
}

type Row = [title: string, year: number, director: string, minutes: number | null, genre: string];

const rows: Row[] = [
  ['2001: A Space Odyssey', 1968, 'Stanley Kubrick', 149, 'Science fiction'],
  ['300', 2007, 'Zack Snyder', 117, 'Action'],
  ['Alice in Wonderland', 1951, 'Clyde Geronimi', 75, 'Animation'],
  ['Alice in Wonderland', 2010, 'Tim Burton', 108, 'Adventure'],
  ['Alien', 1979, 'Ridley Scott', 117, 'Horror'],
  ['Alien³', 1992, 'David Fincher', 114, 'Action'],
  ['Around the World in 80 Days', 1956, 'Michael Anderson', 175, 'Adventure'],
  ['Around the World in 80 Days', 2004, 'Frank Coraci', 120, 'Adventure'],
  ['Atonement', 2007, 'Joe Wright', 123, 'Drama'],
  ['Blade Runner', 1982, 'Ridley Scott', 117, 'Science fiction'],
  ['Casino Royale', 1967, 'John Huston', 131, 'Comedy'],
  ['Casino Royale', 2006, 'Martin Campbell', 144, 'Action'],
  ['Children of Men', 2006, 'Alfonso Cuaron', 109, 'Thriller'],
  ['Coraline', 2009, 'Henry Selick', 100, 'Animation'],
  ['Crash', 1996, 'David Cronenberg', 100, 'Drama'],
  ['Crash', 2005, 'Paul Haggis', 112, 'Drama'],
  ['Dawn of the Dead', 1979, 'George A. Romero', 127, 'Horror'],
  ['Dawn of the Dead', 2004, 'Zack Snyder', 100, 'Horror'],
  ['Death at a Funeral', 2007, 'Frank Oz', 90, 'Comedy'],
  ['Death at a Funeral', 2010, 'Neil LaBute', 92, 'Comedy'],
  ['District 9', 2009, 'Neill Blomkamp', 112, 'Thriller'],
  ['Fargo', 1996, 'Joel Coen', 98, 'Thriller'],
  ['House of Wax', 1953, 'André De Toth', 88, 'Horror'],
  ['House of Wax', 2005, 'Jaume Collet-Serra', 108, 'Horror'],
  ['Inception', 2010, 'Christopher Nolan', 148, 'Thriller'],
  ['Jaws', 1975, 'Steven Spielberg', 124, 'Horror'],
  ['King Kong', 1976, 'John Guillermin', 134, 'Adventure'],
  ['King Kong', 2005, 'Peter Jackson', 187, 'Adventure'],
  ['Lost in Translation', 2003, 'Sofia Coppola', 102, 'Drama'],
  ['Memento', 2001, 'Christopher Nolan', 113, 'Drama'],
  ['No Country for Old Men', 2007, 'Joel Coen', 122, 'Action'],
  ['Peter Pan', 1953, 'Clyde Geronimi', 77, 'Animation'],
  ['Peter Pan', 2003, 'P.J. Hogan', 113, 'Adventure'],
  ['Pi', 1998, 'Darren Aronofsky', 84, 'Thriller'],
  ['Ratatouille', 2007, 'Brad Bird', 111, 'Animation'],
  ['Silent Hill', 2006, 'Christophe Gans', 125, 'Horror'],
  ['Solaris', 2002, 'Steven Soderbergh', 99, 'Drama'],
  ['Spirited Away', 2002, 'Hayao Miyazaki', 125, 'Animation'],
  ['Stardust', 2007, 'Matthew Vaughn', 128, 'Adventure'],
  ['The Dark Knight', 2008, 'Christopher Nolan', 152, 'Action'],
  ['The Fog', 1980, 'John Carpenter', 89, 'Horror'],
  ['The Fog', 2005, 'Rupert Wainwright', 101, 'Horror'],
  ['The Godfather', 1972, 'Francis Ford Coppola', 175, 'Drama'],
  ['The Incredibles', 2004, 'Brad Bird', 115, 'Animation'],
  ['The Island', 1980, 'Michael Ritchie', 114, 'Adventure'],
  ['The Island', 2005, 'Michael Bay', 136, 'Action'],
  ['The Matrix', 1999, 'Andy Wachowski', 136, 'Action'],
  ['The Omen', 1976, 'Richard Donner', 111, 'Horror'],
  ['The Omen', 2006, 'John Moore', 110, 'Horror'],
  ['The Prestige', 2006, 'Christopher Nolan', 131, 'Thriller'],
  ['Toy Story', 1995, 'John Lasseter', 81, 'Animation'],
  ['Toy Story 2', 1999, 'John Lasseter', 92, 'Animation'],
  ['Toy Story 3', 2010, 'Lee Unkrich', 103, 'Animation'],
  ['Up', 2009, 'Pete Docter', 96, 'Animation'],
  ['WALL-E', 2008, 'Andrew Stanton', 97, 'Animation'],
  ['Watchmen', 2009, 'Zack Snyder', 162, 'Action'],
];

const otherMarkup: Partial<Record<string, SiteFilm['markup']>> = {
  'memento-2001': 'microdata',
  'ratatouille-2007': 'open-graph',
  'district-9-2009': 'broken-json-ld',
};

/** The films, in the order of the list page. */
export const films: SiteFilm[] = rows.map(([title, year, director, minutes, genre]) => {
  const slug = `${toSlug(title)}-${year}`;
  return { slug, title, year, director, minutes, genre, markup: otherMarkup[slug] ?? 'json-ld' };
});

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
