import { createKey, findKey } from './encryption.ts';
import type { Exchange } from './exchange.ts';
import { manifestFormat, openGeneration, type Manifest } from './manifest.ts';
import { SyncError } from './sync-error.ts';
import type { SyncSetUp } from './sync-types.ts';

/** What opens the log of a remote. */
type Opened = Pick<SyncSetUp, 'generation' | 'encryption' | 'key'>;

/** What is there before anything is set up. `wrong`: there is a passphrase, and it is not the one that was given. */
export type FoundLog = 'empty' | 'open' | 'ready' | 'sealed' | 'wrong';

/** The manifest of a remote; null if there is none. Throws `newer`. */
async function loadManifest(exchange: Exchange): Promise<Manifest | null> {
  const manifest = await exchange.loadManifest();
  if (manifest === 'newer') throw new SyncError('newer', 'A newer version has set up the remote.');
  return manifest;
}

/** Looks what is at a remote, and writes nothing. Throws `RemoteError` and `SyncError`. */
export async function findLog(exchange: Exchange, passphrase: string | null): Promise<FoundLog> {
  await exchange.check();
  const manifest = await loadManifest(exchange);
  if (manifest === null) return 'empty';
  if (manifest.encryption === null) return 'open';
  if (passphrase === null) return 'sealed';
  return (await findKey(passphrase, manifest.encryption)) === null ? 'wrong' : 'ready';
}

/** What opens a manifest with a passphrase. Throws `passphrase` if it does not. */
async function openManifest(
  { generation, encryption }: Manifest,
  passphrase: string | null,
): Promise<Opened> {
  const isOpen = encryption === null;
  if (isOpen !== (passphrase === null))
    throw new SyncError('passphrase', 'One has a passphrase, the other none.');
  if (isOpen || passphrase === null) return { generation, encryption: null, key: null };
  const key = await findKey(passphrase, encryption);
  if (key === null) throw new SyncError('passphrase', 'This is another passphrase.');
  return { generation, encryption, key };
}

async function createManifest(passphrase: string | null, generation: string): Promise<Manifest> {
  if (passphrase === null) return { format: manifestFormat, generation, encryption: null };
  const { derivation } = await createKey(passphrase);
  return { format: manifestFormat, generation, encryption: derivation };
}

/**
 * Opens the log at a remote, or begins one there. Of two devices that begin at once the one whose manifest stays counts.
 * Throws `RemoteError` and `SyncError`.
 */
export async function openOrBegin(
  exchange: Exchange,
  passphrase: string | null,
  makeGeneration: () => string,
): Promise<Opened> {
  const found = await loadManifest(exchange);
  if (found !== null) return openManifest(found, passphrase);
  const generation = passphrase === null ? openGeneration : makeGeneration();
  await exchange.createManifest(await createManifest(passphrase, generation));
  const there = await loadManifest(exchange);
  if (there === null) throw new SyncError('bad-answer', 'The remote does not keep what is written to it.');
  return openManifest(there, passphrase);
}

/** Opens the log of a remote whose passphrase was changed by another device; an empty text: it has none any more. */
export async function reopen(exchange: Exchange, passphrase: string): Promise<Opened> {
  const manifest = await loadManifest(exchange);
  if (manifest === null) throw new SyncError('emptied', 'The remote has no log any more.');
  return openManifest(manifest, passphrase === '' ? null : passphrase);
}

/** Gives a remote another passphrase, or none. Its log is empty then, and is to be sent again whole. */
export async function replacePassphrase(
  exchange: Exchange,
  passphrase: string | null,
  makeGeneration: () => string,
): Promise<Opened> {
  const manifest = await createManifest(passphrase, makeGeneration());
  await exchange.createManifest(manifest);
  return openManifest(manifest, passphrase);
}
