import { ImportError } from '../errors.ts';
import { maxLineLength } from '../format.ts';
import { readImdbRows, type ImdbRow } from './imdb-table.ts';
import type { InputFile } from './input-file.ts';

/**
 * The maximum number of other titles of one film: the list of a famous film repeats the same few titles for fifty
 * regions.
 */
const maxTitles = 40;

/** The maximum size of a file that is read completely, in any order: about 200,000 rows. */
const maxWholeBytes = 2_000_000;

/** Reads `title.akas` in step with `title.basics`. */
export interface AkasReader {
  /** The other titles of a film, each once. Films must be requested in the order of `title.basics`. */
  readTitles(id: string): Promise<string[]>;
  close(): Promise<void>;
}

type Row = ImdbRow<'akas'>;

/** Adds the title of a row, unless it is empty, too long, or one too many. */
export function addTitle(titles: Set<string>, { title }: Row): void {
  const clean = title.trim();
  const isKept = clean !== '' && clean !== '\\N' && clean.length <= maxLineLength;
  if (isKept && titles.size < maxTitles) titles.add(clean);
}

async function readWhole(file: InputFile): Promise<AkasReader> {
  const titles = new Map<string, Set<string>>();
  for await (const { rows } of readImdbRows(file, 'akas')) {
    for (const row of rows) {
      const known = titles.get(row.titleId) ?? new Set();
      addTitle(known, row);
      titles.set(row.titleId, known);
    }
  }
  return {
    readTitles: (id) => Promise.resolve([...(titles.get(id) ?? [])]),
    close: () => Promise.resolve(),
  };
}

/**
 * Reads a large file in step. Both files are sorted by id, as text, so the rows of a requested film are the next ones.
 */
function readInStep(file: InputFile): AkasReader {
  const batches = readImdbRows(file, 'akas');
  let rows: Row[] = [];
  let at = 0;
  let lastRow = '';
  let lastFilm = '';

  async function readMore(): Promise<Row | null> {
    while (at >= rows.length) {
      const next = await batches.next();
      if (next.done) return null;
      ({ rows } = next.value);
      at = 0;
    }
    return rows[at] ?? null;
  }

  function checkOrder(id: string, last: string): void {
    if (id < last)
      throw new ImportError(
        'not-sorted',
        { file: file.name },
        `${file.name} and title.basics must both be in the order of their ids, as IMDb has them: ${id} follows ${last}`,
      );
  }

  return {
    async readTitles(id) {
      checkOrder(id, lastFilm);
      lastFilm = id;
      const titles = new Set<string>();
      for (;;) {
        const row = rows[at] ?? (await readMore());
        if (row === null || row.titleId > id) return [...titles];
        checkOrder(row.titleId, lastRow);
        lastRow = row.titleId;
        at += 1;
        if (row.titleId === id) addTitle(titles, row);
      }
    },
    async close() {
      await batches.return(undefined);
    },
  };
}

/** Opens the file. Reading rejects with `ImportError` if the file is damaged or, if it is large, not sorted. */
export function openAkas(file: InputFile): Promise<AkasReader> {
  return file.size <= maxWholeBytes ? readWhole(file) : Promise.resolve(readInStep(file));
}
