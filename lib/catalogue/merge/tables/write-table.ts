import { cleanText } from '../../../text/text.ts';

/** A cell: several values are separated by `|`; null is empty. */
export type Cell = string | number | null | string[];

function writeCell(cell: Cell): string {
  if (Array.isArray(cell)) return cell.map((value) => cleanText(value.replaceAll('|', ' '))).join('|');
  return cell === null ? '' : cleanText(String(cell).replaceAll('|', ' '));
}

/** A table as text: tab-separated, a header line, LF at each line's end. */
export function writeTable(header: readonly string[], rows: Cell[][]): string {
  return [header.join('\t'), ...rows.map((row) => row.map(writeCell).join('\t'))]
    .map((line) => `${line}\n`)
    .join('');
}
