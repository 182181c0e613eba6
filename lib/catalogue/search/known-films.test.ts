import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { once } from '../../async/once.ts';
import { readFilmTable } from './title-search.fixture.ts';
import { openTitleSearch } from './title-search.ts';
import { listTitleWords } from './title-words.ts';

// What people type, and the film that they mean, by its title or the beginning of it: it comes first, or with a number
// among the first so many.
const queries = `
godfather | The Godfather (1972)
the godfather | The Godfather (1972)
godfa | The Godfather (1972)
godfahter | The Godfather (1972)
godfather 2 | The Godfather Part II (1974) | 2
alien | Alien (1979)
aliens | Aliens (1986)
seven | Seven (1995)
se7en | Seven (1995)
seven 1995 | Seven (1995)
amelie | Amélie (2001)
Amélie | Amélie (2001)
le fabuleux destin | Amélie (2001)
fabuleux destin d'amelie poulain | Amélie (2001)
lives of others | The Lives of Others (2006)
das leben der anderen | The Lives of Others (2006)
leben der anderen | The Lives of Others (2006)
others lives | The Lives of Others (2006)
lotr | The Lord of the Rings (2001)
fotr | The Lord of the Rings (2001)
potc | Pirates of the Caribbean: The Curse of the Black Pearl (2003)
1994 | Pulp Fiction (1994) | 3
1917 | 1917 (2019)
1972 | The Godfather (1972) | 3
lord of the ri | The Lord of the Rings (2001) | 3
parasite | Parasite (2019)
parasit | Parasite (2019)
기생충 | Parasite (2019)
gisaengchung | Parasite (2019)
dune | Dune (2021) | 2
dune 2021 | Dune (2021)
dune 1984 | Dune (1984)
dune 202 | Dune (2021) | 2
spirited away | Spirited Away (2001)
千と千尋 | Spirited Away (2001)
sen to chihiro | Spirited Away (2001)
pan's labyrinth | Pan's Labyrinth (2006)
pans labyrinth | Pan's Labyrinth (2006)
laberinto del fauno | Pan's Labyrinth (2006)
crouching tiger | Crouching Tiger, Hidden Dragon (2000)
hidden dragon | Crouching Tiger, Hidden Dragon (2000)
7 samurai | Seven Samurai (1954)
seven samurai | Seven Samurai (1954)
samurai seven | Seven Samurai (1954)
七人の侍 | Seven Samurai (1954)
shichinin no samurai | Seven Samurai (1954)
2001 | 2001: A Space Odyssey (1968)
space odyssey | 2001: A Space Odyssey (1968)
wall-e | WALL·E (2008)
walle | WALL·E (2008)
wall e | WALL·E (2008)
la la land | La La Land (2016)
das boot | Das Boot (1981)
star wars | Star Wars (1977)
starwars | Star Wars (1977)
empire strikes back | The Empire Strikes Back (1980)
return of the jedi | Star Wars: Episode VI – Return of the Jedi (1983)
mad max fury road | Mad Max: Fury Road (2015)
fury road mad max | Mad Max: Fury Road (2015)
oppenheimer | Oppenheimer (2023)
openheimer | Oppenheimer (2023)
barbie | Barbie (2023)
anatomy of a fall | Anatomy of a Fall (2023)
anatomie d'une chute | Anatomy of a Fall (2023)
everything everywhere | Everything Everywhere All at Once (2022)
shawshenk | The Shawshank Redemption (1994)
shawshank | The Shawshank Redemption (1994)
shawhsank redemption | The Shawshank Redemption (1994)
rocky 2 | Rocky II (1979) | 2
rocky ii | Rocky II (1979)
rocky | Rocky (1976)
silence of the lambs | The Silence of the Lambs (1991)
pulp fiction | Pulp Fiction (1994)
fiction pulp | Pulp Fiction (1994)
matrix | The Matrix (1999)
memento | Memento (2000)
inception | Inception (2010)
incepton | Inception (2010)
eternal sunshine | Eternal Sunshine of the Spotless Mind (2004)
schindler | Schindler's List (1993)
schindlers list | Schindler's List (1993)
fight club | Fight Club (1999)
no country for old men | No Country for Old Men (2007)
cidade de deus | City of God (2002)
city of god | City of God (2002)
leon | Léon: The Professional (1994) | 2
intouchables | The Intouchables (2011)
untergang | Downfall (2004)
good bye lenin | Good Bye, Lenin! (2003)
run lola run | Run Lola Run (1998)
lola rennt | Run Lola Run (1998)
ladri di biciclette | Bicycle Thieves (1948)
bicycle thieves | Bicycle Thieves (1948)
avventura | L'Avventura (1960)
8 1/2 | 8½ (1963)
casablanca | Casablanca (1942)
citizen kane | Citizen Kane (1941)
psycho | Psycho (1960)
vertigo | Vertigo (1958)
metropolis | Metropolis (1927)
heat | Heat (1995)
her | Her (2013)
up | Up (2009)
it 2017 | It (2017)
jaws | Jaws (1975)
et | E.T. the Extra-Terrestrial (1982) | 3
get out | Get Out (2017)
moonlight | Moonlight (2016)
beetle juice | Beetlejuice (1988)
spiderman 2002 | Spider-Man (2002)
x men | X-Men (2000) | 3
terminator 2 | Terminator 2: Judgment Day (1991)
back to the future | Back to the Future (1985)
harry potter | Harry Potter and the Philosopher's Stone (2001)
little women | Little Women (1994)
naked gun 33 | Naked Gun 33⅓: The Final Insult (1994)
`
  .trim()
  .split('\n')
  .map((line) => {
    const [text = '', film = '', within = '1'] = line.split(' | ');
    return { text, film, within: Number(within) };
  });

const table = new URL('../../../data/films.tsv', import.meta.url);
const search = once(() => openTitleSearch(readFilmTable(readFileSync(table, 'utf8'))));

/** The words of a title, without its article: sources differ in it. */
const fold = (title: string): string => listTitleWords(title).join(' ').replace(/^the /, '');

test.runIf(existsSync(table)).each(queries)('"$text" finds $film', async ({ text, film, within }) => {
  const year = Number(film.slice(-5, -1));
  const title = fold(film.slice(0, -7));
  const found = (await search()).search(text, within);
  // Sources differ by a year in when a film was released.
  const isMeant = found.some(
    (match) => Math.abs((match.year ?? 0) - year) <= 1 && fold(match.title).startsWith(title),
  );
  expect(isMeant, JSON.stringify(found.map((match) => [match.title, match.year]))).toBe(true);
});
