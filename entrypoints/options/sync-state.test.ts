import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { t } from '../../lib/i18n/messages.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { RemoteCheck, SyncAnswer, SyncState } from '../../lib/messaging/sync-protocol.ts';
import { syncOff as off } from '../../lib/messaging/testing/sync-off.ts';
import { createSyncState } from './sync-state.ts';

const location = {
  kind: 'webdav',
  url: 'https://cloud.example:8443/dav/',
  user: 'mia',
  password: 'p',
} as const;
const request = { location, passphrase: 'long enough now', deviceName: 'Here' };
const on: SyncState = { ...off, location: { kind: 'webdav', url: location.url, user: 'mia' } };

const failure = { status: 507, at: 1, count: 1, restUntil: 0, vanishing: null };

/** The calls so far, in order. */
let done: string[];
/** The user's answer to the permission prompt. */
let grants: boolean;
let check: RemoteCheck;
let answer: SyncAnswer;
let shown: SyncState;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubEnv('FIREFOX', '');
  done = [];
  grants = true;
  check = { state: 'empty', hasOwn: true };
  answer = { ok: true };
  shown = off;
  Object.assign(fakeBrowser.permissions, {
    request: ({ origins, data_collection: data = [] }: { origins: string[]; data_collection?: string[] }) => {
      done.push(`asked for ${[...origins, ...data].join()}`);
      return Promise.resolve(grants);
    },
  });
  onMessage('syncState', () => shown);
  onMessage('checkRemote', ({ data }) => {
    done.push(`checked ${data.location.kind} ${data.passphrase}`);
    return check;
  });
  onMessage('beginSync', ({ data }) => {
    done.push(`began as ${data.deviceName} with ${data.passphrase}`);
    return answer;
  });
  for (const name of ['changePassphrase', 'enterPassphrase', 'removeFromRemote', 'syncNow'] as const)
    onMessage(name, () => {
      done.push(name);
      return answer;
    });
});
afterEach(() => {
  removeAllListeners();
  vi.unstubAllEnvs();
});

const create = () => createSyncState(() => new Date(0));

test('asks for the permission of that address alone, inside the click, before anything is sent', async () => {
  const state = create();
  const checking = state.checkPlace(request);
  expect(done).toEqual(['asked for https://cloud.example/*']);
  await checking;
  expect(done).toEqual([
    'asked for https://cloud.example/*',
    'checked webdav long enough now',
    'began as Here with long enough now',
  ]);
  expect(state.syncStatus.value?.text).toBe('Nothing was there yet. Your log is being sent.');
});

test('in Firefox, also asks for the consent to what sync sends', async () => {
  vi.stubEnv('FIREFOX', 'true');
  grants = false;
  await create().checkPlace(request);
  const data = 'authenticationInfo,personallyIdentifyingInfo,browsingActivity,websiteContent';
  expect(done).toEqual([`asked for https://cloud.example/*,${data}`]);
});

test('sends nothing when the user declines, and says so', async () => {
  grants = false;
  const state = create();
  await state.checkPlace(request);
  expect(done).toEqual(['asked for https://cloud.example/*']);
  expect(state.found.value).toBe('declined');
  expect(state.isSyncBusy.value).toBe(false);
});

test.each<[string, RemoteCheck, string | null, boolean, string]>([
  ['a log, and none here', { state: 'ready', hasOwn: false }, 'long enough now', false, 'long enough now'],
  ['an open log, and none here', { state: 'open', hasOwn: false }, null, false, 'null'],
  ['two logs', { state: 'ready', hasOwn: true }, 'long enough now', true, 'long enough now'],
  ['two open logs', { state: 'open', hasOwn: true }, null, true, 'null'],
  ['an open log with a passphrase', { state: 'open', hasOwn: false }, 'long enough now', true, 'null'],
])('%s: asks before it begins where two become one', async (_name, found, passphrase, asks, used) => {
  check = found;
  const state = create();
  await state.checkPlace({ ...request, passphrase });
  expect(done.some((call) => call.startsWith('began'))).toBe(!asks);
  expect(state.syncQuestion.value !== null).toBe(asks);
  if (asks) await state.beginSync();
  expect(done.at(-1)).toBe(`began as Here with ${used}`);
  expect(state.syncQuestion.value).toBeNull();
});

test('what is said at the beginning is replaced by what became of it', async () => {
  check = { state: 'ready', hasOwn: false };
  const state = create();
  await state.checkPlace(request);
  const fetching = state.syncStatus.value;
  expect(fetching?.text).toBe('There is a log. It is being fetched.');
  shown = { ...on, busy: { received: 250 } };
  await state.refreshSync();
  expect(state.syncStatus.value).toEqual(fetching);
  shown = { ...on, last: { at: 1, sent: 1, received: 4000 } };
  await state.refreshSync();
  expect(state.syncStatus.value?.text).toBe('Your log is synced: 1 change sent, 4,000 received.');
  await state.syncNow();
  expect(state.syncStatus.value).toBeNull();
});

test.each([
  ['fails', { ...on, failure: { ...failure, fault: 'full' } }],
  ['is cancelled elsewhere', on],
] as const)('it goes when the first pass %s', async (_what, after) => {
  check = { state: 'ready', hasOwn: false };
  const state = create();
  await state.checkPlace(request);
  shown = { ...on, busy: { received: 250 } };
  await state.refreshSync();
  shown = after;
  await state.refreshSync();
  expect(state.syncStatus.value).toBeNull();
});

test('what another action says stays when the first pass ends', async () => {
  const state = create();
  await state.checkPlace(request);
  await state.changePassphrase('another passphrase');
  const said = state.syncStatus.value;
  expect(said).not.toBeNull();
  shown = { ...on, last: { at: 1, sent: 1, received: 0 } };
  await state.refreshSync();
  expect(state.syncStatus.value).toEqual(said);
});

test('a question that is answered with no begins nothing', async () => {
  check = { state: 'ready', hasOwn: true };
  const state = create();
  await state.checkPlace(request);
  expect(state.syncQuestion.value?.own).toEqual({ films: 0, entries: 0 });
  state.forgetCheck();
  await state.beginSync();
  expect(done.some((call) => call.startsWith('began'))).toBe(false);
});

test.each<RemoteCheck>([
  { state: 'sealed', isWrong: true },
  { state: 'fault', fault: 'refused', status: 401 },
])('begins nothing after %j', async (found) => {
  check = found;
  const state = create();
  await state.checkPlace(request);
  expect(state.found.value).toEqual(found);
  expect(done.at(-1)).toMatch(/^checked/);
});

test('a beginning that fails says why, and keeps no password in what is shown', async () => {
  answer = { ok: false, fault: 'full', status: 507 };
  const state = create();
  await state.checkPlace(request);
  expect(state.found.value).toEqual({ state: 'fault', fault: 'full', status: 507 });
  expect(JSON.stringify([state.found.value, state.syncStatus.value])).not.toContain('long enough');
});

test.each([
  ['passphrase', /does not open the log there/],
  ['full', /no room left \(507\)/],
  ['no-permission', /no longer has the browser’s permission to reach this server/],
] as const)('a change that fails with %s says why', async (fault, words) => {
  answer = { ok: false, fault, status: 507 };
  const state = create();
  await state.refreshSync();
  await state.enterPassphrase('some words');
  expect(state.syncStatus.value).toMatchObject({
    kind: 'failed',
    text: expect.stringMatching(words) as string,
  });
});

test('asks for what was taken back in the click, and syncs once it is allowed', async () => {
  shown = on;
  const state = create();
  await state.refreshSync();
  const allowing = state.allowPlace();
  expect(done).toEqual(['asked for https://cloud.example/*']);
  await allowing;
  expect(done.at(-1)).toBe('syncNow');
  done = [];
  grants = false;
  await state.allowPlace();
  expect(done).toEqual(['asked for https://cloud.example/*']);
  expect(state.syncStatus.value).toMatchObject({ kind: 'failed', text: t('syncDeclined') });
});

test('a background that does not answer is a fault in words', async () => {
  removeAllListeners();
  onMessage('logChanged', vi.fn());
  const state = create();
  await state.refreshSync();
  expect(state.sync.value.value).toBeNull();
  expect(state.sync.fault.value).not.toBeNull();
  await state.syncNow();
  expect(state.syncStatus.value?.kind).toBe('failed');
});
