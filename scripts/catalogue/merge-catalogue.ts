import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { mergeSources, type PreviousTables } from '../../lib/catalogue/merge/merge.ts';
import type { MergeReport } from '../../lib/catalogue/merge/report.ts';
import { catalogueSources } from '../../lib/catalogue/merge/sources.ts';

/** The texts of all sources' files in a folder, by their paths in it. */
function readSourceFiles(folder: string): Map<string, string> {
  const patterns = catalogueSources.flatMap(({ files, optionalFiles = [], licenceFile }) => [
    ...files,
    ...optionalFiles,
    ...(licenceFile === null ? [] : [licenceFile]),
  ]);
  const paths = globSync(patterns, { cwd: folder }).map((path) => path.split(sep).join('/'));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The files that sources need and the folder does not have, as patterns. */
const listMissing = (folder: string): string[] =>
  catalogueSources
    .flatMap(({ files }) => files)
    .filter((pattern) => globSync(pattern, { cwd: folder }).length === 0);

function readPreviousTables(folder: string | undefined): PreviousTables {
  if (folder === undefined) return new Map();
  const names = globSync('*.tsv', { cwd: folder });
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Where a merge reads and writes. `keep` is the folder of an earlier merge whose facts are kept. */
export interface MergePlaces {
  from: string;
  out: string;
  keep?: string | undefined;
}

/**
 * Merges the sources of a folder into the tables of another. Throws if the folder has none of their files, or does not
 * have all of them and no earlier facts are kept, and `SourceError` if one is broken; then nothing is written.
 */
export function mergeCatalogue({ from, out, keep }: MergePlaces): MergeReport {
  const files = readSourceFiles(from);
  if (files.size === 0) throw new Error(`${from} has no file of a source; see catalogue merge --list`);
  const missing = keep === undefined ? listMissing(from) : [];
  if (missing.length > 0)
    throw new Error(
      `${from} lacks ${missing.join(', ')}; --keep DIR keeps what an earlier merge knows of them`,
    );
  const { files: written, report } = mergeSources(files, readPreviousTables(keep));
  for (const [name, text] of written) {
    const path = join(out, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return report;
}
