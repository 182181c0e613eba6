import type { Command } from '../store/commit.ts';
import type { CheckReport, LogProblem, LogProblemKind } from '../commands/edit-types.ts';
import { journalBackupId } from './backup-ring.ts';
import { LogError } from '../errors.ts';
import { createRowMaps, type RowMaps } from './journal.ts';
import type { LogParts } from './log-parts.ts';
import { loadRecoveryEvidence, rebuildLog } from './open-and-recover.ts';
import { repairLinks, repairRows } from './repair.ts';
import { loadBackup } from './restore.ts';
import { scanLog, type Scan } from './scan.ts';
import { logStores, type RowKey } from '../store/schema.ts';
import { runTransaction } from '../store/transaction.ts';
import type { LogHealth, LogStore } from '../types.ts';

const idsTold = 20;

/** The title of a film that stands for one whose row is nowhere to be found. */
const unknownTitle = 'Unknown film';

/** What a check needs of the log that runs it. */
export interface CheckAccess {
  parts: LogParts;
  look: () => Promise<LogHealth>;
  write: (command: Command) => Promise<unknown>;
}

function tell(
  kind: LogProblemKind,
  store: LogStore | null,
  ids: string[],
  done: LogProblem['done'],
): LogProblem[] {
  return ids.length === 0 ? [] : [{ kind, store, count: ids.length, ids: ids.slice(0, idsTold), done }];
}

function tellByStore(kind: LogProblemKind, keys: RowKey[], done: LogProblem['done']): LogProblem[] {
  return logStores.flatMap((store) =>
    tell(
      kind,
      store,
      keys.filter((key) => key.store === store).map(({ id }) => id),
      done,
    ),
  );
}

function copyRow<S extends LogStore>(to: RowMaps, from: RowMaps, store: S, id: string): boolean {
  const row = from[store].get(id);
  if (row === undefined) return false;
  to[store].set(id, row);
  return true;
}

/** The newest copies of those rows that the backups and the journal hold; without those that none holds. */
async function findCopies(parts: LogParts, wanted: RowKey[]): Promise<RowMaps> {
  const copies = createRowMaps();
  if (wanted.length === 0) return copies;
  const recoveryEvidence = await loadRecoveryEvidence(parts.storage);
  let missing = wanted;
  for (const id of [...recoveryEvidence.ring.backups.map((backup) => backup.id), journalBackupId]) {
    try {
      const { rows } = await loadBackup(parts.storage, recoveryEvidence, id);
      missing = missing.filter((key) => !copyRow(copies, rows, key.store, key.id));
    } catch (error) {
      // A damaged backup gives nothing; an older one may.
      if (!(error instanceof LogError)) throw error;
    }
    if (missing.length === 0) break;
  }
  return copies;
}

function areCountsRight({ state, counts }: Scan): boolean {
  return (
    state !== null &&
    logStores.every(
      (store) =>
        state.counts[store].rows === counts[store].rows && state.counts[store].live === counts[store].live,
    )
  );
}

const doubleKinds: Partial<Record<LogStore, LogProblemKind>> = {
  ratings: 'double-rating',
  watchlist: 'double-watchlist',
  corrections: 'double-correction',
};

/** What was found and, where all of it was done, what was done about it. */
function report(scan: Scan, restored: RowKey[], { films }: RowMaps): LogProblem[] {
  const isRestored = ({ store, id }: RowKey): boolean =>
    restored.some((key) => key.store === store && key.id === id);
  const missing = [...scan.missingFilms.keys()];
  const hasCopy = (id: string): boolean => films.has(id);
  const isBroken = scan.broken.length > 0;
  return [
    ...tellByStore('broken-row', scan.broken.filter(isRestored), 'from-backup'),
    ...tellByStore(
      'broken-row',
      scan.broken.filter((key) => !isRestored(key)),
      'set-aside',
    ),
    ...tellByStore('wrong-order', scan.misplaced, 'mended'),
    ...tell('missing-film', 'films', missing.filter(hasCopy), 'from-backup'),
    ...tell(
      'missing-film',
      'films',
      missing.filter((id) => !hasCopy(id)),
      'mended',
    ),
    ...tell('deleted-film', 'films', [...scan.deletedFilms.keys()], 'mended'),
    ...scan.doubles.flatMap(({ store, ids }) =>
      tell(doubleKinds[store] ?? 'double-rating', store, ids, 'mended'),
    ),
    ...tell(
      'double-ref',
      'films',
      scan.twins.map(({ id }) => id),
      'mended',
    ),
    // Broken rows are not counted as live, which is no fault of its own.
    ...tell('wrong-counts', null, areCountsRight(scan) || isBroken ? [] : [''], 'mended'),
    ...tell('wrong-checksum', null, scan.checksum === scan.state?.checksum ? [] : [''], 'mended'),
    ...(scan.quarantined === 0
      ? []
      : [
          {
            kind: 'quarantined' as const,
            store: null,
            count: scan.quarantined,
            ids: [],
            done: 'none' as const,
          },
        ]),
  ].map((problem) => ({ ...problem, ids: problem.ids.filter((id) => id !== '') }));
}

async function mend({ parts, write }: CheckAccess, scan: Scan): Promise<LogProblem[]> {
  const { connection, now, storage } = parts;
  const missing = [...scan.missingFilms.keys()].map((id): RowKey => ({ store: 'films', id }));
  const copies = await findCopies(parts, [...scan.broken, ...missing]);
  const known = { copies, now: now() };
  const restored = await connection.use(({ db }) => runTransaction(db, (tx) => repairRows(tx, scan, known)));
  const isSumWrong = !areCountsRight(scan) || scan.checksum !== scan.state?.checksum;
  if (isSumWrong || scan.broken.length + scan.misplaced.length > 0) {
    await rebuildLog(parts, await loadRecoveryEvidence(storage), null);
  }
  const links = [scan.missingFilms, scan.deletedFilms].some(({ size }) => size > 0);
  if (links || scan.doubles.length + scan.twins.length > 0)
    await write(repairLinks(scan, copies.films, unknownTitle));
  return report(scan, restored, copies);
}

/**
 * Reads every row, mends what can be mended, and says what was found and done. A log that has lost rows, cannot be
 * opened or is newer is left as it is: what there is to do about it is the user's choice, and stands in `health`.
 */
export async function checkLog(access: CheckAccess): Promise<CheckReport> {
  const { parts, look } = access;
  const checkedAt = parts.now();
  await parts.backupWriter.flush();
  const health = await look();
  if (health.state !== 'ok') {
    const lost = health.state === 'damaged' ? health.promisedRows - health.foundRows : 0;
    const problems: LogProblem[] =
      lost > 0 ? [{ kind: 'missing-rows', store: null, count: lost, ids: [], done: 'none' }] : [];
    return { checkedAt, rows: 0, problems, health };
  }
  const scan = await parts.connection.use(({ db }) => scanLog(db));
  const problems = await mend(access, scan);
  return { checkedAt, rows: scan.rows, problems, health: problems.length === 0 ? health : await look() };
}
