// The reviews of the sample blog. The authors are pen names; the films and their people are real.

export interface ReviewPost {
  id: number;
  slug: string;
  film: {
    title: string;
    year: number;
    director: string;
    writers: string[];
    cast: string[];
    released: string;
    region: string;
    regionCode: string;
    genres: string[];
  };
  author: { name: string; role: string; slug: string };
  published: string;
  modified: string;
  verdict: string;
  /** Out of 5. */
  total: number;
  criteria: [name: string, outOf100: number][];
  readers: { value: number; votes: number };
  pros: string[];
  cons: string[];
  paragraphs: string[];
  comments: { name: string; text: string }[];
}

const projectionist = { name: 'The Projectionist', role: 'Editor', slug: 'the-projectionist' };
const backRow = { name: 'Back Row', role: 'Guest critic', slug: 'back-row' };

export const reviewPosts: ReviewPost[] = [
  {
    id: 117,
    slug: 'inception-review',
    film: {
      title: 'Inception',
      year: 2010,
      director: 'Christopher Nolan',
      writers: ['Christopher Nolan'],
      cast: ['Leonardo DiCaprio', 'Joseph Gordon-Levitt', 'Elliot Page', 'Tom Hardy', 'Marion Cotillard'],
      released: '2010-07-16',
      region: 'USA',
      regionCode: 'US',
      genres: ['Action', 'Science fiction'],
    },
    author: projectionist,
    published: '2026-03-14T19:30:00+00:00',
    modified: '2026-03-15T08:00:00+00:00',
    verdict: 'A heist that keeps its plan in plain sight and still surprises.',
    total: 4.4,
    criteria: [
      ['Story', 86],
      ['Acting', 82],
      ['Sound & Music', 95],
      ['Visual Effects', 93],
      ['Editing', 88],
    ],
    readers: { value: 4.1, votes: 238 },
    pros: ['The hotel corridor', 'A score that is also the plot'],
    cons: ['Much is explained twice'],
    paragraphs: [
      'There is a moment early on when a street folds over itself like a sheet of paper, and the film goes on as though nothing had happened. That calm is its best trick.',
      'A team of thieves enters the dream of an heir to leave something behind. Each level has its own weather and its own clock, and the cutting between them is the clearest the director has ever done.',
      'What stays is the sound: one slow brass chord, heard from four depths at once. It tells you where you are before any picture does.',
    ],
    comments: [
      { name: 'Aisle Seat', text: 'Saw it again last week. The corridor still holds.' },
      { name: 'Matinee', text: 'I lost count of the levels and did not mind.' },
    ],
  },
  {
    id: 112,
    slug: 'king-kong-review',
    film: {
      title: 'King Kong',
      year: 2005,
      director: 'Peter Jackson',
      writers: ['Fran Walsh', 'Philippa Boyens', 'Peter Jackson'],
      cast: ['Naomi Watts', 'Jack Black', 'Adrien Brody', 'Andy Serkis'],
      released: '2005-12-14',
      region: 'USA',
      regionCode: 'US',
      genres: ['Adventure', 'Drama'],
    },
    author: backRow,
    published: '2026-02-02T18:00:00+00:00',
    modified: '2026-02-02T18:00:00+00:00',
    verdict: 'Too long by a voyage, and moving all the same.',
    total: 3.8,
    criteria: [
      ['Story', 70],
      ['Acting', 78],
      ['Sound & Music', 76],
      ['Visual Effects', 90],
    ],
    readers: { value: 3.9, votes: 91 },
    pros: ['The ice in the park'],
    cons: ['An hour before the island'],
    paragraphs: [
      'The ship takes its time. When it arrives, everything that the film has promised happens at once.',
      'It is the quiet scenes that last: a woman who juggles for her life, and an ape who is bored, then is not.',
    ],
    comments: [{ name: 'Matinee', text: 'The stampede alone is worth the ticket.' }],
  },
  {
    id: 98,
    slug: 'atonement-review',
    film: {
      title: 'Atonement',
      year: 2007,
      director: 'Joe Wright',
      writers: ['Christopher Hampton'],
      cast: ['James McAvoy', 'Keira Knightley', 'Saoirse Ronan'],
      released: '2007-09-07',
      region: 'UK',
      regionCode: 'GB',
      genres: ['Drama'],
    },
    author: projectionist,
    published: '2026-01-10T10:15:00+00:00',
    modified: '2026-01-12T09:00:00+00:00',
    verdict: 'A typewriter has rarely been so cruel.',
    total: 4.2,
    criteria: [
      ['Story', 85],
      ['Acting', 84],
      ['Sound & Music', 92],
      ['Visual Effects', 72],
    ],
    readers: { value: 4.3, votes: 57 },
    pros: ['One long walk along a beach'],
    cons: ['The last act is hurried'],
    paragraphs: [
      'A girl at a window sees something and understands it wrongly. The rest is what it costs.',
      'The score is tapped out on the keys of a typewriter, and by the end one flinches at the return of the carriage.',
    ],
    comments: [],
  },
];
