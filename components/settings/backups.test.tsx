import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FileBackupState } from '../../lib/messaging/log-protocol.ts';
import type { RestorePreview } from '../../lib/watchlog/commands/edit-types.ts';
import type { BackupSummary } from '../../lib/watchlog/types.ts';
import { Backups } from './Backups.tsx';

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
}: {
  state?: FileBackupState;
  asked?: { backup: BackupSummary; preview: RestorePreview } | null;
  backups?: BackupSummary[];
} = {}) {
  const on = { onMake: vi.fn(), onAsk: vi.fn(), onRestore: vi.fn(), onClose: vi.fn(), onUndo: vi.fn() };
  const files = { state, isBusy: false, onSave: vi.fn(), onSwitch: vi.fn(), onInterval: vi.fn() };
  render(<Backups {...{ backups, asked, files }} fault={null} status={null} isBusy={false} {...on} />);
  return { ...on, ...files };
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
  const { onRestore, onClose } = show({ asked: { backup: older, preview } });
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
  show({ asked: { backup: older, preview: { counts, samples: [] } } });
  expect(screen.queryByRole('button', { name: 'Only bring back what is missing' })).toBeNull();
  cleanup();
  show({ asked: { backup: older, preview: { counts: [], samples: [] } } });
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
