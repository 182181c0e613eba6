import { parseCsv } from '../../tables/csv.ts';
import { shorten } from '../../tables/faults.ts';
import { maxOddRows } from '../../tables/limits.ts';
import type { Notice } from '../types.ts';

const isOdd = (cell: string): boolean => /[^\0-\x7f]/.test(cell);

function makeNotice(file: string, row: number, text: string): Notice {
  return { file, row, column: null, detail: ['other-encoding', shorten(text.trim())] };
}

/**
 * A notice for each line of another encoding in a file that is not a table, such as JSON, each with the words to check; at
 * most `maxOddRows`. `oddLines` are numbers of lines, from 1, in order; they are the notices' rows.
 */
export function listOddLines(file: string, text: string, oddLines: number[]): Notice[] {
  const lines = oddLines.length === 0 ? [] : text.split('\n');
  return oddLines.slice(0, maxOddRows).map((line) => {
    // A whole JSON file can be one line.
    const [words = ''] = /[^"<>{}[\]]{0,30}[^\0-\x7f][^"<>{}[\]]{0,30}/.exec(lines[line - 1] ?? '') ?? [];
    return makeNotice(file, line, words);
  });
}

/**
 * A notice for each row of a table that has a line of another encoding, each with a cell to check; at most `maxOddRows`.
 * `oddLines` are numbers of lines, from 1, in order.
 */
export function listOddRows(file: string, text: string, oddLines: number[]): Notice[] {
  const notices: Notice[] = [];
  let line = 1;
  let next = 0;
  if (oddLines.length === 0) return notices;
  for (const { row, cells } of parseCsv(text)) {
    // A cell in quotes can have several lines.
    line += cells.reduce((count, cell) => count + cell.split('\n').length - 1, 1);
    if ((oddLines[next] ?? line) >= line) continue;
    while ((oddLines[next] ?? line) < line) next += 1;
    notices.push(makeNotice(file, row, cells.find(isOdd) ?? ''));
    if (notices.length === maxOddRows || next === oddLines.length) break;
  }
  return notices;
}
