import { isQuotaError } from '../../async/quota-error.ts';
import { collectBestTitles } from '../builder/best-titles.ts';
import { createSpillingBuilder, type CatalogueInfo } from '../builder/build-catalogue.ts';
import {
  describeImdbCatalogue,
  readImdbFilms,
  requireBasics,
  sortImdbFiles,
  type GivenImdbFiles,
} from '../builder/imdb.ts';
import {
  describeOtherTitles,
  listKnownFilms,
  otherTitlesId,
  readOtherTitles,
} from '../builder/imdb-other-titles.ts';
import { dayOf, type InputFile } from '../builder/input-file.ts';
import { readTableFile } from '../builder/table-file.ts';
import { ImportError } from '../errors.ts';
import { readRatings } from '../imdb-ratings/read-ratings.ts';
import { runAlone } from '../imdb-ratings/run-alone.ts';
import { saveRatings } from '../imdb-ratings/stored-ratings.ts';
import { formatTitleBlock } from '../search/title-block.ts';
import { listShardFilms } from '../shard-films.ts';
import type { Catalogue, CatalogueFilm } from '../types.ts';
import { copyFolderShards, readFolderManifest } from './import-folder.ts';
import { openStoredCatalogue } from './stored-catalogues.ts';
import type { ImportEnd, ImportJob, ImportProgress } from './import-protocol.ts';
import {
  dropStoredBuild,
  minFilmsPerStoredShard,
  openStoredBuild,
  type StoredBuild,
} from './stored-build.ts';

/** Options of an import. */
export interface ImportOptions {
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
  now: () => number;
  /** Opens the built-in catalogue, whose films get the titles of `title.akas`; without it only imported films do. */
  openBuiltIn?: () => Promise<Pick<Catalogue, 'readTitles'>>;
  /** Maximum number of bytes in memory between two checkpoints; the builder's default if not given. */
  maxBufferedBytes?: number;
}

/** A batch of a few hundred films from any source. */
interface FilmBatch {
  films: CatalogueFilm[];
  rowsRead: number;
  rowsInAll: number;
  skipped: Partial<Record<string, number>>;
}

interface FilmSource {
  info: CatalogueInfo;
  readFilms: () => AsyncIterable<FilmBatch>;
}

type FilmJob = Exclude<ImportJob, { kind: 'folder' }>;

/** The other titles of films that IMDb's imported films or the built-in catalogue have. */
function openOtherTitles(akas: InputFile, { signal, openBuiltIn }: ImportOptions): FilmSource {
  async function* readFilms(): AsyncGenerator<FilmBatch> {
    const found = await Promise.all([openStoredCatalogue('imdb'), openBuiltIn?.()]);
    const known = await listKnownFilms(found.flatMap((catalogue) => catalogue ?? []));
    yield* readOtherTitles(akas, known, signal);
  }
  return { info: describeOtherTitles(akas), readFilms };
}

async function openSource(job: FilmJob, options: ImportOptions): Promise<FilmSource> {
  const { signal } = options;
  if (job.kind === 'table') {
    const { info, mapping, files } = job;
    return { info, readFilms: () => readTableFile(files[0], { info, mapping, signal }) };
  }
  const given = await sortImdbFiles(job.files);
  if (given.akas && !given.basics) return openOtherTitles(given.akas, options);
  const files = requireBasics(given);
  const info = describeImdbCatalogue(files);
  return { info, readFilms: () => readImdbFilms(files, { info, signal }) };
}

/** The version of the saved data of a build. A build of another version starts over. */
const buildLayout = 3;

/** Describes the source of a build. Equal `source` texts mean the same input, so that an import can be resumed. */
function describeBuild(
  job: ImportJob,
  info: Pick<CatalogueInfo, 'id' | 'name'>,
): Parameters<typeof openStoredBuild>[0] {
  const files = job.files
    .map(({ name, size, lastModified }: InputFile) => ({ name, size, lastModified }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const terms = job.kind === 'table' ? [job.info, job.mapping] : [];
  const shown = files.slice(0, 10);
  return {
    id: info.id,
    name: info.name,
    files: shown,
    source: JSON.stringify([buildLayout, job.kind, files, terms]),
  };
}

async function importFilms(job: FilmJob, options: ImportOptions): Promise<ImportEnd> {
  const source = await openSource(job, options);
  const { info } = source;
  const target = await openStoredBuild(describeBuild(job, info), options.now);
  const { former } = target;
  const isResumed = former.seen > 0;
  const builder = createSpillingBuilder(target, former, options.maxBufferedBytes);
  let skipped: FilmBatch['skipped'] = {};
  // Shards are made only after the whole source has been read.
  if (former.partitionsDone === 0) {
    const titles = collectBestTitles();
    for await (const batch of source.readFilms()) {
      options.signal.throwIfAborted();
      for (const film of batch.films) if (builder.add(film)) titles.add(film);
      target.rowsRead = batch.rowsRead;
      skipped = batch.skipped;
      if (builder.isFull()) await builder.flush();
      const { rowsRead: done, rowsInAll: of } = batch;
      options.onProgress({ phase: 'reading', done, of, films: builder.films, isResumed });
    }
    await target.saveTitles(formatTitleBlock(titles.take()));
  }
  const head = await builder.finish(info, {
    minFilmsPerShard: minFilmsPerStoredShard,
    signal: options.signal,
    onPart: (done, of) => options.onProgress({ phase: 'cutting', done, of, films: builder.films, isResumed }),
  });
  if (head.films === 0)
    throw new ImportError('empty', { file: job.files[0]?.name ?? '' }, 'the file has no films');
  await target.publish(head);
  return endOf(info, head.films, target, skipped);
}

/** Replaces the table of IMDb's ratings by those of a file; null without one. */
async function importRatings(
  { ratings: file, basics, akas }: GivenImdbFiles,
  { signal, now, onProgress }: ImportOptions,
): Promise<ImportEnd | null> {
  if (!file) return null;
  // Beside films, which take minutes, the ratings are read within a second.
  const report = ({ rowsRead, bytesRead }: { rowsRead: number; bytesRead: number }): void => {
    const of = Math.max(rowsRead, Math.round((rowsRead * file.size) / bytesRead));
    onProgress({ phase: 'reading', done: rowsRead, of, films: 0, isResumed: false });
  };
  let count = 0;
  const isRun = await runAlone(async () => {
    const table = await readRatings(file, basics ? { signal } : { signal, onProgress: report });
    const head = { asOf: dayOf(file), etag: null, origin: 'file', savedAt: now() } as const;
    count = (await saveRatings(table, head)).ratings;
  });
  if (!isRun) throw new ImportError('busy', { file: file.name }, 'the ratings are being replaced');
  if (basics || akas) return null;
  return { type: 'ratings', ratings: count, asOf: dayOf(file) };
}

/** Imports IMDb's files: the ratings, and the films, or other titles, if `title.basics` or `title.akas` is among them. */
async function importImdb(job: FilmJob, options: ImportOptions): Promise<ImportEnd> {
  const files = await sortImdbFiles(job.files);
  return (await importRatings(files, options)) ?? (await importFilms(job, options));
}

function endOf(
  info: CatalogueInfo,
  films: number,
  { rowsRead }: StoredBuild,
  skipped: FilmBatch['skipped'],
): ImportEnd {
  const counts = Object.fromEntries(Object.entries(skipped).map(([reason, count]) => [reason, count ?? 0]));
  return { type: 'done', id: info.id, name: info.name, films, asOf: info.asOf, rowsRead, skipped: counts };
}

async function importFolder(job: ImportJob & { kind: 'folder' }, options: ImportOptions): Promise<ImportEnd> {
  const manifest = await readFolderManifest(job.files);
  const target = await openStoredBuild(describeBuild(job, manifest), options.now);
  const isResumed = target.former.seen > 0;
  const titles = collectBestTitles();
  await copyFolderShards(manifest, job.files, target, {
    signal: options.signal,
    onShard: (bytes) => {
      for (const film of listShardFilms(bytes)) titles.add(film);
    },
    onProgress: (done, of) =>
      options.onProgress({ phase: 'reading', done, of, films: manifest.films, isResumed }),
  });
  await target.saveTitles(formatTitleBlock(titles.take()));
  const { shards, ...head } = manifest;
  target.rowsRead = Object.keys(shards).length;
  await target.publish(head);
  return endOf(manifest, manifest.films, target, {});
}

const isNoSpace = (error: unknown): boolean =>
  isQuotaError(error) || (error instanceof Error && isQuotaError(error.cause));

function describeFailure(error: unknown): ImportEnd {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ImportError)
    return { type: 'failed', reason: error.reason, file: error.file, row: error.row, message };
  return { type: 'failed', reason: isNoSpace(error) ? 'no-space' : 'failed', file: null, row: null, message };
}

async function findBuildId(job: ImportJob): Promise<string> {
  if (job.kind === 'folder') return (await readFolderManifest(job.files)).id;
  if (job.kind === 'table') return job.info.id;
  const given = await sortImdbFiles(job.files).catch(() => null);
  return given?.akas && !given.basics ? otherTitlesId : 'imdb';
}

/**
 * Imports a catalogue. The one that it replaces stays in use until the new one is complete. Never rejects: the result
 * reports errors. A cancelled or failed import leaves no
 * films; a killed one resumes with the same job. IMDb's ratings are replaced first, and stay.
 */
export async function runImport(job: ImportJob, options: ImportOptions): Promise<ImportEnd> {
  try {
    if (job.kind === 'folder') return await importFolder(job, options);
    return job.kind === 'imdb' ? await importImdb(job, options) : await importFilms(job, options);
  } catch (error) {
    const end: ImportEnd = options.signal.aborted ? { type: 'cancelled' } : describeFailure(error);
    try {
      await dropStoredBuild(await findBuildId(job));
    } catch (fault) {
      // The next import deletes what remains. The first error is the one to report.
      console.warn('marquee: unfinished import:', fault);
    }
    return end;
  }
}
