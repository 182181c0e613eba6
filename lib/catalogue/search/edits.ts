/** A word: the UTF-16 units from `start` up to `end` of a longer array. */
export interface WordUnits {
  units: Uint16Array;
  start: number;
  end: number;
}

/** Whether the typed units from `at` on equal the word's from `from` on, to its end or, for a start, to theirs. */
function isRest(typed: Uint16Array, at: number, word: WordUnits, from: number, isStart: boolean): boolean {
  const typedLeft = typed.length - at;
  const wordLeft = word.end - from;
  if (isStart ? wordLeft < typedLeft : wordLeft !== typedLeft) return false;
  for (let step = 0; step < typedLeft; step += 1)
    if (typed[at + step] !== word.units[from + step]) return false;
  return true;
}

/** Whether the word begins with the typed units. */
export function isStartOf(typed: Uint16Array, word: WordUnits): boolean {
  return isRest(typed, 0, word, word.start, true);
}

/** Whether the typed units are anywhere in the word. */
export function isWithin(typed: Uint16Array, word: WordUnits): boolean {
  for (let from = word.start; from + typed.length <= word.end; from += 1)
    if (isRest(typed, 0, word, from, true)) return true;
  return false;
}

/**
 * Whether one edit makes the typed units the word, or with `isStart` the start of it: a letter changed, missing or too
 * many, or two neighbours swapped. False if they are equal.
 */
export function isNear(typed: Uint16Array, word: WordUnits, isStart: boolean): boolean {
  const { units, start, end } = word;
  let at = 0;
  while (at < typed.length && start + at < end && typed[at] === units[start + at]) at += 1;
  const from = start + at;
  if (at === typed.length) return !isStart && end - from === 1;
  const isSwapped =
    at + 1 < typed.length && from + 1 < end && typed[at] === units[from + 1] && typed[at + 1] === units[from];
  return (
    (isSwapped && isRest(typed, at + 2, word, from + 2, isStart)) ||
    (from < end && isRest(typed, at + 1, word, from + 1, isStart)) ||
    isRest(typed, at + 1, word, from, isStart) ||
    (from < end && isRest(typed, at, word, from + 1, isStart))
  );
}
