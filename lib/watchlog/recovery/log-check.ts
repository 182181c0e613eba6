import type { Command } from '../store/commit.ts';
import type { CheckReport, LogProblem, LogProblemKind } from '../commands/edit-types.ts';
import { journalBackupId } from './backup-ring.ts';
import { LogError } from '../errors.ts';
import { isWritable } from '../health.ts';
import { createRowMaps, type RowMaps } from './journal.ts';
import type { LogParts } from './log-parts.ts';
import type { AssembledLog } from './assemble-log.ts';
import { loadRecoveryEvidence } from './open-and-recover.ts';
import { rebuildLog } from './rebuild-log.ts';
import { repairLinks, repairRows } from './repair.ts';
import { loadBackup } from './restore.ts';
import { scanLog, type OnScanned, type Scan } from './scan.ts';
import { logStores, type RowKey } from '../store/schema.ts';
import type { LogHealth, LogStore } from '../types.ts';

const maxIds = 20;

/** The names of placeholders for a film and a list whose rows cannot be found. */
const unknown = { title: 'Unknown film', listName: 'Unknown list' };

/** The parts of the log that a check uses. */
export interface CheckAccess {
  parts: LogParts;
  look: () => Promise<LogHealth>;
  write: (command: Command) => Promise<unknown>;
}

function listProblems(
  kind: LogProblemKind,
  store: LogStore | null,
  ids: string[],
  done: LogProblem['done'],
): LogProblem[] {
  return ids.length === 0 ? [] : [{ kind, store, count: ids.length, ids: ids.slice(0, maxIds), done }];
}

function listByStore(kind: LogProblemKind, keys: RowKey[], done: LogProblem['done']): LogProblem[] {
  return logStores.flatMap((store) =>
    listProblems(
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

/** The newest copies of the given rows in the backups and the journal; rows without a copy are omitted. */
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
      // A damaged backup is skipped, because an older one may be readable.
      if (!(error instanceof LogError) || error.code !== 'bad-backup') throw error;
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
  listItems: 'double-list-item',
};

/** The rows that the browser cannot read and that no backup has. */
function listLost({ unreadable }: Scan, isRestored: (key: RowKey) => boolean): LogProblem[] {
  return logStores.flatMap((store) => {
    const lost = unreadable.filter(
      (row) => row.store === store && (row.id === null || !isRestored({ store, id: row.id })),
    );
    const ids = lost.flatMap(({ id }) => id ?? []).slice(0, maxIds);
    return lost.length === 0
      ? []
      : [{ kind: 'missing-rows' as const, store, count: lost.length, ids, done: 'none' as const }];
  });
}

/** The problems that were found, with how each was handled. */
function report(scan: Scan, restored: RowKey[], { films, lists }: RowMaps): LogProblem[] {
  const isRestored = ({ store, id }: RowKey): boolean =>
    restored.some((key) => key.store === store && key.id === id);
  const isUnreadable = ({ store, id }: RowKey): boolean =>
    scan.unreadable.some((row) => row.store === store && row.id === id);
  const missing = [...scan.missingFilms.keys()];
  const hasCopy = (id: string): boolean => films.has(id);
  const missingLists = [...scan.missingLists.keys()];
  const isCopied = (id: string): boolean => lists.has(id);
  const isBroken = scan.broken.length > 0;
  return [
    ...listByStore('broken-row', scan.broken.filter(isRestored), 'from-backup'),
    ...listByStore(
      'broken-row',
      scan.broken.filter((key) => !isRestored(key) && !isUnreadable(key)),
      'quarantined',
    ),
    ...listLost(scan, isRestored),
    ...listByStore('wrong-order', scan.misplaced, 'repaired'),
    ...listProblems('missing-film', 'films', missing.filter(hasCopy), 'from-backup'),
    ...listProblems(
      'missing-film',
      'films',
      missing.filter((id) => !hasCopy(id)),
      'repaired',
    ),
    ...listProblems('missing-list', 'lists', missingLists.filter(isCopied), 'from-backup'),
    ...listProblems(
      'missing-list',
      'lists',
      missingLists.filter((id) => !isCopied(id)),
      'repaired',
    ),
    ...listProblems('deleted-film', 'films', [...scan.deletedFilms.keys()], 'repaired'),
    ...scan.doubles.flatMap(({ store, ids }) =>
      listProblems(doubleKinds[store] ?? 'double-rating', store, ids, 'repaired'),
    ),
    ...listProblems(
      'double-ref',
      'films',
      scan.twins.map(({ id }) => id),
      'repaired',
    ),
    // Broken rows do not count as live; that is not a separate fault.
    ...listProblems('wrong-counts', null, areCountsRight(scan) || isBroken ? [] : [''], 'repaired'),
    ...listProblems('wrong-checksum', null, scan.checksum === scan.state?.checksum ? [] : [''], 'repaired'),
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

async function repair({ parts, write }: CheckAccess, scan: Scan): Promise<LogProblem[]> {
  const { now, storage } = parts;
  const missing = [...scan.missingFilms.keys()].map((id): RowKey => ({ store: 'films', id }));
  const missingLists = [...scan.missingLists.keys()].map((id): RowKey => ({ store: 'lists', id }));
  const copies = await findCopies(parts, [...scan.broken, ...missing, ...missingLists]);
  const isSumWrong = !areCountsRight(scan) || scan.checksum !== scan.state?.checksum;
  let restored: RowKey[] = [];
  if (isSumWrong || scan.broken.length + scan.misplaced.length > 0) {
    const evidence = await loadRecoveryEvidence(storage);
    const mend = (log: AssembledLog): void => {
      restored = repairRows(log, scan, { copies, now: now() });
    };
    await rebuildLog(parts, { evidence, backup: null, repair: mend });
  }
  const links = [scan.missingFilms, scan.deletedFilms, scan.missingLists].some(({ size }) => size > 0);
  if (links || scan.doubles.length + scan.twins.length > 0) await write(repairLinks(scan, copies, unknown));
  return report(scan, restored, copies);
}

/**
 * Reads every row, repairs what it can, and returns what it found and did. Does not change a log that has
 * lost rows, cannot be opened or is newer: the user must decide, and `health` says so. `onScanned` is told how far it is.
 */
export async function checkLog(access: CheckAccess, onScanned?: OnScanned): Promise<CheckReport> {
  const { parts, look } = access;
  const checkedAt = parts.now();
  await parts.backupWriter.flush();
  const health = await look();
  if (!isWritable(health)) {
    const lost = health.state === 'damaged' ? health.promisedRows - health.foundRows : 0;
    const problems: LogProblem[] =
      lost > 0 ? [{ kind: 'missing-rows', store: null, count: lost, ids: [], done: 'none' }] : [];
    return { checkedAt, rows: 0, problems, health };
  }
  const scan = await parts.connection.use(({ db }) => scanLog(db, onScanned));
  const problems = await repair(access, scan);
  return { checkedAt, rows: scan.rows, problems, health: problems.length === 0 ? health : await look() };
}
