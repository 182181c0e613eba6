import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { limits } from '../../text/log-limits.ts';
import type { LogProtocol } from '../../messaging/log-protocol.ts';
import { maxFilmsPerScores } from '../../messaging/log-protocol.ts';
import {
  maxRowsPerEdit,
  trashStores,
  type EntryEdit,
  type FilmChanges,
} from '../../watchlog/commands/edit-types.ts';
import {
  criteriaSchema as criteria,
  entrySchema,
  filmFields,
  idText,
  prioritySchema as priority,
  ratingSchema,
  refSchema,
  filmInputSchema,
} from './message-schemas.ts';

// What the messages about the log may carry, beyond those in message-schemas.ts. Sizes are bounded.

type Request<K extends keyof LogProtocol> = v.GenericSchema<unknown, Parameters<LogProtocol[K]>[0]>;

const ids = (max: number) => v.pipe(v.array(idText), v.minLength(1), v.maxLength(max));
const tags = lazySchema(() => v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200)));
export const likedSchema: Request<'setLiked'> = lazySchema(() =>
  v.object({ film: filmInputSchema, liked: v.boolean() }),
);
export const criteriaSchema: Request<'rateCriteria'> = lazySchema(() =>
  v.object({ film: filmInputSchema, criteria }),
);
export const moveSchema: Request<'reassignEntry'> = lazySchema(() =>
  v.object({ id: idText, film: filmInputSchema }),
);

const changesSchema: v.GenericSchema<unknown, FilmChanges> = lazySchema(() => {
  const { title, originalTitle, year, directors, runtimeMinutes, genres, countries, languages } =
    filmFields();
  return v.partial(
    v.object({ title, originalTitle, year, directors, runtimeMinutes, genres, countries, languages }),
  );
});
export const changeFilmSchema: Request<'changeFilm'> = lazySchema(() =>
  v.object({ id: idText, changes: changesSchema }),
);

export const mergeFilmsSchema: Request<'mergeFilms'> = lazySchema(() =>
  v.object({ into: idText, from: idText, ratingOf: v.optional(idText) }),
);
export const splitFilmSchema: Request<'splitFilm'> = lazySchema(() => v.object({ id: idText }));
export const moveToFilmSchema: Request<'moveToFilm'> = lazySchema(() =>
  v.object({
    id: idText,
    entries: v.pipe(v.array(idText), v.maxLength(maxRowsPerEdit)),
    refs: v.pipe(v.array(refSchema), v.maxLength(limits.refs)),
    film: filmInputSchema,
  }),
);

const entryEdit: v.GenericSchema<unknown, EntryEdit> = lazySchema(() =>
  v.partial(v.object({ addTags: tags, removeTags: tags, set: entrySchema, isDeleted: v.literal(true) })),
);
export const editEntriesSchema: Request<'editEntries'> = lazySchema(() =>
  v.object({
    ids: ids(maxRowsPerEdit),
    edit: entryEdit,
  }),
);
export const editFilmsSchema: Request<'editFilms'> = lazySchema(() =>
  v.object({
    ids: ids(maxRowsPerEdit),
    edit: v.partial(
      v.object({
        addTags: tags,
        removeTags: tags,
        rating: ratingSchema,
        liked: v.boolean(),
        listed: v.boolean(),
        priority,
        isDeleted: v.literal(true),
      }),
    ),
  }),
);

const trashKey = lazySchema(() => v.object({ store: v.picklist(trashStores), id: idText }));
export const trashSchema: Request<'restoreTrash'> = lazySchema(() =>
  v.object({
    rows: v.pipe(v.array(trashKey), v.minLength(1), v.maxLength(maxRowsPerEdit)),
  }),
);
export const sinceSchema: Request<'listLogChanges'> = lazySchema(() =>
  v.object({
    since: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
);
export const filmIdsSchema: Request<'findFilmScores'> = lazySchema(() =>
  v.object({ ids: ids(maxFilmsPerScores) }),
);
export const onSchema: Request<'switchFileBackup'> = lazySchema(() => v.object({ on: v.boolean() }));
export const intervalSchema: Request<'setFileBackupInterval'> = lazySchema(() =>
  v.object({
    interval: v.picklist(['day', 'week']),
  }),
);
export const goBackSchema: Request<'goBack'> = lazySchema(() =>
  v.object({
    id: idText,
    mode: v.picklist(['back', 'missing']),
    name: v.pipe(v.string(), v.maxLength(200)),
  }),
);
export const showFilmSchema: Request<'showFilm'> = lazySchema(() => {
  const { title, year, directors } = filmFields();
  return v.object({
    film: v.object({
      title,
      year,
      refs: v.pipe(v.array(refSchema), v.maxLength(20)),
      directors: v.optional(directors),
    }),
  });
});
