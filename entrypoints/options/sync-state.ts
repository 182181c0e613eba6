import { signal } from '@preact/signals';
import { formatSyncFault, type SyncKind } from '../../components/settings/sync/sync-words.ts';
import type { Status } from '../../components/ui/StatusLine.tsx';
import { formatError } from '../../components/ui/error-words.ts';
import { t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { LocationRequest, SyncAnswer, SyncState } from '../../lib/messaging/sync-protocol.ts';
import { nameDevice } from './device-name.ts';
import { createLoaded } from './loaded.ts';
import { createBeginning, type RunAction } from './sync-beginning.ts';
import { allowPlace, canChooseFolders, chooseFolder } from './sync-place.ts';

/** Creates what says how an action ended, and whether one runs. */
function createActing(refresh: () => Promise<void>) {
  const syncStatus = signal<Status | null>(null);
  const isSyncBusy = signal(false);
  /** Runs a task and says what it returns; undefined says nothing. */
  const run: RunAction = async (task) => {
    isSyncBusy.value = true;
    syncStatus.value = null;
    try {
      const text = await task();
      if (text !== undefined) syncStatus.value = { kind: 'done', text, canUndo: false };
    } catch (error) {
      syncStatus.value = { kind: 'failed', text: formatError(error), canUndo: false };
    }
    await refresh();
    isSyncBusy.value = false;
  };
  return { syncStatus, isSyncBusy, run };
}

type Change = (send: () => Promise<SyncAnswer>, words?: MessageKey, format?: FormatRefused) => Promise<void>;

const done: SyncAnswer = { ok: true };

/** Creates the actions that change where and how the log is synced. */
function createPlaceActions(change: Change, findState: () => SyncState | null) {
  return {
    /** Must be called in a click. The chosen folder is used from then on. */
    chooseOtherFolder: (): Promise<void> => {
      const choosing = chooseFolder();
      return change(async () => {
        const name = await choosing;
        return name === null ? done : sendMessage('changeLocation', { location: { kind: 'folder', name } });
      });
    },
    /** Must be called in a click: the browser asks for what it took back. */
    allowPlace: (): Promise<void> => {
      const location = findState()?.location ?? null;
      const granting = location === null ? Promise.resolve(false) : allowPlace(location);
      return change(
        async () => {
          if (!(await granting)) return { ok: false, fault: 'no-permission', status: null };
          // Why it failed is in the state.
          await sendMessage('syncNow', { deletions: 'ask' });
          return done;
        },
        undefined,
        formatDeclined,
      );
    },
    changeLocation: (location: LocationRequest) =>
      change(() => sendMessage('changeLocation', { location }), 'syncPasswordDone'),
    enterPassphrase: (passphrase: string) =>
      change(() => sendMessage('enterPassphrase', { passphrase }), 'syncPasswordDone'),
    changePassphrase: (passphrase: string | null) =>
      change(() => sendMessage('changePassphrase', { passphrase }), 'syncPassphraseDone'),
    putAgain: () => change(() => sendMessage('startRemoteAgain', undefined)),
  };
}

/** Creates the actions of sync that is set up and that only end or pause it. */
function createPassActions(run: RunAction) {
  const send = (task: () => Promise<unknown>): Promise<void> =>
    run(async () => {
      await task();
      return undefined;
    });
  return {
    // Why it failed is in the state.
    syncNow: (deletions: 'ask' | 'deleted' | 'kept' = 'ask') =>
      send(() => sendMessage('syncNow', { deletions })),
    cancelSync: () => send(() => sendMessage('cancelSync', undefined)),
    pauseSync: (isPaused: boolean) => send(() => sendMessage('pauseSync', { isPaused })),
    renameDevice: (name: string) => send(() => sendMessage('renameDevice', { name })),
  };
}

type FormatRefused = (answer: Exclude<SyncAnswer, { ok: true }>, kind: SyncKind) => string;

/** Why a change was not made, in words. */
const formatRefused: FormatRefused = (answer, kind) =>
  answer.fault === 'passphrase' ? t('syncPassphraseWrong') : formatSyncFault(answer, kind);

/** Why a place was not allowed, in words: the browser asks no more once the user has blocked it. */
const formatDeclined: FormatRefused = (_answer, kind) =>
  t(kind === 'folder' ? 'syncFolderBlocked' : 'syncDeclined');

/** Creates what replaces the words of a beginning by what became of it, once the first pass has ended. */
function createFirstPass(findState: () => SyncState | null) {
  let stage: 'none' | 'begins' | 'runs' = 'none';
  return {
    begin: (): void => void (stage = 'begins'),
    forget: (): void => void (stage = 'none'),
    /** What is to be said from now on; undefined if it stays as it is. Why it failed is said beside it. */
    findWords: (): string | null | undefined => {
      const state = findState();
      if (state === null || stage === 'none') return undefined;
      const { busy, last, failure } = state;
      if (busy !== null) stage = 'runs';
      else if (last !== null || failure !== null || stage === 'runs') {
        stage = 'none';
        return (
          last && t('syncFirstDone', tCount('syncSent', last.sent), tCount('syncReceived', last.received))
        );
      }
      return undefined;
    },
  };
}

/** Creates the state of sync and the actions that set it up, change it and end it. */
export function createSyncState(now: () => Date) {
  const sync = createLoaded(() => sendMessage('syncState', undefined));
  const syncShownAt = signal(now().getTime());
  const findState = (): SyncState | null => sync.value.value;
  const firstPass = createFirstPass(findState);
  const refreshSync = async (): Promise<void> => {
    await sync.refresh();
    syncShownAt.value = now().getTime();
    const words = firstPass.findWords();
    if (words !== undefined)
      acting.syncStatus.value = words === null ? null : { kind: 'done', text: words, canUndo: false };
  };
  const { run: act, ...acting } = createActing(refreshSync);
  const run: RunAction = (task) => {
    firstPass.forget();
    return act(task);
  };
  const { chooseFirstFolder, ...beginning } = createBeginning(run, firstPass.begin);

  /** Sends what may fail, and says why in words; `words` if it did not. */
  const change: Change = (send, words, format = formatRefused) =>
    run(async () => {
      const answer = await send();
      if (answer.ok) return words && t(words);
      const kind = findState()?.location?.kind ?? 'webdav';
      const text = format(answer, kind);
      acting.syncStatus.value = { kind: 'failed', text, canUndo: false };
      return undefined;
    });
  const { chooseOtherFolder, ...ofPlace } = createPlaceActions(change, findState);
  return {
    sync,
    syncShownAt,
    refreshSync,
    hasFolders: canChooseFolders(),
    deviceName: nameDevice(navigator.userAgent),
    ...acting,
    ...beginning,
    ...ofPlace,
    ...createPassActions(run),
    chooseFolder: () =>
      (findState()?.location ?? null) === null ? chooseFirstFolder() : chooseOtherFolder(),
    stopSync: () =>
      run(async () => {
        await sendMessage('stopSync', undefined);
        beginning.folder.value = null;
        return t('syncStopped');
      }),
    removeFromPlace: () =>
      change(async () => {
        const answer = await sendMessage('removeFromRemote', undefined);
        if (answer.ok) beginning.folder.value = null;
        return answer;
      }, 'syncRemoved'),
  };
}
