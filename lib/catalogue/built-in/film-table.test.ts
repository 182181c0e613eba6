import { expect, test } from 'vitest';
import { makeBuiltInFilm } from './built-in.fixture.ts';
import { readFilmTables } from './film-table.ts';

const columns =
  'title original year imdb wikidata tmdb rottentomatoes directors minutes countries languages form others critics audience known';
const films = [
  columns.replaceAll(' ', '\t'),
  'Parasite\t기생충\t2019\ttt6751668\tQ61448040\t496243\tparasite_2019\tBong Joon-ho\t132\tKR\tko\t\tGisaengchung|Parasit\t98\t90\t97',
  'Her\t\t2013\t\t\t\t\t\t\t\t\tshort',
  '',
].join('\n');
const awards = [
  'title\tyear\timdb\taward\tcategory\tawardYear\tresult',
  "Parasite\t2019\ttt6751668\tCannes\tPalme d'Or\t2019\twon",
  'Her\t2013\t\tOscar\t\t2013\tnominated',
].join('\n');

test('reads films with their awards, by IMDb id or by title and year', () => {
  expect(readFilmTables({ films, awards })).toEqual([
    {
      title: 'Parasite',
      originalTitle: '기생충',
      otherTitles: ['Gisaengchung', 'Parasit'],
      year: 2019,
      imdb: 'tt6751668',
      wikidata: 'Q61448040',
      tmdb: '496243',
      rottentomatoes: 'parasite_2019',
      directors: ['Bong Joon-ho'],
      minutes: 132,
      countries: ['KR'],
      languages: ['ko'],
      form: null,
      critics: 98,
      audience: 90,
      known: 97,
      awards: [{ award: 'Cannes', category: "Palme d'Or", year: 2019, isWon: true }],
    },
    makeBuiltInFilm({
      title: 'Her',
      year: 2013,
      form: 'short',
      awards: [{ award: 'Oscar', category: null, year: 2013, isWon: false }],
    }),
  ]);
});

test('a table without rows has no films', () => {
  expect(readFilmTables({ films: columns, awards: '' })).toEqual([]);
});
