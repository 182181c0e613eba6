import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldTitle } from './title-key.ts';
import { parseTitle, type ParsedTitle } from './title-parse.ts';
import * as titleRules from './title-rules.ts';
import * as addresses from '../site-addresses.ts';

/** The expected fields besides the title; a case without them has no year, kind, directors or other names. */
type Expected = Partial<Omit<ParsedTitle, 'title'>>;

const alone: Expected = { year: null, kind: null, directors: [], alternativeTitles: [] };

const printed: [text: string, title: string, expected: Expected][] = [
  // Years
  ['Her (2013)', 'Her', { year: 2013 }],
  ['Her [2013]', 'Her', { year: 2013 }],
  ['Her (2013 film)', 'Her', { year: 2013, kind: 'film' }],
  ['Her (film, 2013)', 'Her', { year: 2013, kind: 'film' }],
  ['Her (I) (2013)', 'Her', { year: 2013 }],
  ['Her (2013/II)', 'Her', { year: 2013 }],
  ['Blade Runner 2049 (2017)', 'Blade Runner 2049', { year: 2017 }],
  ['10 Cloverfield Lane (2016) is the epitome of a thriller.', '10 Cloverfield Lane', { year: 2016 }],
  // Discs
  ['Her 4K ULTRA HD 4K UHD', 'Her', {}],
  ['Her: The Film Blu-ray + DVD', 'Her: The Film', {}],
  ['Her (Blu-ray)', 'Her', {}],
  ['The DVD Keeper', 'The DVD Keeper', {}],
  // Kinds
  ['Fargo (TV Series 2014–2024)', 'Fargo', { year: 2014, kind: 'series' }],
  ['Fargo (TV Series 2014– )', 'Fargo', { year: 2014, kind: 'series' }],
  ['Blindspot (2016-2017) [Serial Review]', 'Blindspot', { year: 2016, kind: 'series' }],
  ['Duel (TV Movie 1971)', 'Duel', { year: 1971, kind: 'film' }],
  ['Duel (TV) (1971)', 'Duel', { year: 1971, kind: 'film' }],
  ['Tomb Raider (VG)', 'Tomb Raider', { kind: 'game' }],
  ['Tomb Raider (Video Game 2013)', 'Tomb Raider', { year: 2013, kind: 'game' }],
  ['Verbal (seriál)', 'Verbal', { kind: 'series' }],
  ['La casa de papel (Serie de TV)', 'La casa de papel', { kind: 'series' }],
  ['Les Revenants (série télévisée)', 'Les Revenants', { kind: 'series' }],
  ['Dark (Fernsehserie)', 'Dark', { kind: 'series' }],
  ['Gomorra (serie TV)', 'Gomorra', { kind: 'series' }],
  ['Шерлок (сериал)', 'Шерлок', { kind: 'series' }],
  ['Modern Love | SAISON 1 ⭐️⭐️⭐️⭐️ –', 'Modern Love', { kind: 'season' }],
  ['Stranger Things Season 4', 'Stranger Things', { kind: 'season' }],
  ['Dark – Staffel 2', 'Dark', { kind: 'season' }],
  ['Dark – 2. Staffel', 'Dark', { kind: 'season' }],
  ['La casa de papel: Temporada 3', 'La casa de papel', { kind: 'season' }],
  ['Gomorra - Stagione 2', 'Gomorra', { kind: 'season' }],
  ['Stranger Things: Season 4 | Netflix', 'Stranger Things', { kind: 'season' }],
  ['Stranger Things S04E02', 'Stranger Things', { kind: 'episode' }],
  [
    'The Spoony Experiment: The King of Fighters (#4.13)',
    'The Spoony Experiment: The King of Fighters',
    { kind: 'episode' },
  ],
  ['Her (novel)', 'Her', { kind: 'book' }],
  ['Le Parfum (roman)', 'Le Parfum', { kind: 'book' }],
  ['Drive (Original Motion Picture Soundtrack)', 'Drive', { kind: 'album' }],
  ['Once Upon a Time in Hollywood – Soundtrack', 'Once Upon a Time in Hollywood', { kind: 'album' }],
  [
    'Lust for Youth: Lust for Youth Album Review | Pitchfork',
    'Lust for Youth: Lust for Youth',
    { kind: 'album' },
  ],
  ['Hamlet (play)', 'Hamlet', { kind: 'other' }],
  // What reviews put before and after a title
  ['Cannes Review: Parasite', 'Parasite', {}],
  ['Cannes 2019: Parasite review', 'Parasite', { year: null }],
  ['Sundance Film Review: ‘CODA’', 'CODA', { kind: 'film' }],
  ['TIFF 2018: Roma', 'Roma', { year: null }],
  ['Berlin: Symphony of a Great City (1927)', 'Berlin: Symphony of a Great City', { year: 1927 }],
  ['Film Review #32: The Thing', 'The Thing', {}],
  ['Movie #5: Heat', 'Heat', {}],
  ['Watch Frozen | Disney+', 'Frozen', {}],
  ['Watch on the Rhine', 'Watch on the Rhine', {}],
  ['Her movie review & film summary (2013) | Roger Ebert', 'Her', { year: 2013, kind: 'film' }],
  ['La crítica de «Roma», de Alfonso Cuarón', 'Roma', {}],
  [
    'Critique : Portrait de la jeune fille en feu, de Céline Sciamma',
    'Portrait de la jeune fille en feu',
    { directors: ['Céline Sciamma'] },
  ],
  // Ranks, stars, scores
  ['12. The Matrix', 'The Matrix', {}],
  ['1. 8.8 The Dark Knight (2008) 489,357', 'The Dark Knight', { year: 2008 }],
  ['#50 Nurse Betty (R) (2000) US', 'Nurse Betty', { year: 2000 }],
  ['11. Pianist, The [#200 - 2002]', 'The Pianist', { year: 2002 }],
  ['20. Departed, The [#292 - 2007] AA', 'The Departed', { year: 2007 }],
  ['Melancholia ****', 'Melancholia', {}],
  ['Race (2016) ****', 'Race', { year: 2016 }],
  ['Viêt and Nam ★★★½', 'Viêt and Nam', {}],
  ['GEMINI MAN ⭐️⭐️ 1/2 –', 'GEMINI MAN', {}],
  ['DONJONS & DRAGONS : L’HONNEUR DES VOLEURS ❤️❤️❤️💛', 'DONJONS & DRAGONS : L’HONNEUR DES VOLEURS', {}],
  [
    'LES NOUVEAUX SAUVAGES ❤️❤️❤️❤️ Ce film est la définition même du mot jubilatoire.',
    'LES NOUVEAUX SAUVAGES',
    {},
  ],
  ["Ferris Bueller's Day Off (1986) ⭐ 7.8 | Comedy", "Ferris Bueller's Day Off", { year: 1986 }],
  ['Her – 8,5/10', 'Her', {}],
  // Names of sites
  ["Ferris Bueller's Day Off (1986) - IMDb", "Ferris Bueller's Day Off", { year: 1986 }],
  ['Matrix (1999) - Trivia - IMDb', 'Matrix', { year: 1999 }],
  ['The Shawshank Redemption | Rotten Tomatoes', 'The Shawshank Redemption', {}],
  ['Her (2013) — The Movie Database (TMDB)', 'Her', { year: 2013 }],
  [
    '\u200eMulholland Drive (2001) directed by David Lynch • Reviews, film + cast • Letterboxd',
    'Mulholland Drive',
    { year: 2001, directors: ['David Lynch'] },
  ],
  ['Na špatné straně (2018) | ČSFD.cz', 'Na špatné straně', { year: 2018 }],
  ['verbal | Recenze | ČSFD.cz', 'verbal', {}],
  ['Она (2013) — Кинопоиск', 'Она', { year: 2013 }],
  ['Her (film) - Wikipedia', 'Her', { kind: 'film' }],
  ['Her (film) — Wikipédia', 'Her', { kind: 'film' }],
  [
    'Bugonia — Dir. Yorgos Lanthimos | Leeds Film',
    'Bugonia',
    { kind: null, directors: ['Yorgos Lanthimos'] },
  ],
  // Reviews
  ['Review: Her (2013)', 'Her', { year: 2013 }],
  ['Her – Review', 'Her', {}],
  ['Her – Review - Frame and Field', 'Her', {}],
  ['Her review – a strange romance', 'Her', {}],
  ['The Greatest Showman (2017) – Review', 'The Greatest Showman', { year: 2017 }],
  ['Forever My Girl (2018) [Movie Review]', 'Forever My Girl', { year: 2018, kind: 'film' }],
  ['Film Review: ‘Playing with Fire’', 'Playing with Fire', { kind: 'film' }],
  ['Film Review: ‘Sound of Freedom’: A Must-See', 'Sound of Freedom', { kind: 'film' }],
  ['Film Review: TROLLS (USA 2016) ***', 'TROLLS', { year: 2016, kind: 'film', directors: [] }],
  ['HACKSAW RIDGE (USA/Australia 2016) ***** Top 10', 'HACKSAW RIDGE', { year: 2016, directors: [] }],
  ['Rewind, Review, and Re-Rate: ‘The Heiress’: Romantic Drama Avoids the Sentimental', 'The Heiress', {}],
  [
    '“Poor Things Review: A Daring Descent into the Absurd with Emma Stone and Mark Ruffalo”',
    'Poor Things',
    {},
  ],
  ['Through the Darkest of Times review', 'Through the Darkest of Times', {}],
  ['El Veredicto….’Jurassic World: El Reino Caido’', 'Jurassic World: El Reino Caido', {}],
  ['Crítica: Roma (2018)', 'Roma', { year: 2018 }],
  ['Critique de film : Her', 'Her', {}],
  ['Grâce à Dieu : les critiques presse', 'Grâce à Dieu', {}],
  ['avis sur le film Grâce à Dieu', 'Grâce à Dieu', {}],
  ['Toni Erdmann – Filmkritik', 'Toni Erdmann', {}],
  ['Kritik zu Toni Erdmann', 'Toni Erdmann', {}],
  ['… »Sweet Country«', 'Sweet Country', {}],
  ['Recensione: La grande bellezza (2013)', 'La grande bellezza', { year: 2013 }],
  ['Perfetti sconosciuti, recensione', 'Perfetti sconosciuti', {}],
  ['KUNG FU PANDA 3, exprimiendo la franquicia hasta la última gota', 'KUNG FU PANDA 3', {}],
  ['CARMINA Y AMÉN.', 'CARMINA Y AMÉN', {}],
  ['Her | Official Trailer', 'Her', {}],
  ['Her Official Trailer #1 (2013)', 'Her', { year: 2013 }],
  // Directors
  [
    'BATMAN V SUPERMAN : DAWN OF JUSTICE (Zack Snyder, 2016)',
    'BATMAN V SUPERMAN : DAWN OF JUSTICE',
    { year: 2016, directors: ['Zack Snyder'] },
  ],
  [
    'Star Wars: The Last Jedi (dir. Rian Johnson)',
    'Star Wars: The Last Jedi',
    { directors: ['Rian Johnson'] },
  ],
  [
    '… WAS UNS NICHT UMBRINGT | Regie: Sandra Nettelbeck | DE 2018',
    'WAS UNS NICHT UMBRINGT',
    { year: 2018, directors: ['Sandra Nettelbeck'] },
  ],
  [
    'Darkest Hour (Gary Oldman, Stephen Dillane, Kristin Scott Thomas) –',
    'Darkest Hour',
    { directors: [], alternativeTitles: [] },
  ],
  // Other names
  ['Ringu aka The Ring', 'Ringu', { alternativeTitles: ['The Ring'] }],
  [
    "Pan's Labyrinth (El laberinto del fauno) (2006)",
    "Pan's Labyrinth",
    { year: 2006, alternativeTitles: ["Pan's Labyrinth (El laberinto del fauno)", 'El laberinto del fauno'] },
  ],
  [
    '«Осколки» (Fugitive Pieces, 2007)',
    'Осколки',
    { year: 2007, directors: [], alternativeTitles: ['Fugitive Pieces'] },
  ],
  ['寄生虫 기생충 (2019)', '寄生虫 기생충', { year: 2019, alternativeTitles: ['寄生虫', '기생충'] }],
  ['Ringu / The Ring', 'Ringu', { alternativeTitles: ['The Ring', 'Ringu / The Ring'] }],
];

test.each(printed)('reads %j', (text, title, expected) => {
  expect(parseTitle(text)).toMatchObject({ title, ...expected });
});

test.each(
  (
    "2001: A Space Odyssey|1917|Blade Runner 2049|Wonder Woman 1984|Class of 1999|The Review|Se7en|M|9|8½|'71|50/50|Film|Review|Trailer|" +
    '(500) Days of Summer|Birdman or (The Unexpected Virtue of Ignorance)|Star Wars: Episode IV - A New Hope|Mission: Impossible|Scary Movie 3|' +
    'Season of the Witch|Open Season 2|The Book Thief|The Book of Eli|Book Club: The Next Chapter|Game Night|The Player|Roman Holiday|' +
    'Roman J. Israel, Esq.|Movie 43|The Lego Movie 2: The Second Part|Scary Movie|The Interview|Soundtrack for a Revolution|M*A*S*H|' +
    'I ❤️ Huckabees|Face/Off|3:10 to Yuma|Fahrenheit 9/11|99 and 44/100% Dead|The Long, Long Trailer|Tag: The Assassination Game|' +
    "Good Morning, Vietnam|Me, Myself & Irene|I, Tonya|Stand by Me|Directed by John Ford|'night, Mother|Some Girl(s)|Final Cut|The Final Season|" +
    'Kill Bill: Vol. 1|Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb|Everything You Always Wanted to Know About Sex* (*But Were Afraid to Ask)|' +
    'The Guardian|Mad Max|Rotten Tomatoes|$|???|X|千と千尋の神隠し'
  ).split('|'),
)('returns %j unchanged', (title) => {
  expect(parseTitle(title)).toEqual({ ...alone, title });
});

test.each([
  '(T)Raumschiff Surprise – Periode 1',
  'The Human Centipede (First Sequence)',
  '"Manos": The Hands of Fate',
])('keeps %j as an alternative title', (title) => {
  const parsed = parseTitle(title);
  expect([parsed.title, ...parsed.alternativeTitles].map(foldTitle)).toContain(foldTitle(title));
});

const piece = fc.oneof(
  fc.constantFrom(...printed.map(([text]) => text)),
  fc.constantFrom(
    '(',
    ')',
    '[',
    ' - ',
    ' | ',
    ': ',
    '****',
    '★',
    '4/5',
    'Review',
    'Season 2',
    ' aka ',
    ' / ',
    '“',
    '’',
    '(2013)',
    ', The',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

describe('for any text', () => {
  test('returns a result, and a title if the text has letters or digits', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const text = pieces.join('');
        const parsed = parseTitle(text);
        if (/[\p{L}\p{N}]/u.test(text)) expect(parsed.title).not.toBe('');
        expect(parsed.year === null || (parsed.year >= 1800 && parsed.year < 2050)).toBe(true);
        expect(parsed.alternativeTitles).not.toContain('');
      }),
      { numRuns: 1500 },
    );
  });

  test('reads a title with its year back', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1900, max: 2040 }),
        (words, year) => {
          const title = words.join(' ');
          fc.pre(parseTitle(title).title === title);
          expect(parseTitle(`${title} (${year})`)).toMatchObject({ title, year });
        },
      ),
    );
  });
});

describe('on 100,000 characters', () => {
  test.each([
    'A',
    'A ',
    '(',
    '()',
    '(a',
    '(2013',
    ', ',
    ' - ',
    ' | ',
    '*',
    '★',
    '“',
    '’',
    "l'",
    'A.',
    '½',
    'Review: ',
    'the ',
    'é',
    '\ud800',
  ])('reads only the first 400 characters of a run of %j', (unit) => {
    const long = `Her ${unit.repeat(100_000 / unit.length)}`;
    expect(parseTitle(long).title.length).toBeLessThanOrEqual(400);
    expect(foldTitle(long)).toBe(foldTitle(foldTitle(long)));
  });
});

/** A repeated group with an unbounded repeat inside can backtrack in exponentially many ways. */
const nestedRepeat = /\((?:\?[:=!<]*)?[^()]*[^\\(][+*][^()]*\)(?:[+*]|\{\d+,\})/;

test('no rule nests one repeat in another', () => {
  const patterns = [titleRules, addresses].flatMap((table) =>
    JSON.stringify(table, (_, value: unknown) => (value instanceof RegExp ? value.source : value)),
  );
  for (const rules of patterns) expect(rules).not.toMatch(nestedRepeat);
  expect('(?:a+b)+').toMatch(nestedRepeat);
});
