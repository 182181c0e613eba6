import Papa from 'papaparse';
import type { ExportFile } from '../../../lib/transfer/exports/types.ts';
import type { ImportPlan } from '../../../lib/transfer/plan/plan-types.ts';

/** The texts of a report in the user's language. */
export interface ReportWords {
  columns: string[];
  skipped: string;
  undecided: string;
  kind: (kind: ImportPlan['rows'][number]['kind']) => string;
  what: (what: ImportPlan['rows'][number]['what']) => string;
  reason: (reason: ImportPlan['rows'][number]['reason']) => string;
  fault: (row: ImportPlan['skipped'][number]) => string;
}

/** Returns a CSV file that says what an import did with each row. */
export function formatReport(
  plan: Pick<ImportPlan, 'rows' | 'skipped' | 'undecided'>,
  words: ReportWords,
  day: string,
): ExportFile {
  const rows = plan.rows.map(({ kind, what, film, from, reason }) => [
    words.kind(kind),
    words.what(what),
    film.title,
    film.year,
    from.file,
    from.row,
    words.reason(reason),
  ]);
  const skipped = plan.skipped.map((row) => [words.skipped, '', '', '', row.file, row.row, words.fault(row)]);
  const undecided = plan.undecided.map(({ film, rows: count }) => [
    words.undecided,
    '',
    film.title,
    film.year,
    '',
    '',
    String(count),
  ]);
  const text = Papa.unparse([words.columns, ...rows, ...skipped, ...undecided], { escapeFormulae: true });
  return { name: `marquee-import-${day}.csv`, mimeType: 'text/csv;charset=utf-8', text: `\ufeff${text}\r\n` };
}
