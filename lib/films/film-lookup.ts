import { isSameFilm, type FilmAccount } from './same-film.ts';
import { isTitleRef, titleRef } from './titles/title-key.ts';
import type { FilmRef } from './types.ts';

/** A collection of values about one film each, which finds a value by a description of its film. */
export interface FilmLookup<Value> {
  /** Adds a value under all refs of its film; add it again after its film has got more. */
  add: (value: Value) => void;
  /**
   * The value about the same film: a match by a shared id comes before a match by title. Null if there is
   * none.
   */
  find: (account: FilmAccount) => Value | null;
}

/** Maximum number of films kept per ref; others are ignored. */
const maxPerName = 20;

/** The refs under which a film is looked up: its ids in order, then its titles with their years. */
export function listLookupRefs({ refs, title, year, names = [] }: FilmAccount): FilmRef[] {
  const own = title === null ? [] : [titleRef(title, year)];
  return [...new Set([...refs.filter((ref) => !isTitleRef(ref)), ...own, ...names])];
}

/** Creates an empty lookup; `accountOf` returns which film a value is about. */
export function createFilmLookup<Value>(accountOf: (value: Value) => FilmAccount): FilmLookup<Value> {
  const byRef = new Map<FilmRef, Value[]>();
  const put = (ref: FilmRef, value: Value): void => {
    const known = byRef.get(ref);
    if (known === undefined) byRef.set(ref, [value]);
    else if (known.length < maxPerName && !known.includes(value)) known.push(value);
  };
  const findAt = (ref: FilmRef, account: FilmAccount): Value | undefined =>
    byRef.get(ref)?.find((value) => isSameFilm(account, accountOf(value)));
  return {
    add: (value) => {
      for (const ref of listLookupRefs(accountOf(value))) put(ref, value);
    },
    find: (account) => {
      for (const ref of listLookupRefs(account)) {
        const found = findAt(ref, account);
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}
