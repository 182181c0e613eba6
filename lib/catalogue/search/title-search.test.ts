import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FilmRef } from '../../films/types.ts';
import { packTitles } from './film-titles.ts';
import { openTitleSearch, type TitleSearch } from './title-search.ts';

/** Opens a search over films given as "title | other title (year) known". */
function open(...lines: string[]): Promise<TitleSearch> {
  const films = lines.map((line, at) => {
    const [, names = '', year = '', known = '0'] = /^(.*?)(?: \((\d+)\))?(?: (\d+))?$/.exec(line) ?? [];
    const [title = '', ...otherTitles] = names.split(' | ');
    const ref: FilmRef = `imdb:tt${at}`;
    return { title, otherTitles, year: year === '' ? null : Number(year), known: Number(known), ref };
  });
  return openTitleSearch(packTitles(films));
}

const find = (search: TitleSearch, text: string): string[] =>
  search.search(text, 8).map(({ title, year }) => (year === null ? title : `${title} (${year})`));

describe('openTitleSearch', () => {
  test('puts the known film before an obscure one of exactly that title', async () => {
    const search = await open('Godfather (2015) 0', 'The Godfather (1972) 90');
    expect(find(search, 'godfather')).toEqual(['The Godfather (1972)', 'Godfather (2015)']);
  });

  test('puts a whole title before a longer one that is as well known', async () => {
    const search = await open('Alien Nation 60', 'Aliens 60', 'Alien 60');
    expect(find(search, 'alien')).toEqual(['Alien', 'Alien Nation', 'Aliens']);
  });

  test('finds by year, also by its first digits, and puts the right year first', async () => {
    const search = await open('Dune (1984) 80', 'Dune (2021) 60', 'Dune (2000) 10');
    expect(find(search, 'dune 2021')).toEqual(['Dune (2021)']);
    expect(find(search, 'dune 19')).toEqual(['Dune (1984)']);
    expect(find(search, 'dune 2')).toEqual(['Dune (2021)', 'Dune (2000)']);
    expect(find(search, '1984 dune')).toEqual(['Dune (1984)']);
  });

  test('takes a year in a title for a word of it', async () => {
    const search = await open('Blade Runner 2049 (2017)', '1984 (1956)', 'Nineteen (1984)');
    expect(find(search, 'blade runner 2049')).toEqual(['Blade Runner 2049 (2017)']);
    expect(find(search, '1984')).toEqual(['1984 (1956)', 'Nineteen (1984)']);
  });

  test('puts the newest of films that are alike first', async () => {
    const search = await open('Her (1950)', 'Her (2013)', 'Her');
    expect(find(search, 'her')).toEqual(['Her (2013)', 'Her (1950)', 'Her']);
  });

  test('finds one film once, by any of its titles, and says by which', async () => {
    const search = await open('The Lives of Others | Das Leben der Anderen | Leben der Anderen (2006)');
    expect(search.search('leben anderen', 8)).toMatchObject([
      { title: 'The Lives of Others', otherTitle: 'Das Leben der Anderen', year: 2006, ref: 'imdb:tt0' },
    ]);
    expect(search.search('lives', 8)).toMatchObject([{ otherTitle: null }]);
  });

  test.each([
    ['godfahter', 'The Godfather'],
    ['godfaht', 'The Godfather'],
    ['father god', 'The Godfather'],
    ['beetle juice', 'Beetlejuice'],
    ['starwars', 'Star Wars'],
    ['seven samurai', 'Seven Samurai'],
    ['7 samurai', 'Seven Samurai'],
    ['samurai vii', 'Seven Samurai'],
    ['tiger crouching', 'Crouching Tiger, Hidden Dragon'],
    ['crouching hidden', 'Crouching Tiger, Hidden Dragon'],
    ['神隠', '千と千尋の神隠し'],
    ['AMELIE', 'Amélie'],
    ['lotr', 'The Lord of the Rings: The Two Towers'],
    ['the two tow', 'The Lord of the Rings: The Two Towers'],
  ])('finds by "%s"', async (text, title) => {
    const search = await open(
      'The Godfather',
      'God Is My Father',
      'Beetlejuice',
      'Star Wars',
      'Seven Samurai',
      'Crouching Tiger, Hidden Dragon',
      '千と千尋の神隠し',
      'Amélie',
      'The Lord of the Rings: The Two Towers',
    );
    const expected = text === 'father god' ? 'God Is My Father' : title;
    expect(find(search, text)[0]).toBe(expected);
  });

  test.each(['', '   ', '!?', 'zzz', 'lord zzz', 'got', 'sevne samurai tiger'])(
    'finds nothing by "%s"',
    async (text) => {
      const search = await open('The Lord of the Rings', 'Seven Samurai', 'Game of Thrones');
      expect(find(search, text)).toEqual([]);
    },
  );

  test('does not take another number for a typing error', async () => {
    const search = await open('Apollo 2011 (1990)', 'Apollo 2012 (1990)');
    expect(find(search, 'apollo 2012')).toEqual(['Apollo 2012 (1990)']);
  });

  test('finds the same best films as a search for all of them', async () => {
    const word = fc.constantFrom(
      'the',
      'her',
      'heat',
      'heart',
      'a',
      'ape',
      'man',
      '1984',
      'ii',
      'of',
      '神隠し',
    );
    const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const film = fc.tuple(
      title,
      title,
      fc.integer({ min: 1980, max: 1990 }),
      fc.integer({ min: 0, max: 100 }),
    );
    const typed = fc.tuple(title, fc.nat(6)).map(([text, cut]) => text.slice(0, text.length - cut) || text);
    await fc.assert(
      fc.asyncProperty(fc.array(film, { minLength: 20, maxLength: 60 }), typed, async (films, text) => {
        const search = await open(
          ...films.map(([one, other, year, known]) => `${one} | ${other} (${year}) ${known}`),
        );
        const all = search.search(text, 1000);
        expect(search.search(text, 3)).toEqual(all.slice(0, 3));
      }),
    );
  });

  test('finds by a year alone the films with it in their titles, then the best known of the year', async () => {
    const search = await open(
      '1917 (2019) 30',
      'Heat (1995) 80',
      'Casino (1995) 90',
      'Fargo (1996) 95',
      'Dust (1917)',
    );
    expect(find(search, '1995')).toEqual(['Casino (1995)', 'Heat (1995)']);
    expect(find(search, '1917')).toEqual(['1917 (2019)', 'Dust (1917)']);
    expect(search.search('1995', 1).map(({ title }) => title)).toEqual(['Casino']);
    expect(find(search, '199')).toEqual([]);
    expect(find(search, '1895')).toEqual([]);
  });

  test('means by an abbreviation the first film of those that are about as well known', async () => {
    const search = await open(
      'The Lord of the Rings: The Return of the King (2003) 93',
      'The Lord of the Rings: The Fellowship of the Ring (2001) 92',
      'The Lord of the Rings: The Two Towers (2002) 89',
      'The Lord of the Rings (1978) 60',
    );
    expect(search.search('lotr', 8).map(({ year }) => year)).toEqual([2001, 2002, 2003, 1978]);
    expect(search.search('lotr', 1).map(({ year }) => year)).toEqual([2001]);
  });

  test('adds abbreviations to other titles once they are prepared, with turns for others', async () => {
    const others = Array.from({ length: 300 }, (_, at) => `Potc of the Fen ${at}`);
    const search = await open('Pirates of the Caribbean 90', ...others);
    const list = () => search.search('potc', 400).map(({ title }) => title);
    expect(list()).not.toContain('Pirates of the Caribbean');
    let turns = 0;
    await search.prepare(() => Promise.resolve(void (turns += 1)));
    expect(turns).toBeGreaterThan(2);
    expect(list()).toContain('Pirates of the Caribbean');
  });

  test('gives at most as many as asked', async () => {
    const search = await open(...Array.from({ length: 50 }, (_, at) => `Film ${at}`));
    expect(search.search('film', 3)).toHaveLength(3);
  });

  test('lets others have their turn while it reads', async () => {
    let turns = 0;
    const films = Array.from({ length: 60_000 }, (_, at) => ({
      title: `Film ${at}`,
      otherTitles: [],
      year: null,
      known: 0,
      ref: `imdb:tt${at}` as const,
    }));
    await openTitleSearch(packTitles(films), () => Promise.resolve(void (turns += 1)));
    expect(turns).toBeGreaterThan(100);
  });

  test('is empty for a catalogue without films', async () => {
    expect(find(await open(), 'dune')).toEqual([]);
  });
});
