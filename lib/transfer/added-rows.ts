import type { RowLocation, SourceFile } from '../tables/types.ts';
import type { FilmInput } from '../watchlog/types.ts';
import type { AddedCells, AddedColumns, EntryParts, ImportBuilder } from './import-builder-types.ts';
import type { ReadEntry } from './types.ts';

/** The row that is being read, and what came of it. */
interface OpenRow {
  from: RowLocation;
  added: AddedCells;
  entries: ReadEntry[];
  film: FilmInput | null;
  isListed: boolean;
}

const joinFilm = (input: FilmInput, { film }: AddedCells): FilmInput => ({
  ...input,
  year: input.year ?? film.year ?? null,
  refs: [...new Set([...input.refs, ...(film.refs ?? [])])],
  originalTitle: input.originalTitle ?? film.originalTitle ?? null,
  ...((input.directors?.length ?? 0) === 0 && film.directors && { directors: film.directors }),
});

/** Adds to the entries of a row, or makes one where the row has words about a film that was only rated. */
function finishRow(builder: ImportBuilder, { from, added, entries, film, isListed }: OpenRow): void {
  const { entry, stars, filmTags, isLiked } = added;
  if (film === null) return;
  for (const known of entries) {
    known.note ||= entry.note;
    known.review ||= entry.review;
    known.place ||= entry.place;
    known.company ||= entry.company;
    known.rewatch ||= entry.rewatch;
    if (known.tags.length === 0) known.tags = entry.tags;
    known.rating ??= entries.length === 1 ? (stars?.value ?? null) : null;
  }
  const hasWords = [entry.note, entry.review, entry.place, entry.company].some((text) => text !== '');
  if (entries.length === 0 && hasWords && !isListed)
    builder.addEntry({ film, watchedOn: null, ...entry, from });
  else if (entries.length === 0) for (const tag of entry.tags) builder.addTag(film, tag, from);
  for (const tag of filmTags) builder.addTag(film, tag, from);
  if (isLiked) builder.addLike(film, from);
  if (stars !== null) builder.setRating({ film, value: stars.value, from });
}

/** A builder that adds to each row what the columns say that the user added to its table. */
export function withAddedColumns(builder: ImportBuilder): ImportBuilder {
  const tables = new Map<string, AddedColumns>();
  let open: OpenRow | null = null;
  const attemptRow: ImportBuilder['attemptRow'] = (row, task) =>
    builder.attemptRow(row, () => {
      const added = tables.get(row.from.file)?.read(row);
      if (added === undefined) return task();
      const own: OpenRow = { from: row.from, added, entries: [], film: null, isListed: false };
      open = own;
      try {
        task();
      } finally {
        open = null;
      }
      finishRow(builder, own);
    });
  return {
    ...builder,
    addColumns: ({ name, folder }: Pick<SourceFile, 'name' | 'folder'>, columns) =>
      void tables.set(folder === '' ? name : `${folder}/${name}`, columns),
    attemptRow,
    eachRow: (rows, task) => {
      for (const row of rows)
        attemptRow(row, () => {
          if (row.fault) throw row.fault;
          task(row);
        });
    },
    film: (input) => {
      const film = builder.film(open === null ? input : joinFilm(input, open.added));
      if (open !== null) open.film = film;
      return film;
    },
    addEntry: (parts: EntryParts) => {
      const entry = builder.addEntry(parts);
      open?.entries.push(entry);
      return entry;
    },
    addToWatchlist: (parts) => {
      if (open === null) return builder.addToWatchlist(parts);
      open.isListed = true;
      return builder.addToWatchlist({ ...parts, reason: parts.reason || open.added.entry.note });
    },
  };
}
