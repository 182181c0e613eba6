import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { sendMessage } from '../../messaging/messages.ts';
import type { LocationRequest } from '../../messaging/sync-protocol.ts';
import { formatOriginPattern } from '../../reviews/sources/addresses.ts';
import { syncConsents } from '../../settings/data-consents.ts';
import { makeRandomName } from '../../text/ids.ts';
import { lazySchema, text } from '../../text/schemas.ts';
import { logStores } from '../../watchlog/store/schema.ts';
import type { CommitReceipt } from '../../watchlog/types.ts';
import { formatRowName } from '../../sync/rows.ts';
import { createSyncStore } from '../../sync/sync-store.ts';
import { createDebouncedBroadcast } from '../messages/debounced-broadcast.ts';
import { countedFetch } from '../http/counted-fetch.ts';
import { ensureAlarm } from '../messages/ensure-alarm.ts';
import { hasPermission } from '../sources/source-permissions.ts';
import { getLog, getUnnotedLog, waitForNotes, watchCommits } from '../messages/log-access.ts';
import { nothingSchema } from '../messages/message-schemas.ts';
import { registerToPages } from '../messages/register.ts';
import { reportFault } from '../messages/report-fault.ts';
import { createSyncService, type SyncService } from './sync-service.ts';

/** Wakes the background for a pass. */
const syncAlarm = 'sync';
/** Wakes the background for a pass some time after a change. */
const syncSoonAlarm = 'sync-soon';
const alarmMinutes = 15;
/** The shortest that browsers allow: what is changed within it goes in one pass. */
const afterChangeMinutes = 0.5;
/** How often open pages are told how far a pass is, in milliseconds. */
const tellEveryMs = 250;
/** A page of the log that is opened again within this time begins no pass. */
const openedAgainMs = 60_000;

const store = createSyncStore();

/** Tells open pages at most every quarter of a second. */
function createTeller(): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      // Most of the time no page is open.
      sendMessage('syncChanged', undefined).catch(() => undefined);
    }, tellEveryMs);
  };
}

/** Runs a task while holding the browser's lock for passes; null if another holds it. */
function runAlone<T>(task: () => Promise<T>): Promise<T | null> {
  return navigator.locks.request('marquee-sync', { ifAvailable: true }, (lock) =>
    lock === null ? null : task(),
  );
}

async function noteCommit({ changes, sequence }: CommitReceipt): Promise<void> {
  const names = logStores.flatMap((of) =>
    (changes[of] ?? []).map(({ after }) => formatRowName(of, after.id)),
  );
  if (names.length === 0 || (await store.peekProgress()) === null) return;
  const state = await (await getLog()).read((db) => db.get('meta', 'state'));
  await store.noteChanged(names, { installId: state?.installId ?? '', sequence });
  await browser.alarms.create(syncSoonAlarm, { delayInMinutes: afterChangeMinutes });
}

const address = text(2000);
const credential = text(500);
const location: v.GenericSchema<unknown, LocationRequest> = lazySchema(() =>
  v.variant('kind', [
    v.object({ kind: v.literal('folder'), name: text(500) }),
    v.object({ kind: v.literal('webdav'), url: address, user: credential, password: credential }),
    v.object({
      kind: v.literal('couchdb'),
      ...{ url: address, database: text(200), user: credential, password: credential },
    }),
  ]),
);
const passphrase = text(1000);
const name = v.pipe(text(100), v.minLength(1));
const deletions = v.picklist(['ask', 'deleted', 'kept']);

function registerToSettings(service: SyncService): void {
  registerToPages('syncState', nothingSchema, service.state);
  registerToPages(
    'checkRemote',
    lazySchema(() => v.object({ location, passphrase: v.nullable(passphrase) })),
    service.check,
  );
  registerToPages(
    'beginSync',
    lazySchema(() => v.object({ location, passphrase: v.nullable(passphrase), deviceName: name })),
    service.begin,
  );
  registerToPages(
    'changeLocation',
    lazySchema(() => v.object({ location })),
    (request) => service.changeLocation(request.location),
  );
  registerToPages(
    'enterPassphrase',
    lazySchema(() => v.object({ passphrase })),
    (request) => service.enterPassphrase(request.passphrase),
  );
  registerToPages(
    'changePassphrase',
    lazySchema(() => v.object({ passphrase: v.nullable(passphrase) })),
    (request) => service.changePassphrase(request.passphrase),
  );
  registerToPages(
    'renameDevice',
    lazySchema(() => v.object({ name })),
    (request) => service.rename(request.name),
  );
  registerToPages('stopSync', nothingSchema, service.stop);
  registerToPages('removeFromRemote', nothingSchema, service.removeFromRemote);
  registerToPages('startRemoteAgain', nothingSchema, service.startRemoteAgain);
}

function registerToPasses(service: SyncService): void {
  let openedAt = -Infinity;
  registerToPages(
    'syncNow',
    lazySchema(() => v.object({ deletions })),
    (request) => service.run({ deletions: request.deletions, rests: false }),
  );
  registerToPages('syncOnOpening', nothingSchema, () => {
    if (Date.now() - openedAt > openedAgainMs) void service.run({ deletions: 'ask', rests: true });
    openedAt = Date.now();
    return Promise.resolve();
  });
  registerToPages('cancelSync', nothingSchema, () => Promise.resolve(service.cancel()));
  registerToPages(
    'pauseSync',
    lazySchema(() => v.object({ isPaused: v.boolean() })),
    ({ isPaused }) => service.pause(isPaused),
  );
}

/** Runs passes: when the browser starts, after a change, and every quarter of an hour. Nothing happens while sync is off. */
function registerSchedule(service: SyncService): void {
  const run = (): void => {
    service.run({ deletions: 'ask', rests: true }).catch((error: unknown) => reportFault('sync', error));
  };
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === syncAlarm || alarm.name === syncSoonAlarm) run();
  });
  browser.runtime.onStartup.addListener(run);
  ensureAlarm(syncAlarm, { periodInMinutes: alarmMinutes, delayInMinutes: alarmMinutes }).catch(
    (error: unknown) => reportFault('sync', error),
  );
}

/** Registers the listeners of sync. `notify` tells all pages that the log has changed. */
export function registerToSync({ notify }: { notify: () => void }): void {
  const service = createSyncService({
    store,
    runAlone,
    getLog: getUnnotedLog,
    waitForNotes,
    fetch: countedFetch,
    now: Date.now,
    isOnline: () => navigator.onLine,
    mayReach: (url) => hasPermission([formatOriginPattern(url)], syncConsents),
    makeName: (length) => makeRandomName((count) => crypto.getRandomValues(new Uint8Array(count)), length),
    onChange: createTeller(),
    // Pages read again once, not for every commit of a long pass.
    onReceived: createDebouncedBroadcast(notify).soon,
  });
  watchCommits(noteCommit);
  registerToSettings(service);
  registerToPasses(service);
  registerSchedule(service);
}
