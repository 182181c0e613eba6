import type { KeyDerivation } from './encryption.ts';
import type { RemoteErrorCode } from './remotes/errors.ts';
import type { RowName } from './rows.ts';

/** Where the log is synced. */
export type RemoteLocation =
  | { kind: 'folder'; name: string; handle: FileSystemDirectoryHandle }
  | { kind: 'webdav'; url: string; user: string; password: string }
  | { kind: 'couchdb'; url: string; database: string; user: string; password: string };

/** What the user has set up. */
export interface SyncSetUp {
  location: RemoteLocation;
  /** The generation of the remote's manifest. */
  generation: string;
  /** How the key was made, to write the manifest again where the remote was emptied; null without a passphrase. */
  encryption: KeyDerivation | null;
  /** The key of the passphrase; null: nothing is encrypted. It cannot be read out of the browser. */
  key: CryptoKey | null;
  /** Names this device's files: 8 digits and lower-case letters. */
  device: string;
  /** What the user calls this device. */
  deviceName: string;
  /** Generations that this device has replaced and whose files are not deleted yet. */
  former: string[];
  isPaused: boolean;
}

/** Why the last pass did not finish. */
export type SyncFault =
  | RemoteErrorCode
  /** The remote has another passphrase than this device. */
  | 'passphrase'
  /** What was on the remote is not there any more. */
  | 'emptied'
  /** Another device would delete so many rows here that the user is asked first. */
  | 'vanishing'
  /** A newer version of Marquee has written to the remote. */
  | 'newer'
  /** The log cannot be written at present. */
  | 'log'
  | 'failed';

/** A pass that did not finish. */
export interface SyncFailure {
  fault: SyncFault;
  /** The status of the server's answer; null if there was none. */
  status: number | null;
  /** Milliseconds since 1970. */
  at: number;
  /** Failures without a success between them. */
  count: number;
  /** Milliseconds since 1970 before which no pass begins by itself. */
  restUntil: number;
  /** With `vanishing`: how many rows would be deleted, of how many. */
  vanishing: { rows: number; of: number } | null;
}

/** Another device that syncs with the same remote. */
export interface SyncDevice {
  device: string;
  name: string;
  /** When it wrote last, in milliseconds since 1970 by its own clock. */
  seenAt: number;
}

/** How far another device's files were read. */
export interface ReadFiles {
  /** The files that were read and are still there. */
  names: string[];
  /** All its files up to this sequence were read, or are in a whole copy that was. */
  upTo: number;
  /** Files after `upTo` that were read while one before them could not be. */
  beyond: number[];
}

/** A whole copy of the log that this device has written. */
export interface WholeCopy {
  /** The sequence of its last part. */
  sequence: number;
  /** The sequence of its first part: it has all changes of the files before that. */
  first: number;
  /** When all of it was there, in milliseconds since 1970. */
  at: number;
  /** The sequence up to which its parts were read back. */
  verifiedTo: number;
}

/** All rows, sent in parts: an interruption costs the part that is on its way. */
export interface WholeOnItsWay {
  /** Whether it is a whole copy that replaces files, or the log that others must get. */
  isCopy: boolean;
  /** The sequence of its first file. */
  first: number;
  /** How many parts were sent. */
  parts: number;
  /** The last row that was sent; null if none was. */
  after: RowName | null;
  /** The commit up to which it has all changes at least. */
  coveredTo: number;
}

/** What is known of the remote, and what is still to be done. */
export interface SyncProgress {
  /** The log that this is about: another one starts over. */
  installId: string;
  /** The last rebuild of the log when this began, by the newest commit that it took into account; 0 without one. */
  rebuiltFrom: number;
  /** All commits of the log up to this one are noted. One after it that never is means that the whole log is to be sent. */
  coveredTo: number;
  /** Commits after `coveredTo` that are noted while one before them is not yet. */
  ahead: number[];
  /** Whether the whole log is to be sent. */
  isWholeDue: boolean;
  /** The commit up to which the whole log has to go at least. */
  wholeFrom: number;
  /** Whether everything on the remote has been read once: before that nothing is written. */
  hasReadAll: boolean;
  read: Record<string, ReadFiles>;
  /** Where the next changes of a database begin; null: at its beginning. */
  since: string | null;
  /** The sequence of this device's next file. */
  nextSequence: number;
  /** This device's files on the remote, oldest first. */
  written: { name: string; size: number }[];
  /** The last whole copy; null if there is none. */
  snapshot: WholeCopy | null;
  /** The whole log or whole copy that is being sent in parts; null if none is. */
  whole: WholeOnItsWay | null;
  /** How many times in a row a file of ours was missing in the listing. */
  missingCount: number;
  /** When this device last told its name, in milliseconds since 1970; 0 if it never did there. */
  toldAt: number;
  /** The name that it told then; absent where an earlier version did. */
  toldName?: string;
  last: { at: number; sent: number; received: number } | null;
  failure: SyncFailure | null;
  devices: SyncDevice[];
  /** Bytes that the remote holds; null if it is not known. */
  size: number | null;
  /** Rows and files from other devices that are damaged. */
  unread: number;
  /** Rows and files from other devices that the key here does not open; absent where an earlier version began. */
  sealed?: number;
}

/** A row that changed here and is not sent yet. */
export interface ChangedRow {
  name: RowName;
  /** The commit that changed it last. */
  sequence: number;
}

/** A file that is on its way: sent again under the same name until it is known to have arrived. */
export interface PendingFile {
  id: 'file';
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  sequence: number;
  /** How many rows it has. */
  count: number;
  /** The changed rows that it has, none for a part of all rows. */
  rows: RowName[];
  /** The commit up to which it has the changes of `rows`. */
  coveredTo: number;
  /** How far the whole is once this part of it has arrived; null for a file of changes. */
  whole: (WholeOnItsWay & { isLast: boolean }) | null;
}
