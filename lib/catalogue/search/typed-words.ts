import { listNumberForms } from '../../films/titles/numerals.ts';
import { conjunctions } from '../../films/titles/title-key.ts';
import { truncateText } from '../../text/text.ts';
import { listTitleWords } from './title-words.ts';

/** UTF-16 units and words at most of a search; the rest is ignored. */
const maxLength = 200;
const maxWords = 12;

/** The years that a typed word may mean, both included. */
interface YearSpan {
  from: number;
  to: number;
}

/** A word of a search. */
export interface TypedWord {
  word: string;
  /** The same number in other forms. */
  forms: string[];
  /** The last word may be unfinished. */
  isLast: boolean;
  /** Set if it may be the film's year, or the beginning of it, instead of a word of the title. */
  years: YearSpan | null;
}

const yearStart = /^(?:1|18|19|2|20|(?:18|19|20)\d{1,2})$/;

/** The years that begin with the digits; null for other words. A whole year is the only one of its span. */
function spanYears(word: string, isLast: boolean): YearSpan | null {
  if (!yearStart.test(word) || (word.length < 4 && !isLast)) return null;
  const years = 10 ** (4 - word.length);
  return { from: Number(word) * years, to: (Number(word) + 1) * years - 1 };
}

/** The words of a typed text. Conjunctions between others are left out, because titles have `&` or nothing there. */
export function parseTypedWords(text: string): TypedWord[] {
  const words = listTitleWords(truncateText(text, maxLength)).slice(0, maxWords);
  return words.flatMap((word, at): TypedWord[] => {
    const isLast = at === words.length - 1;
    if (at > 0 && !isLast && conjunctions.has(word)) return [];
    const years = words.length > 1 ? spanYears(word, isLast) : null;
    return [{ word, forms: listNumberForms(word), isLast, years }];
  });
}
