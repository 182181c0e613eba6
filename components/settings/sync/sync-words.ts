import { formatRecentMoment } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount, type MessageKey } from '../../../lib/i18n/messages.ts';
import type { ShownLocation, SyncState } from '../../../lib/messaging/sync-protocol.ts';
import type { SyncFailure, SyncFault } from '../../../lib/sync/sync-types.ts';

export type SyncKind = ShownLocation['kind'];

/** What helps against a fault, as a control under its words. */
export type FaultHelp =
  'password' | 'allow' | 'folder' | 'passphrase' | 'put-again' | 'answer' | 'log' | 'try';

interface FaultWords {
  words: MessageKey;
  /** What is said in its place of a folder, and of a CouchDB server. */
  folder?: MessageKey;
  couchdb?: MessageKey;
  help: FaultHelp[];
  /** What helps in its place with a folder. */
  folderHelp?: FaultHelp[];
}

const faults: Record<SyncFault, FaultWords> = {
  offline: { words: 'syncFaultOffline', help: ['try'] },
  unreachable: { words: 'syncFaultUnreachable', help: ['try'] },
  refused: { words: 'syncFaultRefused', couchdb: 'syncFaultRefusedPlain', help: ['password', 'try'] },
  forbidden: { words: 'syncFaultForbidden', help: ['password', 'try'] },
  'not-found': {
    words: 'syncFaultNotFound',
    folder: 'syncFaultFolderGone',
    help: ['try'],
    folderHelp: ['folder', 'try'],
  },
  'too-large': { words: 'syncFaultTooLarge', folder: 'syncFaultFolderTooLarge', help: ['try'] },
  locked: { words: 'syncFaultLocked', help: ['try'] },
  'too-many': { words: 'syncFaultTooMany', help: ['try'] },
  broken: { words: 'syncFaultBroken', help: ['try'] },
  full: { words: 'syncFaultFull', folder: 'syncFaultFolderFull', help: ['try'] },
  'not-a-remote': {
    words: 'syncFaultNotWebdav',
    folder: 'syncFaultNotFolder',
    couchdb: 'syncFaultNotCouchdb',
    help: ['try'],
    folderHelp: ['folder', 'try'],
  },
  redirected: { words: 'syncFaultRedirected', help: ['try'] },
  slow: { words: 'syncFaultSlow', help: ['try'] },
  'no-permission': { words: 'syncFaultNoPermission', folder: 'syncFaultFolderPermission', help: ['allow'] },
  'bad-answer': { words: 'syncFaultBadAnswer', folder: 'syncFaultFolderUnreadable', help: ['try'] },
  aborted: { words: 'syncFaultAborted', help: ['try'] },
  passphrase: { words: 'syncFaultPassphrase', help: ['passphrase'] },
  emptied: { words: 'syncFaultEmptied', help: ['put-again', 'try'] },
  vanishing: { words: 'syncFaultVanishing', help: ['answer'] },
  newer: { words: 'syncFaultNewer', help: ['try'] },
  log: { words: 'syncFaultLog', help: ['log', 'try'] },
  failed: { words: 'syncFaultFailed', help: ['try'] },
};

type Fault = Pick<SyncFailure, 'fault' | 'status'> & { vanishing?: SyncFailure['vanishing'] };

/** Says in whole sentences why sync with a place of that kind failed. */
export function formatSyncFault({ fault, status, vanishing }: Fault, kind: SyncKind): string {
  const { words, ...instead } = faults[fault];
  const key = kind === 'webdav' ? words : (instead[kind] ?? words);
  if (fault === 'vanishing')
    return t(key, formatNumber(vanishing?.rows ?? 0), formatNumber(vanishing?.of ?? 0));
  return t(key, status === null ? '' : ` (${status})`);
}

/** What helps against a fault, in the order of the controls. */
export function listFaultHelp(fault: SyncFault, kind: SyncKind): FaultHelp[] {
  const { help, folderHelp } = faults[fault];
  return kind === 'folder' ? (folderHelp ?? help) : help;
}

/** What is no fault: being offline, and what the user stopped. */
export const isHarmless = (fault: SyncFault): boolean => fault === 'offline' || fault === 'aborted';

/** Whether sync works or not, to be marked; null while it is off, paused or has not run yet. */
export function rateSync(state: SyncState | null): 'works' | 'fails' | null {
  if (state === null || state.location === null || state.isPaused) return null;
  if (state.failure !== null && !isHarmless(state.failure.fault)) return 'fails';
  return state.last === null ? null : 'works';
}

/** The last success as "Last synced today, 12:31 · 3 changes sent, 1 received". */
export function formatLastSync({ last }: SyncState, now: number): string {
  if (last === null) return t('syncNever');
  const { at, sent, received } = last;
  return t(
    'syncLast',
    formatRecentMoment(at, now),
    tCount('syncSent', sent),
    tCount('syncReceived', received),
  );
}

/** Since when nothing was synced. */
export const formatNotSynced = ({ last }: SyncState, now: number): string =>
  last === null ? t('syncNotYet') : t('syncNotSince', formatRecentMoment(last.at, now));

/** What is said after a fault: that nothing is lost, how much waits, and when the next try is. */
export function formatAfterFault(state: SyncState, failure: SyncFailure, now: number): string {
  if (failure.fault === 'vanishing') return t('syncVanishingYet');
  const { waiting } = state;
  const lost = waiting === 0 ? t('syncNothingLost') : tCount('syncNothingLostWaiting', waiting);
  if (failure.restUntil <= now || !listFaultHelp(failure.fault, 'webdav').includes('try')) return lost;
  return `${lost} ${t('syncRetryAt', formatRecentMoment(failure.restUntil, now))}`;
}

/** That there is no connection, and how much waits. */
export const formatOffline = (waiting: number): string =>
  waiting === 0 ? t('syncOfflineNone') : tCount('syncOffline', waiting);
