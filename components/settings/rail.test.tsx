import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { SyncState } from '../../lib/messaging/sync-protocol.ts';
import { SectionRail } from './SectionRail.tsx';
import { rateSync } from './sync/sync-words.ts';

afterEach(cleanup);

const sections = [
  { id: 'sync', words: 'optionsSync' },
  { id: 'about', words: 'optionsAbout' },
] as const;

test.each([
  [{ works: true, words: 'syncWorks' }, 'Sync synced'],
  [{ works: false, words: 'syncFails' }, 'Sync not synced'],
  [null, 'Sync'],
] as const)('a section’s mark is also said: %j', (mark, name) => {
  render(<SectionRail sections={sections} marks={{ sync: mark }} />);
  const names = screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(names).toEqual([name.replace('Sync ', 'Sync'), 'About']);
  expect(document.querySelectorAll('.rail-mark.fails')).toHaveLength(mark?.works === false ? 1 : 0);
});

const works: SyncState = {
  location: { kind: 'folder', name: 'Marquee' },
  isEncrypted: false,
  isPaused: false,
  deviceName: 'Here',
  busy: null,
  waiting: 0,
  last: { at: 1, sent: 0, received: 0 },
  failure: null,
  devices: [],
  size: null,
  damaged: 0,
  sealed: 0,
};
const failure = { fault: 'full', status: 507, at: 2, count: 1, restUntil: 3, vanishing: null } as const;

test.each<[string, Partial<SyncState>, 'works' | 'fails' | null]>([
  ['after a success', {}, 'works'],
  ['before the first pass', { last: null }, null],
  ['off', { location: null }, null],
  ['paused after a failure', { isPaused: true, failure }, null],
  ['after a failure', { failure }, 'fails'],
  ['offline', { failure: { ...failure, fault: 'offline' } }, 'works'],
  [
    'stopped by the user before the first success',
    { failure: { ...failure, fault: 'aborted' }, last: null },
    null,
  ],
])('sync is marked %s', (_name, more, rating) => {
  expect(rateSync({ ...works, ...more })).toBe(rating);
});
