import type { CsvDialect } from '../../../tables/csv.ts';
import type { SourceFiles } from '../types.ts';
import { readRows, type Row } from './rows.ts';

/** The dialect of omdb.org's files; null is `\N` there. */
export const omdbDialect: CsvDialect = { delimiter: ',', escapeChar: '\\' };

/** The rows of a file of omdb.org; none if there is no such file. */
export function readOmdbRows(files: SourceFiles, name: string): Row[] {
  return readRows(files, { path: `omdb-org/${name}.csv`, dialect: omdbDialect });
}
