import { catalogueSources, type CatalogueSource } from '../sources.ts';

function writeSource({
  name,
  origin,
  licence,
  licenceAddress,
  attribution,
  taken,
  downloads,
}: CatalogueSource): string {
  const newer = downloads.length > 0 ? 'yes' : 'no: no address is known with certainty';
  return `| [${name}](${origin}) | [${licence}](${licenceAddress}) | ${attribution} | ${taken} | ${newer} |`;
}

/** data/SOURCES.md: whose facts the film data is made of, and on what terms. */
export function writeSources(): string {
  return `${[
    '# Sources of the film data',
    'The tables of this folder are written by `npm run catalogue -- merge`; do not edit them. They have facts only: no sentence and no picture of any source. Film data of omdb.org is used on the terms of CC BY 2.0 DE; the table is a changed selection of it. The texts of the licences are in `licences/`. How to refresh the data: `docs/film-data.md`.',
    [
      '| source | licence | attribution | what is taken | fetched each month |',
      '| --- | --- | --- | --- | --- |',
      ...catalogueSources.map(writeSource),
    ].join('\n'),
    "The winners of the Palme d'Or are written by hand in `lib/catalogue/merge/palme-d-or.ts`. Scores of Rotten Tomatoes are those of 2020.",
    '## Columns',
    '- `films.tsv`: one film a line; several values in a cell are separated by `|`. `title` is the English title where one is known, `original` the original one if it differs. `form` is empty for features, `short` or `tv`. `critics` and `audience` are the Tomatometer and the audience score of 2020, from 0 to 100. `known` says how well known a film is, from 0 to 100.',
    '- `awards.tsv`: `awardYear` is the year of the festival; of the Oscars the year whose films are honoured. `result` is `won` or `nominated`; at Cannes, nominated means in competition.',
    '- `lists.tsv`: ready-made lists; their names and sources are in `about.json`.',
    '- `series.tsv`: titles of television series, which are not films.',
  ].join('\n\n')}\n`;
}
