import * as v from 'valibot';
import { lazySchema } from '../text/schemas.ts';
import type { KeyDerivation } from './encryption.ts';

/** What a remote says of itself, in its file or document `marquee-sync`. */
export interface Manifest {
  /** The version of this form. */
  format: number;
  /** Identifies the log there and its passphrase: another passphrase makes another one. Names the folder of its files. */
  generation: string;
  /** How the key is made from the passphrase; null: nothing is encrypted. */
  encryption: KeyDerivation | null;
}

/** The version of the form of remotes. */
export const manifestFormat = 1;
/** The generation of a log without a passphrase: two devices that begin at once choose the same. */
export const openGeneration = 'open';

const schema = lazySchema(() =>
  v.object({
    format: v.number(),
    generation: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,32}$/)),
    encryption: v.nullable(v.object({ salt: v.string(), iterations: v.number(), check: v.string() })),
  }),
);

/** A remote's manifest; `newer` if a newer version wrote it; null if it is none. */
export function parseManifest(value: unknown): Manifest | 'newer' | null {
  const isNewer = v.is(v.looseObject({ format: v.pipe(v.number(), v.minValue(manifestFormat + 1)) }), value);
  if (isNewer) return 'newer';
  const manifest = v.safeParse(schema, value);
  return manifest.success ? manifest.output : null;
}
