import { listWords } from '../text/text.ts';

/**
 * Whether two names can be the same person's; null if they cannot be compared (different scripts, or an empty
 * name).
 */
export function isSamePerson(one: string, other: string): boolean | null {
  const a = listWords(one);
  const b = listWords(other);
  if (a.length === 0 || b.length === 0) return null;
  if (isLatin(a) !== isLatin(b)) return null;
  const shared = a.filter((word) => word.length > 1 && b.includes(word)).length;
  if (shared === Math.min(a.length, b.length)) return shared > 0;
  if (shared === 0) return false;
  // "Alejandro G. Iñárritu" and "Alejandro González Iñárritu": first and last names agree.
  if (a[0] === b[0] && a.at(-1) === b.at(-1)) return true;
  // "J. Cameron" and "James Cameron" may be the same; "Joel Coen" and "Ethan Coen" are not.
  return (
    a.at(-1) === b.at(-1) && a[0]?.charAt(0) === b[0]?.charAt(0) && (a[0]?.length === 1 || b[0]?.length === 1)
  );
}

/**
 * Whether two lists of people share anyone; null if the lists are not enough to say. Two people of one last name are not:
 * people change their first name (Lana Wachowski), are called in two ways (Charlie Chaplin), or direct as a family and one
 * of them is named (Ethan Coen).
 */
export function doPeopleAgree(ones: string[], others: string[]): boolean | null {
  const answers = ones.flatMap((one) => others.map((other) => isSamePerson(one, other)));
  if (answers.includes(true)) return true;
  if (answers.includes(null) || shareLastName(ones, others)) return null;
  return answers.includes(false) ? false : null;
}

/** Whether anyone in one list has the last name of anyone in the other, as far as the last word of a name is one. */
function shareLastName(ones: string[], others: string[]): boolean {
  const listLastNames = (names: string[]): string[] => names.flatMap((name) => listWords(name).at(-1) ?? []);
  const known = listLastNames(others);
  return listLastNames(ones).some((name) => known.includes(name));
}

function isLatin(words: string[]): boolean {
  return words.some((word) => /[A-Za-zÀ-ɏḀ-ỿ]/.test(word));
}
