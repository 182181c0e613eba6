// Scores the detection on the corpus of saved pages, with the corpus's own scorer.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const project = resolve(import.meta.dirname, '../..');

/** The scorer's counts for one group: a kind of page, a site, or all pages. */
interface AccuracyCounts {
  pages: number;
  subjectRight: number;
  subjectWrong: number;
  subjectMissed: number;
  /** Films that should be found, and how many of them were. */
  gold: number;
  hit: number;
  /** Found films that are labelled or on fully labelled pages, and how many of them are wrong. */
  found: number;
  wrong: number;
  unlabelled: number;
}

/** The scorer's counts by group: `all`, `kind list`, `site imdb`. */
export type Score = Record<string, AccuracyCounts>;

/** Returns the folders `corpus` and `catalogues`: MARQUEE_CORPUS names the former; by default both are in ../shared. Null if there is no corpus. */
export function findCorpus(): { corpus: string; catalogues: string } | null {
  const corpus = process.env.MARQUEE_CORPUS ?? join(project, '../shared/corpus');
  const isWhole = ['pages.tsv', 'labels.jsonl', 'score.mjs', 'pages'].every((name) =>
    existsSync(join(corpus, name)),
  );
  return isWhole ? { corpus, catalogues: join(corpus, '../catalogues') } : null;
}

interface CatalogueSource {
  kind: 'csv' | 'json';
  /** A file, or a folder whose JSON files make one catalogue. */
  path: string;
  /** The meaning of columns whose names do not show it. */
  map: string[];
}

const sources: CatalogueSource[] = [
  { kind: 'csv', path: 'rotten-tomatoes-leone/rt_wikidata_joined.csv', map: [] },
  {
    kind: 'csv',
    path: 'wikidata_movies.csv',
    map: [
      'wd_film_label=title',
      'imdb_id=imdb',
      'tmdb_id=tmdb',
      'wd_film_qid=wikidata',
      'rotten_tomatoes_link=rottentomatoes',
    ],
  },
  { kind: 'json', path: 'wikipedia-movie-data', map: [] },
];

function listFiles({ kind, path }: CatalogueSource, folder: string): string[] {
  const place = join(folder, path);
  if (!existsSync(place)) return [];
  if (kind === 'csv') return [place];
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(place, name));
}

async function runScript(name: string, args: string[]): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(project, 'scripts', name), ...args],
    {
      cwd: project,
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return stdout;
}

/** Builds a catalogue from each available source. Returns their folders. */
export async function buildCatalogues(folder: string): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'marquee-shelves-'));
  const catalogues: string[] = [];
  for (const [at, source] of sources.entries()) {
    const files = listFiles(source, folder);
    if (files.length === 0) continue;
    const out = join(directory, String(at));
    const map = source.map.flatMap((pair) => ['--map', pair]);
    await runScript('catalogue.ts', ['build', '--from', source.kind, ...files, '--out', out, ...map]);
    catalogues.push(out);
  }
  return catalogues;
}

function isCounts(value: unknown): value is AccuracyCounts {
  return (
    typeof value === 'object' &&
    value !== null &&
    'subjectRight' in value &&
    'gold' in value &&
    'wrong' in value
  );
}

function checkScore(value: unknown): Score {
  if (typeof value !== 'object' || value === null) throw new TypeError('the scorer printed no table');
  const groups = Object.entries(value);
  const score: Score = {};
  for (const [name, counts] of groups) {
    if (!isCounts(counts)) throw new TypeError(`the scorer's group ${name} has no counts`);
    score[name] = counts;
  }
  return score;
}

/** Returns the folder of the fresh pages in a corpus, of sites that the rules were not made with; null if there are none. */
export function findFresh(corpus: string): string | null {
  const fresh = join(corpus, 'fresh');
  return existsSync(join(fresh, 'labels.jsonl')) ? fresh : null;
}

/** Runs `detect` on the pages of a folder with the built-in and the given catalogues, and scores the result. */
export async function scoreCorpus(
  corpus: string,
  catalogues: string[],
  scorer = join(corpus, 'score.mjs'),
): Promise<Score> {
  const results = await runScript('detect.ts', [
    '--list',
    join(corpus, 'pages.tsv'),
    '--root',
    join(corpus, 'pages'),
    '--no-review',
    ...catalogues.flatMap((catalogue) => ['--catalogue', catalogue]),
  ]);
  const file = join(await mkdtemp(join(tmpdir(), 'marquee-score-')), 'results.jsonl');
  await writeFile(file, results);
  const { stdout } = await run(process.execPath, [scorer, file, join(corpus, 'labels.jsonl'), '--json']);
  return checkScore(JSON.parse(stdout));
}

/** Returns a share in per cent, 0 to 100; 100 if the whole is 0. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}

function formatPercent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${percent(part, whole).toFixed(1)} %`;
}

/** Returns a row's cells; the last, the recall without further catalogues, only with `builtIn`. */
function formatRow(name: string, counts: AccuracyCounts, builtIn: Score | undefined): string {
  const { pages, subjectRight, subjectWrong, subjectMissed, gold, hit, found, wrong } = counts;
  const subject =
    subjectRight + subjectWrong + subjectMissed === 0
      ? '–'
      : `${subjectRight} / ${subjectWrong} / ${subjectMissed}`;
  const cells = [name, pages, subject, formatPercent(hit, gold), formatPercent(found - wrong, found)];
  const alone = builtIn?.[name];
  if (builtIn) cells.push(alone ? formatPercent(alone.hit, alone.gold) : '–');
  return `| ${cells.join(' | ')} |`;
}

/** Returns the accuracy table: kinds of pages, then sites with films, then all; with `builtIn` also the recall without further catalogues. */
export function formatAccuracyTable(score: Score, builtIn?: Score): string {
  const names = Object.keys(score).filter(
    (name) => name !== 'all' && (name.startsWith('kind ') || (score[name]?.gold ?? 0) > 0),
  );
  const rows = [...names.sort(), 'all'].map((name) => {
    const counts = score[name];
    return counts ? formatRow(name, counts, builtIn) : '';
  });
  return [
    `| pages | number | subject right / wrong / missed | recall | precision |${builtIn ? ' recall, built-in catalogue alone |' : ''}`,
    `| --- | ---: | :---: | ---: | ---: |${builtIn ? ' ---: |' : ''}`,
    ...rows.filter((row) => row !== ''),
  ].join('\n');
}

/** Saves a table for its generated section of docs/accuracy.md. */
export async function saveAccuracyTable(table: string, name = 'accuracy'): Promise<void> {
  const directory = join(project, '.output');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, `${name}.md`), `${table}\n`);
}
