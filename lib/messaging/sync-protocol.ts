import type { SyncDevice, SyncFailure, SyncFault } from '../sync/sync-types.ts';

/** Where the log is to be synced. The handle of a folder is in the store of sync: messages cannot carry it. */
export type LocationRequest =
  | { kind: 'folder'; name: string }
  | { kind: 'webdav'; url: string; user: string; password: string }
  | { kind: 'couchdb'; url: string; database: string; user: string; password: string };

/** Where the log is synced, without the password. */
export type ShownLocation =
  | { kind: 'folder'; name: string }
  | { kind: 'webdav'; url: string; user: string }
  | { kind: 'couchdb'; url: string; database: string; user: string };

/** What the options show of sync. */
export interface SyncState {
  /** Null: sync is off. */
  location: ShownLocation | null;
  isEncrypted: boolean;
  isPaused: boolean;
  deviceName: string;
  /** A pass is on its way, with the rows that it has received so far; null if there is none. */
  busy: { received: number } | null;
  /** Changes on this device that are not sent yet. */
  waiting: number;
  /** The last pass that did all it had to. */
  last: { at: number; sent: number; received: number } | null;
  failure: SyncFailure | null;
  /** The other devices. */
  devices: SyncDevice[];
  /** Bytes that the remote holds; null if it does not say. */
  size: number | null;
  /** Rows and files from other devices that are damaged. */
  damaged: number;
  /** Rows and files from other devices that the passphrase here does not open. */
  sealed: number;
}

/**
 * What is found at a remote. `empty`: no log yet. `open`: a log without a passphrase. `sealed`: a log with a passphrase, which
 * was not given or is another one (`isWrong`). `ready`: a log with the passphrase that was given. `hasOwn`: this device's log has entries
 * too, so that two logs would become one.
 */
export type RemoteCheck =
  | { state: 'empty' | 'open' | 'ready'; hasOwn: boolean }
  | { state: 'sealed'; isWrong: boolean }
  | { state: 'fault'; fault: SyncFault; status: number | null };

/** What became of a change of sync's settings. */
export type SyncAnswer = { ok: true } | { ok: false; fault: SyncFault; status: number | null };

/** Messages about sync, from pages of the extension alone. */
export interface SyncProtocol {
  syncState(): SyncState;
  /** Looks at a remote, and writes nothing there. The address's permission was granted before. */
  checkRemote(request: { location: LocationRequest; passphrase: string | null }): RemoteCheck;
  /** Sets up sync at a remote that was checked, and begins the first pass. */
  beginSync(request: {
    location: LocationRequest;
    /** Null: nothing is encrypted. */
    passphrase: string | null;
    deviceName: string;
  }): SyncAnswer;
  /**
   * Begins a pass now, if none is on its way. `deletions`: the user's answer to many deletions from another device: to follow
   * them, or to bring the rows back everywhere.
   */
  syncNow(request: { deletions: 'ask' | 'deleted' | 'kept' }): SyncAnswer;
  /** A page of the log was opened: a pass begins unless one ended a moment ago, or sync rests. */
  syncOnOpening(): void;
  cancelSync(): void;
  pauseSync(request: { isPaused: boolean }): void;
  renameDevice(request: { name: string }): void;
  /** Gives the new user name or password of the same server, or the folder again. */
  changeLocation(request: { location: LocationRequest }): SyncAnswer;
  /** Gives the passphrase that another device has set; an empty one if the log there has none any more. */
  enterPassphrase(request: { passphrase: string }): SyncAnswer;
  /** Sets another passphrase, or none: everything on the remote is written again, and the other devices ask for it. */
  changePassphrase(request: { passphrase: string | null }): SyncAnswer;
  /** Puts this device's log there again where the remote was emptied. */
  startRemoteAgain(): SyncAnswer;
  /** Ends sync on this device, and leaves the remote as it is. */
  stopSync(): void;
  /** Deletes what Marquee wrote to the remote, of all devices, and ends sync on this one. */
  removeFromRemote(): SyncAnswer;

  /** Background to pages: what `syncState` answers is another now. */
  syncChanged(): void;
}
