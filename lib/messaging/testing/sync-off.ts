import type { SyncState } from '../sync-protocol.ts';

/** The state of sync before anything is set up. */
export const syncOff: SyncState = {
  location: null,
  isEncrypted: false,
  isPaused: false,
  deviceName: '',
  busy: null,
  waiting: 0,
  last: null,
  failure: null,
  devices: [],
  size: null,
  damaged: 0,
  sealed: 0,
};
