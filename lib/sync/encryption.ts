import { concatBytes, fromBase64, toBase64 } from '../text/bytes.ts';

/** How a key is made from a passphrase; anybody may know it. */
export interface KeyDerivation {
  /** 16 random bytes, base 64. */
  salt: string;
  /** Rounds of PBKDF2 with SHA-256. */
  iterations: number;
  /** An encrypted fixed text, base 64: only the right passphrase opens it. */
  check: string;
}

/** OWASP's advice for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const iterations = 600_000;
/** More than any version asks for would only keep the device busy. */
const maxIterations = 10_000_000;
const saltLength = 16;
/** As NIST SP 800-38D has it for AES-GCM, in bytes. */
const nonceLength = 12;
const checkText = 'marquee-sync';
const checkName = 'check';

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Encrypts bytes under a name, which must be the same to open them again. A fresh nonce comes first. */
export async function seal(
  key: CryptoKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encode(name) },
    key,
    bytes,
  );
  return concatBytes([iv, new Uint8Array(sealed)]);
}

/** Decrypts what `seal` gave; null if the key or the name is another, or the bytes were changed. */
export async function open(
  key: CryptoKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [iv, sealed] = [bytes.slice(0, nonceLength), bytes.slice(nonceLength)];
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData: encode(name) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed));
  } catch {
    return null;
  }
}

async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  // One passphrase can be typed in several ways that look the same.
  const text = encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Makes a key from a new passphrase. The key cannot be read out of the browser. */
export async function createKey(
  passphrase: string,
  rounds = iterations,
): Promise<{ key: CryptoKey; derivation: KeyDerivation }> {
  const salt = crypto.getRandomValues(new Uint8Array(saltLength));
  const key = await deriveKey(passphrase, salt, rounds);
  const check = toBase64(await seal(key, checkName, encode(checkText)));
  return { key, derivation: { salt: toBase64(salt), iterations: rounds, check } };
}

/** The key of a passphrase that was set before; null if it is another passphrase. */
export async function findKey(passphrase: string, derivation: KeyDerivation): Promise<CryptoKey | null> {
  const [salt, check] = [fromBase64(derivation.salt), fromBase64(derivation.check)];
  if (salt === null || check === null || derivation.iterations > maxIterations) return null;
  const key = await deriveKey(passphrase, salt, derivation.iterations);
  const opened = await open(key, checkName, check);
  return opened !== null && new TextDecoder().decode(opened) === checkText ? key : null;
}
