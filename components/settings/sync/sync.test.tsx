import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SyncState } from '../../../lib/messaging/sync-protocol.ts';
import { syncOff as off } from '../../../lib/messaging/testing/sync-off.ts';
import type { SyncFailure, SyncFault } from '../../../lib/sync/sync-types.ts';
import { Sync, type SyncProps } from './Sync.tsx';

beforeEach(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
afterEach(cleanup);

const now = new Date(2026, 10, 29, 14, 0).getTime();
const todayAt = new Date(2026, 10, 29, 12, 31).getTime();
const yesterdayAt = new Date(2026, 10, 28, 18, 5).getTime();

const webdav: SyncState = {
  ...off,
  location: { kind: 'webdav', url: 'https://cloud.example/dav/Marquee', user: 'mia' },
  isEncrypted: true,
  deviceName: 'Mia’s laptop',
  last: { at: todayAt, sent: 3, received: 1 },
};
const couchdb: SyncState = {
  ...webdav,
  location: { kind: 'couchdb', url: 'https://couch.example', database: 'marquee', user: 'mia' },
};
const folder: SyncState = { ...webdav, location: { kind: 'folder', name: 'Marquee' } };
const failure: SyncFailure = {
  fault: 'refused',
  status: 401,
  at: now,
  count: 1,
  restUntil: 0,
  vanishing: null,
};
const failing = (fault: SyncFault, more: Partial<SyncFailure> = {}, state = webdav): SyncState => ({
  ...state,
  waiting: 5,
  last: { at: yesterdayAt, sent: 0, received: 2 },
  failure: { ...failure, status: null, ...more, fault },
});

const callbacks = [
  'onChooseFolder',
  'onCheck',
  'onEdit',
  'onBegin',
  'onCloseQuestion',
  'onSync',
  'onAllow',
  'onPassphrase',
  'onPutAgain',
  'onCancel',
  'onPause',
  'onRename',
  'onLocation',
  'onNewPassphrase',
  'onStop',
  'onRemove',
] as const;

function show(state: SyncState, more: Partial<SyncProps> = {}) {
  const on = Object.fromEntries(callbacks.map((name) => [name, vi.fn()])) as unknown as Record<
    (typeof callbacks)[number],
    ReturnType<typeof vi.fn<() => void>>
  >;
  const props: SyncProps = {
    ...{ state, fault: null, status: null, now, isBusy: false, hasFolders: true, folder: null },
    ...{ deviceName: 'Chrome on Linux', found: null, question: null },
    ...on,
    ...more,
  };
  const { rerender } = render(<Sync {...props} />);
  return { ...on, again: (changes: Partial<SyncProps>) => rerender(<Sync {...props} {...changes} />) };
}

const text = (): string => document.body.textContent.replace(/\s+/g, ' ');
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string | RegExp, value: string) => fireEvent.input(field(name), { target: { value } });
const radios = () => screen.getAllByRole<HTMLInputElement>('radio');

describe('off', () => {
  test('nothing but the choice is there', () => {
    show(off);
    expect(radios().map(({ checked }) => checked)).toEqual([true, false, false, false]);
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.queryAllByRole('textbox')).toEqual([]);
    expect(text()).toContain('A backup file carries a log over once');
  });

  test('a browser without folders for extensions says so, and what to use instead', () => {
    show(off, { hasFolders: false });
    const card = screen.getByRole<HTMLInputElement>('radio', { name: 'A folder' });
    expect(card.disabled).toBe(true);
    expect(text()).toContain('Firefox does not let extensions use folders. Use a server, or a backup file.');
  });

  test('says why the state could not be loaded', () => {
    show(off, { state: null, fault: 'No answer' });
    expect(screen.getByText('No answer')).toBeTruthy();
  });
});

describe('setting up', () => {
  test('a WebDAV server gets an address, a user, a password, a passphrase and a name', () => {
    const { onCheck } = show(off);
    choose('A WebDAV server');
    type('Address of a folder on the server', 'cloud.example/dav/Marquee');
    type('User name', ' mia ');
    type('App password', 'apple tree');
    type('Passphrase for your log', 'twelve or more');
    type('Name of this device', 'Mia’s laptop');
    press('Check and begin');
    expect(onCheck).toHaveBeenCalledExactlyOnceWith({
      location: {
        kind: 'webdav',
        url: 'https://cloud.example/dav/Marquee',
        user: 'mia',
        password: 'apple tree',
      },
      passphrase: 'twelve or more',
      deviceName: 'Mia’s laptop',
    });
  });

  test('a CouchDB server also gets a database; an empty passphrase is none, an empty name the usual one', () => {
    const { onCheck } = show(off);
    choose('A CouchDB server');
    type('Address of the server', 'http://localhost:5984');
    type('Name of this device', ' ');
    press('Check and begin');
    expect(onCheck).toHaveBeenCalledExactlyOnceWith({
      location: {
        kind: 'couchdb',
        url: 'http://localhost:5984/',
        database: 'marquee',
        user: '',
        password: '',
      },
      passphrase: null,
      deviceName: 'Chrome on Linux',
    });
  });

  test('a folder is chosen first', () => {
    const { onCheck, onChooseFolder, again } = show(off);
    choose('A folder');
    press('Check and begin');
    expect(onCheck).not.toHaveBeenCalled();
    expect(screen.getByText('none chosen').getAttribute('role')).toBe('alert');
    press('Choose a folder…');
    expect(onChooseFolder).toHaveBeenCalledOnce();
    again({ folder: 'Marquee' });
    press('Check and begin');
    expect(onCheck).toHaveBeenCalledExactlyOnceWith({
      location: { kind: 'folder', name: 'Marquee' },
      passphrase: null,
      deviceName: 'Chrome on Linux',
    });
  });

  test.each([
    ['Address of the server', 'not an address', 'This is not an address.'],
    ['Address of the server', 'ftp://files.example', 'This is not an address.'],
    ['Database', 'My films', 'A name has small letters'],
    ['Passphrase for your log', 'elevenchars', 'Use at least 12 characters, or leave it empty.'],
  ])('%s: %j is refused beside the field, which gets the focus', (label, value, words) => {
    const { onCheck } = show(off);
    choose('A CouchDB server');
    type('Address of the server', 'https://couch.example');
    type(label, value);
    press('Check and begin');
    expect(onCheck).not.toHaveBeenCalled();
    expect(text()).toContain(words);
    expect(field(label).getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field(label));
  });

  test('a name and a password in an address are not part of it', () => {
    const { onCheck } = show(off);
    choose('A WebDAV server');
    type(/^Address/, 'https://mia:pear@cloud.example/dav');
    press('Check and begin');
    expect(JSON.stringify(onCheck.mock.calls)).toContain('"url":"https://cloud.example/dav"');
  });

  test('twelve characters are enough, also those of two code units', () => {
    const { onCheck } = show(off);
    choose('A WebDAV server');
    type(/^Address/, 'https://cloud.example');
    type('Passphrase for your log', '🎬🎬🎬🎬🎬🎬');
    press('Check and begin');
    expect(onCheck).not.toHaveBeenCalled();
    type('Passphrase for your log', '🎬'.repeat(12));
    press('Check and begin');
    expect(onCheck).toHaveBeenCalledOnce();
  });

  test.each([
    ['http://nas:5005/marquee', true],
    ['http://192.168.1.2/dav', true],
    ['http://localhost:8080/', false],
    ['http://127.0.0.1/', false],
    ['https://cloud.example/', false],
  ])('%s: the password could be read on the way: %s', (url, isOpen) => {
    show(off);
    choose('A WebDAV server');
    type(/^Address/, url);
    expect(text().includes('others on the way can read the password')).toBe(isOpen);
  });

  test('a typed secret can be shown', () => {
    show(off);
    choose('A WebDAV server');
    press('Show: App password');
    expect(field('App password').type).toBe('text');
    press('Hide: App password');
    expect(field('App password').type).toBe('password');
  });

  test('what is typed makes what was found void', () => {
    const { onEdit } = show(off);
    choose('A WebDAV server');
    onEdit.mockClear();
    type('User name', 'mia');
    expect(onEdit).toHaveBeenCalledOnce();
  });

  test.each([
    [
      'declined',
      /needs the browser’s permission to reach this address and to send your log there\. Nothing was changed\./,
    ],
    [
      { state: 'fault', fault: 'not-a-remote', status: 200 },
      /answers, but not as a WebDAV server\. Check the address\. Nothing was changed\./,
    ],
    [{ state: 'fault', fault: 'refused', status: 401 }, /app password \(401\)\. Nothing was changed\./],
    [{ state: 'fault', fault: 'offline', status: null }, /seem to be offline\. Nothing was changed\./],
  ] as const)('says why it could not be checked: %j', (found, words) => {
    show(off, { found });
    choose('A WebDAV server');
    expect(screen.getByRole('alert').textContent).toMatch(words);
  });

  test.each([
    [false, 'There is a log with a passphrase. Enter it here.'],
    [true, 'The passphrase does not open the log there. Nothing was changed.'],
  ])('a log with a passphrase leads to its field; it was a wrong one: %s', (isWrong, words) => {
    const { again } = show(off);
    choose('A WebDAV server');
    again({ found: { state: 'sealed', isWrong } });
    expect(text()).toContain(words);
    expect(document.activeElement).toBe(field('Passphrase for your log'));
  });

  test('while it is checked, the button says so and does nothing', () => {
    const { onCheck } = show(off, { isBusy: true });
    choose('A WebDAV server');
    type(/^Address/, 'https://cloud.example');
    press('Checking…');
    fireEvent.submit(field(/^Address/).form!);
    expect(onCheck).not.toHaveBeenCalled();
  });
});

describe('before two logs become one', () => {
  const own = { films: 312, entries: 1 };
  test('says how much is here, that a backup is made, and joins only after yes', () => {
    const { onBegin, onCloseQuestion } = show(off, {
      question: { state: 'ready', own, isPassphraseUnused: false },
    });
    const dialog = screen.getByRole('dialog', { name: 'Join two logs?' });
    expect(dialog.textContent).toContain('your passphrase opens it');
    expect(dialog.textContent).toContain('(312 films, 1 entry)');
    expect(dialog.textContent).toContain('A backup');
    press('Cancel');
    expect(onCloseQuestion).toHaveBeenCalledOnce();
    expect(onBegin).not.toHaveBeenCalled();
    press('Join and begin');
    expect(onBegin).toHaveBeenCalledOnce();
  });

  test('says that the passphrase would not be used', () => {
    show(off, { question: { state: 'open', own: null, isPassphraseUnused: true } });
    const dialog = screen.getByRole('dialog', { name: 'Sync without a passphrase?' });
    expect(dialog.textContent).toContain('is not encrypted');
    expect(dialog.textContent).not.toContain('films');
    expect(button('Begin without it')).toBeTruthy();
  });
});

describe('set up', () => {
  test('says when it last succeeded, where, how much it takes, and that it is encrypted', () => {
    const { onSync } = show({ ...webdav, size: 1_234_567 });
    expect(screen.getByText(/^Last synced today, 12:31.*· 3 changes sent, 1 received$/)).toBeTruthy();
    expect(screen.getByText('https://cloud.example/dav/Marquee · mia')).toBeTruthy();
    expect(text()).toContain('Encrypted with your passphrase');
    expect(text()).toContain('It takes 1.2 MB there.');
    expect(radios().map(({ checked }) => checked)).toEqual([false, false, true, false]);
    press('Sync now');
    expect(onSync).toHaveBeenCalledExactlyOnceWith('ask');
  });

  test.each([
    [{ last: null }, 'Not synced yet'],
    [{ last: { at: yesterdayAt, sent: 1, received: 0 } }, 'Last synced yesterday, '],
    [{ isEncrypted: false }, 'Not encrypted: whoever can read'],
    [{ waiting: 3 }, 'Waiting: 3 changes not yet synced'],
    [{ damaged: 2 }, '2 parts of the log there are damaged and cannot be read'],
    [{ damaged: 1 }, '1 part of the log there is damaged and cannot be read'],
    [{ sealed: 2 }, '2 parts of the log there do not open with your passphrase'],
    [{ isPaused: true }, 'Paused. Nothing is sent or fetched.'],
  ] as const)('%j: %s', (more, words) => {
    show({ ...webdav, ...more });
    expect(text()).toContain(words);
  });

  test('a pass that is on its way says how much it has received, and can be cancelled', () => {
    const { onCancel } = show({ ...webdav, busy: { received: 1200 } });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('1,200 rows received');
    expect(text()).toContain('1,200 rows received');
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
    press('Cancel');
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test.each([
    ['https://cloud.example/%C3%96ffentlich%20alle/', 'https://cloud.example/Öffentlich alle/'],
    ['https://cloud.example/100%25/', 'https://cloud.example/100%/'],
    ['https://cloud.example/%E0%A4%A/', 'https://cloud.example/%E0%A4%A/'],
  ])('the address %s is shown as %s', (url, shown) => {
    show({ ...webdav, location: { kind: 'webdav', url, user: '' } });
    expect(screen.getByText(shown)).toBeTruthy();
  });

  test('lists the devices, this one first, then those seen last', () => {
    const { onRename } = show({
      ...webdav,
      devices: [
        { device: 'b', name: 'Old desktop', seenAt: new Date(2026, 2, 2).getTime() },
        { device: 'a', name: 'Firefox at work', seenAt: yesterdayAt },
      ],
    });
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(/^Mia’s laptopthis one/);
    expect(rows[1]).toMatch(/^Firefox at worksynced yesterday, /);
    expect(rows[2]).toMatch(/^Old desktopnot seen since .*2026$/);
    press('Rename');
    type('Name of this device', 'Study ');
    press('Save the name');
    expect(onRename).toHaveBeenCalledExactlyOnceWith('Study');
  });

  test('can be paused and resumed', () => {
    const { onPause, again } = show(webdav);
    press('Pause');
    expect(onPause).toHaveBeenLastCalledWith(true);
    again({ state: { ...webdav, isPaused: true } });
    press('Resume');
    expect(onPause).toHaveBeenLastCalledWith(false);
  });

  test.each([
    [webdav, 'App password', { kind: 'webdav', url: 'https://cloud.example/dav/Marquee' }],
    [couchdb, 'Password', { kind: 'couchdb', url: 'https://couch.example', database: 'marquee' }],
  ])('the user name and the password of %# can be changed', (state, label, place) => {
    const { onLocation } = show(state);
    press('Change user name or password');
    expect(document.activeElement).toBe(field('User name'));
    type('User name', 'ben');
    type(label, 'pear');
    press('Use this password');
    expect(onLocation).toHaveBeenCalledExactlyOnceWith({ ...place, user: 'ben', password: 'pear' });
  });

  test('another passphrase has twelve characters; none is set only after a question', () => {
    const { onNewPassphrase } = show(webdav);
    press('Change passphrase');
    press('Use this passphrase');
    type('Passphrase for your log', 'short');
    press('Use this passphrase');
    expect(onNewPassphrase).not.toHaveBeenCalled();
    type('Passphrase for your log', 'long enough now');
    press('Use this passphrase');
    expect(onNewPassphrase).toHaveBeenLastCalledWith('long enough now');
    press('Use no passphrase…');
    expect(onNewPassphrase).toHaveBeenCalledOnce();
    press('Write it without');
    expect(onNewPassphrase).toHaveBeenLastCalledWith(null);
  });

  test('a log without a passphrase has none to take away', () => {
    show({ ...webdav, isEncrypted: false });
    press('Set a passphrase');
    expect(screen.queryByRole('button', { name: 'Use no passphrase…' })).toBeNull();
  });

  test('ends on this device after a question that says what stays', () => {
    const { onStop } = show({ ...webdav, waiting: 2 });
    press('Stop on this computer…');
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('what was synced stays where it is');
    expect(dialog.textContent).toContain('2 changes have not been synced');
    press('Cancel');
    expect(onStop).not.toHaveBeenCalled();
    press('Stop on this computer…');
    press('Stop syncing');
    expect(onStop).toHaveBeenCalledOnce();
  });

  test('another choice asks first; Cancel leaves what is set up', () => {
    const { onStop, again } = show(webdav);
    choose('A CouchDB server');
    expect(screen.queryByLabelText('Database')).toBeNull();
    press('Cancel');
    expect(radios().map(({ checked }) => checked)).toEqual([false, false, true, false]);
    expect(onStop).not.toHaveBeenCalled();
    choose('A CouchDB server');
    press('Stop syncing');
    expect(onStop).toHaveBeenCalledOnce();
    again({ state: off });
    expect(field('Database').value).toBe('marquee');
  });

  test('is removed from there after a question that says what is lost and what is not', () => {
    const { onRemove } = show(webdav);
    press('Remove from the server…');
    const dialog = screen.getByRole('dialog', { name: 'Remove your log from there?' });
    expect(dialog.textContent).toMatch(/Deleted: your log there, from all your devices/);
    expect(dialog.textContent).not.toMatch(/database/);
    expect(dialog.textContent).toMatch(/Not deleted: the log on this computer/);
    expect(within(dialog).getAllByRole('button').at(-1)?.textContent).toBe('Delete it there');
    expect(onRemove).not.toHaveBeenCalled();
    press('Delete it there');
    expect(onRemove).toHaveBeenCalledOnce();
  });

  test('of a database the question says that it may go as a whole, or keep earlier versions', () => {
    show({
      ...webdav,
      location: { kind: 'couchdb', url: 'https://couch.example', database: 'films', user: 'mia' },
    });
    press('Remove from the server…');
    const { textContent } = screen.getByRole('dialog');
    expect(textContent).toMatch(/holds only your log.*the whole database is deleted/);
    expect(textContent).toMatch(/earlier versions can be read on the server until CouchDB compacts/);
  });

  test('a folder has no password, can be chosen again, and is named so where it is left', () => {
    const { onChooseFolder } = show(folder);
    expect(screen.queryByRole('button', { name: /password/ })).toBeNull();
    expect(button('Remove from the folder…')).toBeTruthy();
    press('Choose another…');
    expect(onChooseFolder).toHaveBeenCalledOnce();
  });
});

describe('a failure', () => {
  const lost = 'Nothing is lost: 5 changes wait on this computer.';
  test.each<[SyncFault, number | null, string, string[]]>([
    [
      'refused',
      401,
      'The server refused the user name or app password (401).',
      ['Enter the password again', 'Try again'],
    ],
    ['forbidden', 403, 'does not let this user read or write there (403).', ['Enter the password again']],
    ['not-found', 404, 'has nothing at this address (404). Check the address.', ['Try again']],
    ['too-large', 413, 'takes no files of this size (413). Raise its limit', ['Try again']],
    ['locked', 423, 'Another program uses the files there at the moment (423).', ['Try again']],
    ['too-many', 429, 'The server asks for fewer requests (429).', ['Try again']],
    ['broken', 503, 'The server has a fault of its own (503).', ['Try again']],
    ['full', 507, 'The server has no room left (507). Free some, then try again.', ['Try again']],
    [
      'not-a-remote',
      200,
      'This address answers, but not as a WebDAV server. Check the address.',
      ['Try again'],
    ],
    ['redirected', 0, 'Your password is not sent there.', ['Try again']],
    ['slow', null, 'The server stopped answering half way.', ['Try again']],
    ['unreachable', null, 'The server does not answer.', ['Try again']],
    ['no-permission', null, 'no longer has the browser’s permission to reach this server', ['Allow it now']],
    ['bad-answer', 400, 'The server’s answer cannot be read (400).', ['Try again']],
    ['passphrase', null, 'Another device has set another passphrase.', ['Use this passphrase']],
    ['emptied', null, 'The log that was there is gone', ['Put this log there again', 'Try again']],
    ['newer', null, 'Update Marquee on this computer.', ['Try again']],
    ['log', null, 'Your log cannot be written at present.', ['Try again']],
    ['failed', null, 'Something in Marquee went wrong.', ['Try again']],
  ])('%s (%s) says: %s', (fault, status, words, names) => {
    show(failing(fault, { status }));
    const alert = screen.getByRole('alert').textContent.replace(/\s+/g, ' ');
    expect(alert).toMatch(/^Not synced since yesterday, 18:05\. /);
    expect(alert).toContain(words);
    expect(alert).toContain(lost);
    expect(alert).not.toMatch(/undefined|null|\$\d|\(0\)/);
    for (const name of names) expect(button(name)).toBeTruthy();
  });

  test.each<[SyncFault, SyncState, string]>([
    ['not-found', folder, 'The folder is not there any more.'],
    ['full', folder, 'The disk of the folder has no room left.'],
    ['bad-answer', folder, 'A file in the folder cannot be read.'],
    ['too-large', folder, 'A file in the folder is too large'],
    ['not-a-remote', folder, 'The folder does not answer as one.'],
    ['not-a-remote', couchdb, 'not as a CouchDB server.'],
    ['refused', couchdb, 'refused the user name or password.'],
  ])('%s is said for %#', (fault, state, words) => {
    show(failing(fault, {}, state));
    expect(screen.getByRole('alert').textContent).toContain(words);
  });

  test('says when the next try is, and that nothing waits', () => {
    const restUntil = new Date(2026, 10, 29, 14, 20).getTime();
    show({ ...failing('too-many', { status: 429, restUntil }), waiting: 0 });
    const alert = screen.getByRole('alert').textContent;
    expect(alert).toMatch(/Nothing is lost\. Marquee tries again today, 14:20\.$/);
  });

  test('before the first success it says so', () => {
    show({ ...failing('slow'), last: null });
    expect(screen.getByRole('alert').textContent).toMatch(/^Not synced yet\. /);
  });

  test.each([
    [0, 'You are offline. Marquee syncs when you are back.'],
    [1, 'You are offline. 1 change waits; Marquee syncs when you are back.'],
    [5, 'You are offline. 5 changes wait; Marquee syncs when you are back.'],
  ])('being offline is none: %i changes', (waiting, words) => {
    show({ ...failing('offline'), waiting });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('what the user stopped is none', () => {
    show(failing('aborted'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(text()).toContain('What has arrived stays');
  });

  test('a folder that waits for the permission is none, and asks with one click', () => {
    const { onAllow } = show(failing('no-permission', {}, folder));
    expect(screen.queryByRole('alert')).toBeNull();
    press('Allow it now');
    expect(onAllow).toHaveBeenCalledOnce();
  });

  test('many deletions are asked about with their numbers', () => {
    const { onSync } = show(failing('vanishing', { vanishing: { rows: 1812, of: 5321 } }));
    const alert = screen.getByRole('alert').textContent.replace(/\s+/g, ' ');
    expect(alert).toContain('deleted 1,812 of the 5,321 films, ratings and entries of this log.');
    expect(alert).toContain('Nothing is deleted here until you answer.');
    press('Keep them, and bring them back everywhere');
    press('Delete them here too');
    expect(onSync.mock.calls).toEqual([['kept'], ['deleted']]);
  });

  test.each<[SyncFault, string, 'onAllow' | 'onPutAgain' | 'onSync']>([
    ['no-permission', 'Allow it now', 'onAllow'],
    ['emptied', 'Put this log there again', 'onPutAgain'],
    ['full', 'Try again', 'onSync'],
  ])('%s: %s', (fault, name, callback) => {
    const on = show(failing(fault));
    press(name);
    expect(on[callback]).toHaveBeenCalledOnce();
  });

  test('a refused password is entered again', () => {
    const { onLocation } = show(failing('refused'));
    press('Enter the password again');
    type('App password', 'pear');
    press('Use this password');
    expect(onLocation).toHaveBeenCalledOnce();
  });

  test('the passphrase of another device is entered; empty, if the log has none now', () => {
    const { onPassphrase } = show(failing('passphrase'));
    type('Passphrase for your log', 'theirs');
    press('Use this passphrase');
    expect(onPassphrase).toHaveBeenLastCalledWith('theirs');
    type('Passphrase for your log', '');
    press('Use this passphrase');
    expect(onPassphrase).toHaveBeenLastCalledWith('');
  });

  test('a log that cannot be written is linked', () => {
    show(failing('log'));
    expect(screen.getByRole('link', { name: 'Open log' }).getAttribute('href')).toBe('/log.html');
  });

  test('is not shown while the next pass is on its way', () => {
    show({ ...failing('full'), busy: { received: 0 } });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
