import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FileBackupState } from '../../lib/messaging/log-protocol.ts';
import type { LogCheck, RestorePreview } from '../../lib/watchlog/commands/edit-types.ts';
import type { BackupSummary } from '../../lib/watchlog/types.ts';
import { Backups } from './Backups.tsx';
import type { LogCheckProps } from './LogCheck.tsx';
import type { RestoreDialogProps } from './RestoreDialog.tsx';

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

const today: BackupSummary = {
  id: 'b2',
  madeAt: Date.UTC(2026, 10, 28, 20),
  films: 260,
  ratings: 259,
  entries: 283,
};
const older: BackupSummary = { ...today, id: 'b1', madeAt: Date.UTC(2026, 10, 21, 22), entries: 104 };
const preview: RestorePreview = {
  counts: [{ store: 'entries', added: 2, changed: 0, removed: 3 }],
  samples: [{ kind: 'added', store: 'entries', title: 'Her', year: 2013 }],
};
const file: FileBackupState = {
  on: false,
  interval: 'day',
  hasPermission: false,
  isPossible: true,
  lastDoneAt: null,
  lastFault: null,
  files: [],
};

function show({
  state = file,
  asked = null,
  backups = [today, older],
  check = {},
}: {
  check?: Partial<LogCheckProps>;
  state?: FileBackupState;
  asked?: RestoreDialogProps['asked'] | null;
  backups?: BackupSummary[];
} = {}) {
  const on = { onMake: vi.fn(), onAsk: vi.fn(), onRestore: vi.fn(), onClose: vi.fn(), onUndo: vi.fn() };
  const files = { state, isBusy: false, onSave: vi.fn(), onSwitch: vi.fn(), onInterval: vi.fn() };
  const ofCheck = {
    state: { progress: null, last: null },
    isChecking: false,
    fault: null,
    onCheck: vi.fn(),
    ...check,
  };
  render(
    <Backups
      {...{ backups, asked, files }}
      check={ofCheck}
      fault={null}
      status={null}
      isBusy={false}
      {...on}
    />,
  );
  return { ...on, ...files, onCheck: ofCheck.onCheck };
}

test('each backup has its date, its counts and a button that asks about it', () => {
  const { onAsk } = show();
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toMatch(/2026.*283 entries · 259 ratings · 260 films/);
  if (second) fireEvent.click(within(second).getByRole('button', { name: /^Restore the backup of .*21/ }));
  expect(onAsk).toHaveBeenCalledExactlyOnceWith(older);
});

test('a log without backups says so, and can be backed up', () => {
  const { onMake } = show({ backups: [] });
  expect(screen.getByText('There is no backup yet.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Make a backup now' }));
  expect(onMake).toHaveBeenCalledOnce();
});

test('a restore shows what would change before anything is done', () => {
  const { onRestore, onClose } = show({ asked: { isSynced: false, backup: older, preview } });
  const dialog = screen.getByRole('dialog', { name: /^The log of .*21/ });
  const row = within(dialog).getByRole('row', { name: /entries/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['2', '0', '3']);
  expect(within(dialog).getByText(/Her \(2013\)/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Only bring back what is missing' }));
  expect(onRestore).toHaveBeenCalledExactlyOnceWith('missing');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Restore this log' }));
  expect(onRestore).toHaveBeenLastCalledWith('back');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('only what a restore would do can be chosen', () => {
  const counts = [{ store: 'entries' as const, added: 2, changed: 0, removed: 0 }];
  show({ asked: { isSynced: false, backup: older, preview: { counts, samples: [] } } });
  expect(screen.queryByRole('button', { name: 'Only bring back what is missing' })).toBeNull();
  cleanup();
  show({ asked: { isSynced: false, backup: older, preview: { counts: [], samples: [] } } });
  expect(screen.queryByRole('button', { name: 'Restore this log' })).toBeNull();
  expect(screen.getByText(/There is nothing to restore/)).toBeTruthy();
});

test('a file can be saved, and files are saved automatically once that is switched on', () => {
  const { onSave, onSwitch } = show();
  expect(screen.getByText('No file has been saved yet.')).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Save a backup file' }));
  fireEvent.click(screen.getByRole('switch', { name: 'Save files automatically', checked: false }));
  expect(onSave).toHaveBeenCalledOnce();
  expect(onSwitch).toHaveBeenCalledExactlyOnceWith(true);
});

test('automatic files show the last one, how many are kept, and why one failed', () => {
  const files = [{ name: 'marquee-2026-11-28.json', madeAt: today.madeAt, bytes: 1000 }];
  const state = { ...file, on: true, hasPermission: true, lastDoneAt: today.madeAt, files };
  const { onInterval } = show({ state: { ...state, lastFault: 'disk-full' } });
  expect(screen.getByText(/Last saved file: .*2026/)).toBeTruthy();
  expect(screen.getByText('1 automatic file is kept')).toBeTruthy();
  expect(screen.getByText(/could not be saved\. There is no room left/)).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'How often' }), { target: { value: 'week' } });
  expect(onInterval).toHaveBeenCalledExactlyOnceWith('week');
});

const found = (problems: LogCheck['problems'], more: Partial<LogCheck> = {}) => ({
  state: {
    progress: null,
    last: { checkedAt: Date.UTC(2026, 10, 30, 12), rows: 5321, problems, isWritable: true, ...more },
  },
});
const listLines = (): (string | null)[] =>
  within(screen.getByText(/2026.*records? (?:was|were) read/).parentElement ?? document.body)
    .queryAllByRole('listitem')
    .map((line) => line.textContent);

test('a log that was never checked says so, and is checked by a button', () => {
  const { onCheck } = show();
  expect(screen.getByText('Not checked yet.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Check the log' }));
  expect(onCheck).toHaveBeenCalledOnce();
});

test('says when the log was checked, how much was read, and that all is well', () => {
  show({ check: found([]) });
  expect(screen.getByText(/2026.*5,321 records were read\. All is well\.$/)).toBeTruthy();
  expect(listLines()).toEqual([]);
});

test.each<[LogCheck['problems'][number], string]>([
  [
    { kind: 'broken-row', store: 'entries', count: 2, done: 'from-backup' },
    'Diary entries: 2 damaged. Restored from a backup.',
  ],
  [
    { kind: 'broken-row', store: 'ratings', count: 1, done: 'quarantined' },
    'Ratings: 1 damaged. Taken out of the log, because no backup has a good copy.',
  ],
  [
    { kind: 'missing-rows', store: 'ratings', count: 1200, done: 'none' },
    'Ratings: 1,200 lost. No backup has them.',
  ],
  [
    { kind: 'missing-film', store: 'films', count: 3, done: 'repaired' },
    'Films: 3 missing, though you logged or rated them. Repaired.',
  ],
  [
    { kind: 'quarantined', store: null, count: 4, done: 'none' },
    'Log: 4 taken out by an earlier check. They are kept, but cannot be shown.',
  ],
])('tells a problem by where it is, how many and what was done: %j', (problem, line) => {
  show({ check: found([problem]) });
  expect(screen.getByText(/Not all was well:$/)).toBeTruthy();
  expect(listLines()).toEqual([line]);
});

test('tells wrong totals once, whichever of them were wrong', () => {
  const wrong = { store: null, count: 1, done: 'repaired' } as const;
  show({
    check: found([
      { ...wrong, kind: 'wrong-counts' },
      { ...wrong, kind: 'wrong-checksum' },
    ]),
  });
  expect(listLines()).toEqual(['Log: The stored totals did not match. Repaired.']);
});

test('a log that waits for a decision is not called well, and the log is linked', () => {
  show({ check: found([], { isWritable: false, rows: 0 }) });
  expect(screen.queryByText(/All is well/)).toBeNull();
  expect(screen.getByRole('link', { name: 'Open log' }).getAttribute('href')).toBe('/log.html');
});

test('while the log is checked, shows how far it is, and does nothing on a click', () => {
  const onCheck = vi.fn();
  show({
    check: { state: { progress: { read: 1200, total: 5321 }, last: null }, isChecking: true, onCheck },
  });
  expect(screen.getByText('1,200 of 5,321')).toBeTruthy();
  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Checking the log…' }).value).toBe(
    1200,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Check the log' }));
  expect(onCheck).not.toHaveBeenCalled();
});

test('a restore of a synced log says that the other devices follow', () => {
  const { onRestore } = show({ asked: { isSynced: true, backup: older, preview } });
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText(/your other devices get the restored log too/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Restore on all devices' }));
  expect(onRestore).toHaveBeenCalledExactlyOnceWith('back');
});
