import * as v from 'valibot';
import { lazySchema, text } from '../../text/schemas.ts';
import { formatTypedHint } from '../../films/hint-film.ts';
import type { Match, SightedHint } from '../../films/types.ts';
import {
  maxFilmsPerMatch,
  maxStepsPerChunk,
  type BackedUp,
  type ImportedSteps,
  type ImportProtocol,
} from '../../messaging/import-protocol.ts';
import type { Command } from '../../watchlog/store/commit.ts';
import { commitImportedLists } from '../../watchlog/imports/import-lists.ts';
import { commitImport, type ImportInfo } from '../../watchlog/imports/imports.ts';
import { commitLogMerge, countPart } from '../../watchlog/imports/merge-log.ts';
import { parseRow } from '../../watchlog/store/row-schemas.ts';
import { mapStores, type RowLists, type RowOf } from '../../watchlog/store/schema.ts';
import type { FilmInput, LogStore } from '../../watchlog/types.ts';
import { undoImport } from '../../watchlog/imports/undo-import.ts';
import { createDebouncedBroadcast } from '../messages/debounced-broadcast.ts';
import type { Identify } from '../identify/identify.ts';
import { registerToPages } from '../messages/register.ts';
import { getLog } from '../messages/log-access.ts';
import { reportFault } from '../messages/report-fault.ts';
import { entrySchema, idText, ratingSchema, filmInputSchema } from '../messages/message-schemas.ts';

type Request<K extends keyof ImportProtocol> = v.GenericSchema<unknown, Parameters<ImportProtocol[K]>[0]>;

const time = lazySchema(() => v.nullable(v.number()));
const criteria = lazySchema(() => v.record(text(100), v.nonNullable(ratingSchema)));
const info: v.GenericSchema<unknown, ImportInfo> = lazySchema(() =>
  v.object({
    id: idText,
    fileNames: v.pipe(v.array(text(1000)), v.maxLength(1000)),
    format: text(40),
    total: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
);
const from = lazySchema(() => v.pipe(v.number(), v.integer(), v.minValue(0)));
const step = lazySchema(() =>
  v.object({
    film: filmInputSchema,
    entries: v.array(v.object({ fields: entrySchema, loggedAt: time, sourceId: v.nullable(text(500)) })),
    changes: v.array(v.object({ id: idText, fields: entrySchema })),
    rating: v.nullable(v.object({ value: v.nonNullable(ratingSchema), criteria, ratedAt: time })),
    watchlist: v.nullable(
      v.object({ priority: v.picklist([0, 1, 2, 3]), reason: text(100_000), addedAt: time }),
    ),
    liked: v.boolean(),
    tags: v.pipe(v.array(text(200)), v.maxLength(500)),
  }),
);

const matchSchema: Request<'matchFilms'> = lazySchema(() =>
  v.object({
    films: v.pipe(v.array(filmInputSchema), v.maxLength(maxFilmsPerMatch)),
  }),
);
const commitSchema: Request<'commitImport'> = lazySchema(() =>
  v.object({
    info,
    from,
    steps: v.pipe(v.array(step), v.maxLength(maxStepsPerChunk)),
  }),
);
const listsSchema: Request<'commitImportedLists'> = lazySchema(() =>
  v.object({
    info,
    from,
    lists: v.pipe(
      v.array(
        v.object({
          name: text(1000),
          description: text(100_000),
          ranked: v.boolean(),
          items: v.pipe(
            v.array(v.object({ film: filmInputSchema, note: text(100_000) })),
            v.maxLength(maxStepsPerChunk),
          ),
        }),
      ),
      v.maxLength(maxStepsPerChunk),
    ),
  }),
);
const undoSchema: Request<'undoImport'> = lazySchema(() => v.object({ importId: idText }));

/** Rows of a store, each as the store keeps it. */
const rowsOf = <S extends LogStore>(store: S): v.GenericSchema<unknown, RowOf<S>[]> =>
  v.pipe(
    v.array(v.unknown()),
    v.maxLength(maxStepsPerChunk),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const rows = dataset.value.map((row) => parseRow(store, row));
      const good = rows.filter((row) => row !== null);
      if (good.length === rows.length) return good;
      addIssue({ message: `no row of ${store}` });
      return NEVER;
    }),
  );
// Each schema reads the rows of its own store.
const rowLists = lazySchema(() => v.object(mapStores(rowsOf)) as v.GenericSchema<unknown, RowLists>);
const mergeSchema: Request<'mergeLog'> = lazySchema(() => v.object({ info, from, part: rowLists }));

/** A film from a file, as a hint. */
function toHint({ title, year, refs, directors = [], alternativeTitles = [] }: FilmInput): SightedHint {
  const typed = formatTypedHint(title, year);
  return { ...typed, hint: { ...typed.hint, refs, directors, alternativeTitles } };
}

async function isUndone(importId: string): Promise<boolean> {
  const row = await (await getLog()).read((db) => db.get('imports', importId));
  return row !== undefined && row.undoneAt !== null;
}

/**
 * Registers the listeners for the messages of `ImportProtocol`. `notify` is called when an import ends or pauses, not
 * for every chunk; `onEnd` when it ends.
 */
export function registerToImports({
  identify,
  notify,
  onEnd = () => Promise.resolve(),
}: {
  identify: Identify;
  notify: () => void;
  onEnd?: () => Promise<unknown>;
}): void {
  const broadcast = createDebouncedBroadcast(notify);
  const write = async (command: Command, moreFollows = false): Promise<BackedUp> => {
    const { notBackedUp } = await (await getLog()).write(command, { moreFollows });
    return notBackedUp === undefined ? {} : { notBackedUp };
  };
  const commit = async (command: Command, done: number, { total }: ImportInfo): Promise<ImportedSteps> => {
    const backedUp = await write(command, done < total);
    if (done < total) broadcast.soon();
    else {
      broadcast.now();
      onEnd().catch((error: unknown) => reportFault('end of the import', error));
    }
    return { done, ...backedUp };
  };
  registerToPages('matchFilms', matchSchema, async ({ films }): Promise<Match[]> => {
    const identified = await identify(films.map(toHint), { matchesOnly: true });
    return identified.map(({ match }) => match);
  });
  registerToPages('commitImport', commitSchema, (request) =>
    commit(
      commitImport(request.info, request.from, request.steps),
      request.from + request.steps.length,
      request.info,
    ),
  );
  registerToPages('commitImportedLists', listsSchema, (request) =>
    commit(
      commitImportedLists(request.info, request.from, request.lists),
      request.from + request.lists.length,
      request.info,
    ),
  );
  registerToPages('mergeLog', mergeSchema, (request) =>
    commit(
      commitLogMerge(request.info, request.from, request.part),
      request.from + countPart(request.part),
      request.info,
    ),
  );
  registerToPages('undoImport', undoSchema, async ({ importId }) => {
    const backedUp = await write(undoImport({ importId }));
    const isDone = await isUndone(importId);
    if (isDone) broadcast.now();
    else broadcast.soon();
    return { isDone, ...backedUp };
  });
}
