import { findIdSystem, idKinds, idSystems, type IdKind } from './id-systems.ts';

/** Whether a text names a system of ids. */
export const isIdKind = (text: string): text is IdKind => Object.hasOwn(idSystems, text);

/**
 * The names of the sites whose addresses hold ids, as in their domains: `imdb`, `douban`.
 * @internal A test compares another list with it.
 */
export function listIdSites(): string[] {
  const domains = idKinds.flatMap((kind) =>
    findIdSystem(kind)
      .addresses()
      .flatMap((known) => known.domains),
  );
  // The longest part of a domain is the site's name: "movie.douban.com", "filmbooster.co.uk".
  const names = domains.map((domain) =>
    domain.split('.').reduce((name, part) => (part.length > name.length ? part : name)),
  );
  return [...new Set(['wikipedia', ...names])];
}

/** An id in the case that its system writes it in. */
export function formatId(kind: IdKind, id: string): string {
  const { letterCase } = findIdSystem(kind);
  if (letterCase === 'kept') return id;
  return letterCase === 'upper' ? id.toUpperCase() : id.toLowerCase();
}

/** The ref of an id; null where the text is not a whole id of the system. */
export function parseId(kind: IdKind, text: string): `${IdKind}:${string}` | null {
  return findIdSystem(kind).id.test(text) ? `${kind}:${formatId(kind, text)}` : null;
}

/** The id of the best known system among refs; null where they hold no id. */
export function findBestId<Ref extends string>(refs: readonly Ref[]): Ref | null {
  const first = idKinds.flatMap((kind) => refs.find((ref) => ref.startsWith(`${kind}:`)) ?? []);
  return first[0] ?? null;
}

/** The address of a film's page at a system, by its refs; null where it has no id there, or the address needs more. */
export function findPageAt(kind: string, refs: readonly string[]): string | null {
  if (!isIdKind(kind)) return null;
  const ref = refs.find((each) => each.startsWith(`${kind}:`));
  return ref === undefined ? null : findIdSystem(kind).findPage(ref.slice(kind.length + 1));
}
