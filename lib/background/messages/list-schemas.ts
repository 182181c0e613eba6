import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type { ListProtocol } from '../../messaging/list-protocol.ts';
import { maxFilmsPerListing, maxRowsPerEdit } from '../../watchlog/commands/edit-types.ts';
import { filmInputSchema, idText } from './message-schemas.ts';

// What the messages about lists may carry. The limits of texts are those of the log, which names the field.

type Request<K extends keyof ListProtocol> = v.GenericSchema<unknown, Parameters<ListProtocol[K]>[0]>;

const text = v.pipe(v.string(), v.maxLength(100_000));
const fields = { name: text, description: text, ranked: v.boolean() };
const films = lazySchema(() => {
  const note = v.optional(text);
  const listed = v.union([v.object({ film: filmInputSchema, note }), v.object({ filmId: idText, note })]);
  return v.pipe(v.array(listed), v.maxLength(maxFilmsPerListing));
});
const before = v.nullable(idText);

export const createListSchema: Request<'createList'> = lazySchema(() => v.object({ ...fields, films }));
export const changeListSchema: Request<'changeList'> = lazySchema(() =>
  v.object({ id: idText, changes: v.partial(v.object(fields)) }),
);
export const addToListSchema: Request<'addToList'> = lazySchema(() =>
  v.object({ listId: idText, films, before }),
);
export const setOnListSchema: Request<'setOnList'> = lazySchema(() =>
  v.object({ listId: idText, film: filmInputSchema, listed: v.boolean() }),
);
export const changeItemSchema: Request<'changeListItem'> = lazySchema(() =>
  v.object({ id: idText, note: text }),
);
export const moveItemSchema: Request<'moveListItem'> = lazySchema(() => v.object({ id: idText, before }));
export const removeItemsSchema: Request<'removeFromList'> = lazySchema(() =>
  v.object({ ids: v.pipe(v.array(idText), v.minLength(1), v.maxLength(maxRowsPerEdit)) }),
);
export const tagSchema: Request<'turnTagIntoList'> = lazySchema(() => v.object({ tag: text }));
export const choicesSchema: Request<'listListChoices'> = lazySchema(() =>
  v.object({ filmId: v.nullable(idText) }),
);
