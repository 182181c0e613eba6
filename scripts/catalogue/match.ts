// Decides which films the lines of a table mean.
import { readFile } from 'node:fs/promises';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import type { Catalogue } from '../../lib/catalogue/types.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import { matchHints, printMatch } from '../match-hints.ts';

/** What is printed for one line. */
export interface MatchedLine {
  title: string;
  year: number | null;
  state: string;
  reason: string;
  certainty: string | null;
  film: { title: string | null; year: number | null; refs: string[] } | null;
}

const linesAtOnce = 500;

/** Returns a line (title, tab, year, tab, director; the last two may be empty) as a hint. */
function parseLine(line: string): SightedHint {
  const [title = '', year = '', director = ''] = line.split('\t').map((cell) => cell.trim());
  const typed = formatTypedHint(title, /^\d{4}$/.test(year) ? Number(year) : null);
  return { ...typed, hint: { ...typed.hint, directors: director === '' ? [] : [director] } };
}

/** Yields what each line of the text means, in their order. Empty lines are left out. */
export async function* matchLines(text: string, catalogues: Catalogue[]): AsyncGenerator<MatchedLine> {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    const hints = lines.slice(start, start + linesAtOnce).map(parseLine);
    const found = await matchHints(hints, catalogues, { isPage: false });
    for (const [at, { hint }] of hints.entries()) {
      const one = found[at];
      if (!one) continue;
      const { state, reason, certainty, title, year, refs } = printMatch(one);
      const film = state === 'film' ? { title, year, refs } : null;
      yield { title: hint.title, year: hint.year, state, reason, certainty, film };
    }
  }
}

/** Prints what each line of a file means, a line of JSON each. */
export async function match(path: string, catalogues: Catalogue[]): Promise<void> {
  for await (const line of matchLines(await readFile(path, 'utf8'), catalogues))
    process.stdout.write(`${JSON.stringify(line)}\n`);
}
