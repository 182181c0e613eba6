import { findIdSystem, idKinds, idSystems, type IdKind } from './id-systems.ts';

/** Whether a text is the name of an id system. */
export const isIdKind = (text: string): text is IdKind => Object.hasOwn(idSystems, text);

/**
 * The names of the sites whose addresses contain ids, as in their domains: `imdb`, `douban`.
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

/** An id in the letter case that its system uses. */
export function formatId(kind: IdKind, id: string): string {
  const { letterCase } = findIdSystem(kind);
  if (letterCase === 'kept') return id;
  return letterCase === 'upper' ? id.toUpperCase() : id.toLowerCase();
}

/** The ref of an id; null if the text is not a complete id of the system. */
export function parseId(kind: IdKind, text: string): `${IdKind}:${string}` | null {
  return findIdSystem(kind).id.test(text) ? `${kind}:${formatId(kind, text)}` : null;
}

/** Whether an id among refs says that the thing is a film; see `provesFilm`. */
export const provesFilm = (refs: readonly string[]): boolean =>
  idKinds.some((kind) => findIdSystem(kind).provesFilm && refs.some((ref) => ref.startsWith(`${kind}:`)));

/** The id of the best-ranked system among refs; null if they contain no id. */
export function findBestId<Ref extends string>(refs: readonly Ref[]): Ref | null {
  const first = idKinds.flatMap((kind) => refs.find((ref) => ref.startsWith(`${kind}:`)) ?? []);
  return first[0] ?? null;
}
