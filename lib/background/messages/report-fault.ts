/**
 * Tells the developer's console of a fault that the user is answered in spite of. Gives null, to stand for the answer
 * that did not come.
 */
export function reportFault(what: string, error: unknown): null {
  console.warn(`marquee: ${what}:`, error);
  return null;
}
