import { parseTitle, type ParsedTitle } from '../../films/titles/title-parse.ts';
import { readDated } from './title.ts';

/** What a heading says about a work: "Review: Her (2013)", "Her – Review", "Melancholia ****". */
export interface HeadingReading extends ParsedTitle {
  /** Whether it says that it is a review, or gives stars. */
  isReview: boolean;
  /** Whether it says "film" outside its title. */
  saysFilm: boolean;
}

const reviewWords =
  /(?:^|[^a-zà-ÿа-я])(?:reviews?|kritik(?:en)?|filmkritik(?:en)?|rezension(?:en)?|critiques?|recensione|reseña|crítica|recenze|recenzja|рецензия|recension|anmeldelse|el veredicto|discussion)(?![a-zà-ÿа-я])/i;
const filmWords = /(?:^|[^a-zà-ÿа-я])(?:film|movie|kino|cinema|filmkritik|película)(?![a-zà-ÿа-я])/i;
const stars = /(?:(?:[*★☆⭐✩✭❤♥]|🌟|💛)\uFE0F?\s?){2}/;
/** A name and the word for a review with its article, before what the review says: "Roma, la recensione: …". */
const articled =
  /^[^:,]{2,60}[,:] (?:la|the|die|en) (?:recensione|review|kritik|critique|reseña|crítica)(?=[:,])/i;
const wholeQuote = /^[“"„«»]([^“”"„«»]+)[”"“»«]$/;

/** Whether a heading says that it is a review, or gives stars. Does not parse its title. */
export function hasReviewSigns(text: string): boolean {
  return reviewWords.test(text) || stars.test(text);
}

/** What a heading says about a work; null if it contains no title. */
export function readHeading(text: string): HeadingReading | null {
  const plain = readDated(text);
  if (plain) return { ...plain, isReview: false, saysFilm: false };
  const bare = wholeQuote.exec(text)?.[1] ?? articled.exec(text)?.[0] ?? text;
  const parsed = parseTitle(bare);
  if (parsed.title === '') return null;
  const rest = bare.replace(parsed.title, ' | ');
  return {
    ...parsed,
    isReview: reviewWords.test(rest) || stars.test(rest),
    saysFilm: parsed.kind === 'film' || filmWords.test(rest),
  };
}
