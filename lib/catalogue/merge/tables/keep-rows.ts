/** Rows of an earlier table that the new one must not lose because a source's file is missing. */
export interface Keeping {
  column: string;
  /** The values of the column in the rows to keep. */
  values: string[];
}

/**
 * The new table with those rows of the earlier one that have one of the values in the column, instead of its own. The
 * order of blocks is that of the values' first rows: rows are sorted if `isSorted`.
 */
export function keepRows(text: string, previous: string, { column, values }: Keeping): string {
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const at = header.split('\t').indexOf(column);
  const isKept = (line: string): boolean => values.includes(line.split('\t')[at] ?? '');
  const kept = previous
    .split('\n')
    .slice(1)
    .filter((line) => line !== '' && isKept(line));
  if (kept.length === 0) return text;
  return [header, ...lines.filter((line) => !isKept(line)), ...kept].map((line) => `${line}\n`).join('');
}
