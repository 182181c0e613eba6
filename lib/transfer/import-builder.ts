import { createFindDay } from '../tables/dates.ts';
import { FileFault, RowFault, shorten, toProblem } from '../tables/faults.ts';
import { createFilmPart, createRatingPart, createRowPart } from './builder-parts.ts';
import { createFilmIndex } from './film-index.ts';
import type { ImportBuilder } from './import-builder-types.ts';
import { markRewatches } from './rewatches.ts';
import { fitFilm } from './values.ts';
import { withAddedColumns } from './added-rows.ts';
import type { ImportFormat, Reading, ReadList, ReadOptions, ReadTable } from './types.ts';

export type { EntryParts, ImportBuilder } from './import-builder-types.ts';

const emptyList = { description: '', ranked: false } satisfies Partial<ReadList>;

/** A reading with nothing in it. */
export function createReading(format: ImportFormat | null, fileNames: string[]): Reading {
  return {
    format,
    fileNames,
    entries: [],
    ratings: [],
    watchlist: [],
    liked: [],
    tags: [],
    lists: [],
    doubtfulLists: null,
    skipped: [],
    notices: [],
    log: null,
    profiles: [],
    tables: [],
    doubts: [],
    error: null,
  };
}

/** A reading of files that cannot be read. */
export function createFailure(format: ImportFormat | null, fileNames: string[], fault: FileFault): Reading {
  return { ...createReading(format, fileNames), error: toProblem(fault) };
}

/** The tables of a service, those with the same columns once: a choice counts for all of them. */
function joinTables(tables: ReadTable[]): ReadTable[] {
  const known = new Map<string, ReadTable>();
  return tables.filter((table) => {
    const key = table.fields === null ? '' : table.header.join('\n');
    const same = known.get(key);
    if (same !== undefined) {
      same.doubts.push(...table.doubts);
      same.unread = same.unread.filter((name) => table.unread.includes(name));
    } else if (key !== '') known.set(key, table);
    return same === undefined;
  });
}

const foldProfile = (name: string): string => name.trim().toLowerCase();

/** Creates a builder with an empty reading. */
export function createImportBuilder(
  format: ImportFormat,
  { timeZone, profile }: Pick<ReadOptions, 'timeZone' | 'profile'>,
): ImportBuilder {
  const reading = createReading(format, []);
  const { countRows, ...rows } = createRowPart(reading);
  const { listEntries, ...films } = createFilmPart(reading);
  const index = createFilmIndex();
  const tables: (() => ReadTable)[] = [];
  return withAddedColumns({
    ...rows,
    ...films,
    ...createRatingPart(reading),
    findDay: createFindDay(timeZone),
    film: (input) => index.add(fitFilm(input)),
    checkProfile: (own, column, title) => {
      if (own !== '' && !reading.profiles.includes(own)) reading.profiles.push(own);
      if (profile !== undefined && foldProfile(own) !== foldProfile(profile))
        throw new RowFault('other-profile', column, 'other-profile', shorten(title), shorten(own));
    },
    addToList: (film, name, from) => {
      if (!films.addListItem(film, { name, note: '' }, from))
        throw new RowFault('duplicate', null, 'same-list-item');
      const known = reading.lists.find((list) => list.name === name);
      const item = { film, position: null, note: '' };
      if (known) known.items.push(item);
      else reading.lists.push({ ...emptyList, name, items: [item] });
    },
    addList: (list) => {
      reading.lists.push(list);
    },
    addTable: (describe) => void tables.push(describe),
    addColumns: () => undefined,
    addDoubt: (doubt) => {
      if (!reading.doubts.some(({ kind }) => kind === doubt.kind)) reading.doubts.push(doubt);
    },
    notice: (from, column, ...detail) => void reading.notices.push({ ...from, column, detail }),
    finish: ({ fileNames, countsRewatches }) => {
      if (countRows() === 0) throw new FileFault('empty', null, 'empty');
      if (countsRewatches) for (const entries of listEntries()) markRewatches(entries);
      return { ...reading, fileNames, tables: joinTables(tables.map((describe) => describe())) };
    },
  });
}
