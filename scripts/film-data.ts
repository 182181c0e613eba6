// Refreshes the built-in film data: fetches the sources from their own addresses and merges them into `data/`. What
// rests on a source that cannot be fetched stays as it is. Usage: npm run film-data
import { existsSync, readFileSync } from 'node:fs';
import { fetchSources } from './catalogue/fetch-sources.ts';
import { mergeCatalogue } from './catalogue/merge-catalogue.ts';

const folder = '.cache/film-data';
const out = 'data';

/** A new table with a smaller share of the films of the last one is a mistake of a source. */
const leastShare = 0.95;

/** The number of films of the last merge; 0 if there is none. */
function countFilms(): number {
  const path = `${out}/films.tsv`;
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 2 : 0;
}

const before = countFilms();
const { fetched, missing } = await fetchSources(folder);
const report = mergeCatalogue({ from: folder, out, keep: before > 0 ? out : undefined });
console.log(JSON.stringify({ fetched, missing, before, ...report }));
if (report.films < before * leastShare) {
  console.error(
    `Only ${report.films} films after ${before}: a source has changed. The tables are written; look at them.`,
  );
  process.exitCode = 1;
}
