import { describe, expect, test } from 'vitest';
import type { SourceFiles } from '../types.ts';
import { readCannes } from './cannes.ts';
import { readOmdb } from './omdb.ts';
import { readOscarNominations, readOscars } from './oscars.ts';
import { readRottenTomatoes, splitBrackets } from './rotten-tomatoes.ts';
import { lowerCapitals, readBallots2022, readFilms2012 } from './sight-and-sound.ts';
import { readWikipedia } from './wikipedia.ts';

const folder = (files: Record<string, string[]>): SourceFiles =>
  new Map(Object.entries(files).map(([path, lines]) => [path, lines.map((line) => `${line}\n`).join('')]));

describe('omdb.org', () => {
  const files = folder({
    'omdb-org/all_movies.csv': [
      '"id","name","parent_id","date"',
      String.raw`"1","Der \"blaue\" Vogel",\N,"2001-02-03"`,
      '"2","Quiet Harbour",\\N,"1999-01-01"',
      '"3","Nur für Erwachsene",\\N,"1975-01-01"',
      '"4","Pilot","90","1980-01-01"',
      '"5","Kurz",\\N,\\N',
      '"6","Fernsehabend",\\N,"1990-05-01"',
    ],
    'omdb-org/all_series.csv': ['"id","name","parent_id","date"', '"90","The Long Run",\\N,"1981-01-01"'],
    'omdb-org/movie_details.csv': [
      '"movie_id","runtime","budget","revenue","homepage"',
      '"1","95","0","0",""',
      '"5","12","0","0",""',
    ],
    'omdb-org/movie_categories.csv': ['"movie_id","category_id"', '"3","3110"', '"1","867"', '"6","3167"'],
    'omdb-org/movie_languages.csv': ['"movie_id","language_iso_639_1"', '"1","de"', '"2","en"', '"5","xx"'],
    'omdb-org/movie_countries.csv': ['"movie_id","country_code"', '"1","DE"', '"1","AT"'],
    'omdb-org/all_votes.csv': ['"movie_id","vote_average","votes_count"', '"1","7.5","12"'],
    'omdb-org/movie_links_2023.csv': ['"imdbmovie","tt0000011","1","xx"', '"wikipedia","X","2","en"'],
    'omdb-org/all_people.csv': ['"id","name"', '"70","Ida Example"'],
    'omdb-org/all_casts.csv': ['"movie_id","person_id","job_id"', '"1","70","21"', '"2","70","15"'],
    'wey-gu-omdb/movies_en_titles.csv': [
      ':VID(string),movie.name',
      '1,"The Blue Bird, Again"',
      '1,Extended Edition',
      '2,Quiet Harbor',
    ],
  });
  const { films, dropped } = readOmdb(files);
  const byKey = new Map(films.map((film) => [film.key, film]));

  test('escaped quotes, ids, lengths, votes and directors are read', () => {
    expect(byKey.get('1')).toMatchObject({
      original: 'Der "blaue" Vogel',
      english: 'The Blue Bird, Again',
      others: ['The Blue Bird, Again'],
      year: 2001,
      imdb: 'tt0000011',
      minutes: 95,
      countries: ['AT', 'DE'],
      languages: ['de'],
      directors: ['Ida Example'],
      form: '',
      fame: { votes: 12 },
    });
  });

  test('the original title of a film in English is the English one', () => {
    expect(byKey.get('2')).toMatchObject({
      english: 'Quiet Harbour',
      others: ['Quiet Harbor'],
      directors: [],
    });
  });

  test('episodes are dropped; erotic films, shorts and films for television are marked', () => {
    expect(dropped).toEqual({ 'episode or series': 1 });
    expect(films.filter(({ isErotic }) => isErotic).map(({ key }) => key)).toEqual(['3']);
    expect(byKey.get('5')).toMatchObject({ form: 'short', year: null, languages: [] });
    expect(byKey.get('6')?.form).toBe('tv');
  });
});

test('Cannes: lengths, lists in cells and ids in addresses are read', () => {
  const files = folder({
    'great-tables-cannes/films.csv': [
      'year,title,original_title,director,languages,countries_of_origin,run_time,imdb_url',
      '1952,Cold Rain,Pluie froide,"Ada One, Bo Two","fr,it","FR,IT",1h 45m,https://www.imdb.com/title/tt0000021/',
      '1953,Ashore,,Ada One,en,GB,59m,',
    ],
  });
  expect(readCannes(files).films).toMatchObject([
    {
      english: 'Cold Rain',
      original: 'Pluie froide',
      directors: ['Ada One', 'Bo Two'],
      minutes: 105,
      imdb: 'tt0000021',
    },
    { english: 'Ashore', original: 'Ashore', minutes: 59, imdb: null, countries: ['GB'] },
  ]);
});

test('Oscars: a nomination for several films, seasons of two years, and winners are read', () => {
  const files = folder({
    'oscars-dlu/oscars.csv': [
      'Ceremony\tYear\tClass\tCanonicalCategory\tCategory\tFilm\tFilmId\tName\tNominees\tNomineeIds\tWinner',
      '1\t1927/28\tActing\tACTRESS IN A LEADING ROLE\tACTRESS\tMoor|Lamp\ttt0000031|tt0000032\tX\tX\tnm1\tTrue',
      '70\t1997\tDirecting\tDIRECTING\tDIRECTING\tMoor\ttt0000033\tCy Three\tCy Three\tnm2',
      '70\t1997\tWriting\tWRITING (Original Screenplay)\tWRITING\tMoor\ttt0000033\tX\tX\tnm3\tTrue',
      '70\t1997\tSciTech\tMEDAL OF COMMENDATION\tMEDAL\t\t\tX\tX\tnm4\tTrue',
    ],
  });
  expect(readOscarNominations(files).map(({ category, year, isWon }) => [category, year, isWon])).toEqual([
    ['Actress in a Leading Role', 1928, true],
    ['Actress in a Leading Role', 1928, true],
    ['Directing', 1997, false],
    ['Original Screenplay', 1997, true],
  ]);
  expect(readOscars(files).films.at(-1)).toMatchObject({
    imdb: 'tt0000033',
    others: ['Moor'],
    directors: ['Cy Three'],
    fame: { nominations: 2, wins: 1 },
  });
});

describe('Rotten Tomatoes and Wikidata', () => {
  test.each([
    ['Gui (Silk)', 'Gui', ['Silk']],
    ['Ne touchez pas (Do Not Touch)(The Axe)', 'Ne touchez pas', ['Do Not Touch', 'The Axe']],
    ['Voyage (1966)', 'Voyage (1966)', []],
    ['(500) Days', '(500) Days', []],
  ])('splits the brackets of %s', (text, title, others) => {
    expect(splitBrackets(text)).toEqual({ title, others });
  });

  test('the row of a page gets its ids from Wikidata; a label that is an id is not a title', () => {
    const files = folder({
      'rotten-tomatoes-leone/rt_wikidata_joined.csv': [
        'title,year,tomatometer,audience,genres,rt_slug,wikidata,wikidata_label,imdb,tmdb,join_similarity',
        'Gui (Silk),2006,40,57,"Art, Horror",m/10-silk,,,,,1.00',
        'Salt,2010,62,59,Drama,m/Salt_2010,Q9,Q9,tt0000043,5,1.00',
        "Salt (Director's Cut),2010,90,91,Drama,m/salt_cut,Q10,Salt (The Final Cut),,,1.00",
      ],
      'wikidata_movies.csv': [
        'rotten_tomatoes_link,wd_film_qid,wd_film_label,imdb_id,tmdb_id,box_office_value,box_office_currency_qid',
        'm/10-silk,Q7,Silk,tt0000041,77.0,5000000.0,Q4917',
        'm/10-silk,Q7,Silk,tt0000041,77.0,9000000.0,Q4917',
        'm/only,Q8,Only There,tt0000042,,,',
        'm/none,,,,,,',
      ],
    });
    expect(readRottenTomatoes(files).films).toMatchObject([
      {
        english: 'Silk',
        others: ['Gui', 'Silk'],
        year: 2006,
        imdb: 'tt0000041',
        wikidata: 'Q7',
        tmdb: '77',
        rottentomatoes: '10-silk',
        critics: 40,
        audience: 57,
        fame: { boxOffice: 9e6 },
      },
      { english: null, others: ['Salt'], rottentomatoes: 'salt_2010', wikidata: 'Q9' },
      { english: 'Only There', year: null, imdb: 'tt0000042', critics: null },
    ]);
  });
});

describe('Sight and Sound', () => {
  test('ballots are counted; cycles of several years are dropped', () => {
    const files = folder({
      'sight-and-sound/votes_2022.csv': [
        'a,"Critic, Writer",10,Harbour (Port),harbour,1960,"Ada One, Bo Two",ada one',
        'b,Director,10,Harbour (Port),harbour,1960,"Ada One, Bo Two",ada one',
        'c,Critic,10,Ten Parts,ten parts,1987-1989,Cy Three,cy three',
      ],
    });
    const { films, dropped } = readBallots2022(files);
    expect(films).toMatchObject([
      { others: ['Harbour', 'Port'], directors: ['Ada One', 'Bo Two'], fame: { ballots: 2 } },
    ]);
    expect(dropped).toEqual({ 'several years: a series or a cycle': 1 });
  });

  test('films of 2012 keep their other titles; television is dropped', () => {
    const files = folder({
      'sight-and-sound/films_2012.csv': [
        'film_id,title_raw,director_raw,year,film_type,alternate_titles_raw',
        'x1,TERRA EM PAZ,Ada One,1967,Film,LAND IN PEACE | EARTH',
        'x2,The Show,Bo Two,1980,Television,',
      ],
    });
    expect(readFilms2012(files).films.map(({ others }) => others)).toEqual([
      ['Terra Em Paz', 'Land In Peace', 'Earth'],
    ]);
  });

  test.each([
    ['Le TEMPESTAIRE', 'Le Tempestaire'],
    ['JFK', 'JFK'],
    ['ROCKY III', 'Rocky III'],
  ])('writes %s as %s', (text, title) => expect(lowerCapitals(text)).toBe(title));
});

test('Wikipedia: a film once, series dropped, kinds and directors from the first sentences', () => {
  const article = (title: string, extract: string, year = 1999): object => ({
    title,
    year,
    href: title,
    extract,
    genres: [],
  });
  const files = new Map([
    [
      'wikipedia-movie-data/movies-1990s.json',
      JSON.stringify([
        article('Lamp', 'Lamp is a 1999 American drama film directed by Ada One.'),
        article('Bear Club', 'Bear Club is a Canadian animated television series.'),
        article('Evening', 'Evening is a 1999 American television film directed by Bo Two.'),
        article('Reel', 'Reel is a 1999 American short film.'),
        { title: 5 },
      ]),
    ],
    ['wikipedia-movie-data-2025/movies-1990s.json', JSON.stringify([article('Lamp', 'Lamp is a film.')])],
  ]);
  const { films, dropped } = readWikipedia(files);
  expect(films.map(({ english, directors, form }) => [english, directors, form])).toEqual([
    ['Lamp', ['Ada One'], null],
    ['Evening', ['Bo Two'], 'tv'],
    ['Reel', [], 'short'],
  ]);
  expect(dropped).toEqual({
    'the article is of a series': 1,
    'not in the form of the file': 1,
    'the same article twice': 1,
  });
});
