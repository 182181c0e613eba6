import type { LocationRequest, ShownLocation } from '../../../lib/messaging/sync-protocol.ts';
import type { SyncKind } from './sync-words.ts';

/** The fewest characters of a passphrase: what reads the files may try billions. */
const minPassphraseLength = 12;

/** What the user types to set up sync. */
export interface SyncDraft {
  url: string;
  database: string;
  user: string;
  password: string;
  passphrase: string;
  deviceName: string;
}

export type DraftField = keyof SyncDraft | 'folder';

/** What sync is set up with. */
export interface SyncSetUpRequest {
  location: LocationRequest;
  /** Null: nothing is encrypted. */
  passphrase: string | null;
  deviceName: string;
}

/** A draft with nothing typed. */
export const createDraft = (deviceName: string): SyncDraft => ({
  url: '',
  database: 'marquee',
  user: '',
  password: '',
  passphrase: '',
  deviceName,
});

/** Returns the typed address, with https if it has no scheme, without credentials; null if it is not an address. */
function parseServerAddress(typed: string): string | null {
  const text = typed.trim();
  const full = text.includes('://') ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(full)) return null;
  const url = new URL(full);
  if (!/^https?:$/.test(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Whether an address is sent in the clear to another machine. */
export function isOpenAddress(typed: string): boolean {
  const address = parseServerAddress(typed);
  if (address === null) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}

/** Whether a passphrase can be set: none at all, or a long one. */
export const isPassphraseFit = (passphrase: string): boolean =>
  passphrase === '' || [...passphrase].length >= minPassphraseLength;

const databaseName = /^[a-z][a-z0-9_$()+/-]*$/;

/** Returns the fields whose contents cannot be used, in the order of the form. */
export function listBadFields(kind: SyncKind, draft: SyncDraft, folder: string | null): DraftField[] {
  const bad: DraftField[] = [];
  if (kind === 'folder' && folder === null) bad.push('folder');
  if (kind !== 'folder' && parseServerAddress(draft.url) === null) bad.push('url');
  if (kind === 'couchdb' && !databaseName.test(draft.database.trim())) bad.push('database');
  if (!isPassphraseFit(draft.passphrase)) bad.push('passphrase');
  return bad;
}

/** Returns what sync is set up with; null if a field cannot be used. */
export function parseDraft(kind: SyncKind, draft: SyncDraft, folder: string | null): SyncSetUpRequest | null {
  if (listBadFields(kind, draft, folder).length > 0) return null;
  const { user, password, passphrase } = draft;
  const url = parseServerAddress(draft.url) ?? '';
  const server = { url, user: user.trim(), password };
  const location: LocationRequest =
    kind === 'folder'
      ? { kind, name: folder ?? '' }
      : kind === 'webdav'
        ? { kind, ...server }
        : { kind, database: draft.database.trim(), ...server };
  return {
    location,
    passphrase: passphrase === '' ? null : passphrase,
    deviceName: draft.deviceName.trim(),
  };
}

/** The same place with another user name and password. */
export const withAccess = (location: ShownLocation, user: string, password: string): LocationRequest =>
  location.kind === 'folder' ? location : { ...location, user: user.trim(), password };
