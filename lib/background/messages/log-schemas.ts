import * as v from 'valibot';
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
const tags = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200));
export const likedSchema: Request<'setLiked'> = v.object({ film: filmInputSchema, liked: v.boolean() });
export const criteriaSchema: Request<'rateCriteria'> = v.object({ film: filmInputSchema, criteria });
export const moveSchema: Request<'reassignEntry'> = v.object({ id: idText, film: filmInputSchema });

const { title, originalTitle, year, directors, runtimeMinutes, genres, countries, languages } = filmFields;
const changesSchema: v.GenericSchema<unknown, FilmChanges> = v.partial(
  v.object({ title, originalTitle, year, directors, runtimeMinutes, genres, countries, languages }),
);
export const changeFilmSchema: Request<'changeFilm'> = v.object({ id: idText, changes: changesSchema });

const entryEdit: v.GenericSchema<unknown, EntryEdit> = v.partial(
  v.object({ addTags: tags, removeTags: tags, set: entrySchema, isDeleted: v.literal(true) }),
);
export const editEntriesSchema: Request<'editEntries'> = v.object({
  ids: ids(maxRowsPerEdit),
  edit: entryEdit,
});
export const editFilmsSchema: Request<'editFilms'> = v.object({
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
});

const trashKey = v.object({ store: v.picklist(trashStores), id: idText });
export const trashSchema: Request<'restoreTrash'> = v.object({
  rows: v.pipe(v.array(trashKey), v.minLength(1), v.maxLength(maxRowsPerEdit)),
});
export const sinceSchema: Request<'listLogChanges'> = v.object({
  since: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export const filmIdsSchema: Request<'findFilmScores'> = v.object({ ids: ids(maxFilmsPerScores) });
export const onSchema: Request<'switchFileBackup'> = v.object({ on: v.boolean() });
export const showFilmSchema: Request<'showFilm'> = v.object({
  film: v.object({
    title,
    year,
    refs: v.pipe(v.array(refSchema), v.maxLength(20)),
    directors: v.optional(directors),
  }),
});
