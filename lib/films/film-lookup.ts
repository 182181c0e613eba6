import { isSameFilm, type FilmAccount } from './same-film.ts';
import { isTitleRef, titleRef } from './titles/title-key.ts';
import type { FilmRef } from './types.ts';

/** Values that are each about one film, found by any account of the film. */
export interface FilmLookup<Value> {
  /** Makes a value known under all names of its film; again after it has got more. */
  add: (value: Value) => void;
  /** The value whose film is the same: one with an id in common goes before one of that name. Null where none is. */
  find: (account: FilmAccount) => Value | null;
}

/** Of more films of one name no more than these are looked through. */
const maxPerName = 20;

/** The names that an account can be found under: its ids in their order, then its titles with their years. */
export function listLookupRefs({ refs, title, year, names = [] }: FilmAccount): FilmRef[] {
  const own = title === null ? [] : [titleRef(title, year)];
  return [...new Set([...refs.filter((ref) => !isTitleRef(ref)), ...own, ...names])];
}

/** A lookup without values; `accountOf` says which film a value is about. */
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
