import { chooseFacts } from './choose-facts.ts';
import { countMonths, findCoversUntil } from './covers-until.ts';
import { createFilmFinder } from './find-film.ts';
import { joinSources } from './joins/join-sources.ts';
import { settleDoubts } from './joins/settle-doubts.ts';
import { readCannes } from './readers/cannes.ts';
import { readOmdb } from './readers/omdb.ts';
import { readOscars } from './readers/oscars.ts';
import { readPrevious } from './readers/previous.ts';
import { readRottenTomatoes } from './readers/rotten-tomatoes.ts';
import { readBallots2022, readFilms2012 } from './readers/sight-and-sound.ts';
import { readWikipedia } from './readers/wikipedia.ts';
import { summariseMerge, type MergeReport } from './report.ts';
import { catalogueSources } from './sources.ts';
import { listAwards, writeAwards } from './tables/awards.ts';
import { sortFilms, writeFilms } from './tables/write-films.ts';
import { keepRows } from './tables/keep-rows.ts';
import { listReadyLists, writeLists, type ReadyList } from './tables/lists.ts';
import { writeReport } from './tables/report-text.ts';
import { writeSeries } from './tables/series.ts';
import { writeSources } from './tables/sources-text.ts';
import type { SourceFiles, SourceId, SourceReading } from './types.ts';

/** The tables of an earlier merge by their names; empty if nothing is to be kept. */
export type PreviousTables = ReadonlyMap<string, string>;

/** The files to write, by their paths in the folder of the film data, and the figures of the merge. */
export interface Merge {
  files: Map<string, string>;
  report: MergeReport;
}

function readSources(files: SourceFiles, previous: PreviousTables): [SourceId, SourceReading][] {
  return [
    ['omdb', readOmdb(files)],
    ['cannes', readCannes(files)],
    ['oscars', readOscars(files)],
    ['rottentomatoes', readRottenTomatoes(files)],
    ['wikipedia', readWikipedia(files)],
    ['sightandsound2022', readBallots2022(files)],
    ['sightandsound2012', readFilms2012(files)],
    ['previous', readPrevious(previous.get('films.tsv') ?? '')],
  ];
}

/** What rests on one file: without it the earlier rows stay. */
function keepTables(tables: Map<string, string>, files: SourceFiles, previous: PreviousTables): void {
  const keep = (path: string, name: string, column: string, values: string[]): void => {
    if (!files.has(path))
      tables.set(name, keepRows(tables.get(name) ?? '', previous.get(name) ?? '', { column, values }));
  };
  keep('oscars-dlu/oscars.csv', 'awards.tsv', 'award', ['Oscar']);
  keep('oscars-dlu/oscars.csv', 'lists.tsv', 'list', [
    'oscar-best-picture-nominees',
    'oscar-best-picture-winners',
  ]);
  keep('great-tables-cannes/films.csv', 'awards.tsv', 'award', ['Cannes']);
  keep('sight-and-sound/votes_2022.csv', 'lists.tsv', 'list', ['sight-and-sound-2022']);
  const series = previous.get('series.tsv');
  if (!files.has('omdb-org/all_series.csv') && series !== undefined) tables.set('series.tsv', series);
}

function writeAbout(report: MergeReport, lists: ReadyList[]): string {
  const about = {
    coversUntil: report.coversUntil,
    films: report.films,
    ...report.forms,
    scoresAsOf: '2020',
    lists: lists.map(({ id, name, source, isRanked, films }) => ({
      id,
      name,
      source,
      isRanked,
      films: films.length,
    })),
    sources: catalogueSources.map(({ id, name, licence, attribution, origin }) => ({
      id,
      name,
      licence,
      attribution,
      origin,
    })),
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}

/** The licence texts that lie beside the sources, by source. */
function copyLicences(files: SourceFiles): [string, string][] {
  return catalogueSources.flatMap(({ id, licenceFile }): [string, string][] => {
    const text = licenceFile === null ? undefined : files.get(licenceFile);
    return text === undefined ? [] : [[`licences/${id}.txt`, text.replace(/\r\n/g, '\n')]];
  });
}

/**
 * Makes the built-in film data of the sources' files. The result depends on nothing but their texts and those of the
 * earlier tables: neither on the order of files and rows nor on the day.
 */
export function mergeSources(files: SourceFiles, previous: PreviousTables): Merge {
  const readings = readSources(files, previous);
  const joining = joinSources(readings.flatMap(([, { films }]) => films));
  const settling = settleDoubts(joining.groups);
  const films = sortFilms([...joining.groups.list].map(chooseFacts));
  const finder = createFilmFinder(films);
  const awards = listAwards(files, finder);
  const lists = listReadyLists(files, awards, finder);
  const series = writeSeries(files);
  const coversUntil = findCoversUntil(countMonths(files));
  const report = summariseMerge({
    films,
    readings,
    joining,
    settling,
    coversUntil,
    awards: awards.length,
    lists,
    series: series.count,
  });
  const tables = new Map([
    ['films.tsv', writeFilms(films)],
    ['awards.tsv', writeAwards(awards)],
    ['lists.tsv', writeLists(lists)],
    ['series.tsv', series.text],
  ]);
  keepTables(tables, files, previous);
  return {
    files: new Map([
      ...tables,
      ['report.md', writeReport(report, joining.refusals, settling.doubts)],
      ['SOURCES.md', writeSources()],
      ['about.json', writeAbout(report, lists)],
      ...copyLicences(files),
    ]),
    report,
  };
}
