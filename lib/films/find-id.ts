import type { FilmRef, RefKind } from './types.ts';

/** The id of a film in one system, without the system's name; null if it has none there. */
export function findId({ refs }: { refs: readonly FilmRef[] }, kind: RefKind): string | null {
  const ref = refs.find((one) => one.startsWith(`${kind}:`));
  return ref === undefined ? null : ref.slice(kind.length + 1);
}
