import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type { FoundLog } from './assemble-log.ts';
import type { LogParts } from './log-parts.ts';
import { isWhole, readAll } from './rebuild-log.ts';
import { openDatabase, type OpenedDatabase } from '../store/database.ts';
import { listFormerPlaces, removePlace, type Place } from '../store/database-location.ts';
import { parseRow } from '../store/row-schemas.ts';
import { logDatabaseName, logStores, type QuarantinedRow } from '../store/schema.ts';
import type { LogStore } from '../types.ts';

/** All of the current log; null if any of it cannot be read, or its quarantine still counts as rows. */
function readCurrent({ connection, now }: LogParts): Promise<FoundLog | null> {
  return connection.use(async ({ db, newer }) => {
    const found = newer ? null : await readAll(db);
    return found?.state && isWhole(found, found.state, now()) ? found : null;
  });
}

/** The longest that a former database may take to open, in ms: writes of the log wait for it. */
const openLimitMs = 10_000;

/** Opens a former database; null if it cannot be opened, or not in time. */
async function openFormer({ options }: LogParts, place: Place): Promise<OpenedDatabase | null> {
  const opening = openDatabase({ ...options, place }).catch(() => null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), openLimitMs);
  });
  const opened = await Promise.race([opening, limit]);
  clearTimeout(timer);
  if (opened !== 'late') return opened;
  void opening.then((late) => late?.db.close());
  return null;
}

/** Everything in a former database; null if it cannot be opened or read. */
async function readFormer(parts: LogParts, place: Place): Promise<FoundLog | null> {
  const opened = await openFormer(parts, place);
  if (opened === null) return null;
  try {
    return opened.newer ? null : await readAll(opened.db);
  } catch {
    return null;
  } finally {
    opened.db.close();
  }
}

const identifiedSchema = lazySchema(() => v.object({ id: v.string() }));

function isKept(quarantine: QuarantinedRow[], store: LogStore, id: string): boolean {
  return quarantine.some(
    (kept) => kept.store === store && v.is(identifiedSchema, kept.row) && kept.row.id === id,
  );
}

/** Whether the current log has every valid row of a former one, as a row or in its quarantine. */
function hasAllOf(current: FoundLog, former: FoundLog): boolean {
  const hasStore = <S extends LogStore>(store: S): boolean =>
    [...former.rows[store].values()].every(
      (row) =>
        current.rows[store].has(row.id) ||
        parseRow(store, row) === null ||
        isKept(current.quarantine, store, row.id),
    );
  return logStores.every((store) => hasStore(store));
}

/**
 * Deletes the databases from which the log was rebuilt. First it reads every row of the current one; if that is not whole,
 * nothing is deleted. A former database that cannot be opened, or has a row that the current one lacks, stays: what looks
 * like the former one may be the log, if the browser forgot which is current.
 */
export async function removeFormerLogs(parts: LogParts): Promise<void> {
  const { buckets, name = logDatabaseName } = parts.options;
  const places = await listFormerPlaces(buckets, name);
  const current = places.length === 0 ? null : await readCurrent(parts);
  if (current === null) return;
  for (const place of places) {
    const former = await readFormer(parts, place);
    if (former !== null && hasAllOf(current, former)) await removePlace(buckets, name, place);
  }
}
