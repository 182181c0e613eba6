import { parseTitle } from '../../films/title-parse.ts';
import type { WorkKind } from '../../films/types.ts';

/** What a heading says: "Review: Her (2013)", "Her – Review", "Melancholia ****". */
export interface HeadingReading {
  title: string;
  year: number | null;
  directors: string[];
  kind: WorkKind | null;
  alternativeTitles: string[];
  /** It says that it is a review, or gives stars. */
  isReview: boolean;
  /** Its own words say film. */
  saysFilm: boolean;
}

const reviewWord =
  'reviews?|review thread|kritik|filmkritik(?:en)?|rezension|critique|recensione|reseña|crítica|recenze|recenzja|рецензия|recension|anmeldelse|movie review|film review';
const reviewBefore = new RegExp(
  `^(?:(?:the |our )?(?:movie|film|kino|cinema|filme|short|blu-ray|dvd)?[\\s-]*(?:${reviewWord})(?:\\s+(?:of|zu|de|du|of the film))?\\s*[:–—|-]\\s*|(?:official discussion|el veredicto|film|movie|filme?|película)\\s*(?:…\\.?|\\.{3,}|[:–—|-])\\s*)`,
  'iu',
);
const reviewBehind = new RegExp(
  `\\s*(?:[:–—|-]|\\[|\\()?\\s*(?:(?:movie|film|kino|blu-ray)[\\s-]*)?(?:${reviewWord})\\s*(?:\\]|\\))?(?:\\s*[:–—|-]\\s.*|\\s*[:|]\\s?.*)?$`,
  'iu',
);
const saysFilm = /(?<!\p{L})(?:film|movie|kino|filmkritik|cinema|dir|regie|película)(?!\p{L})/iu;
const stars = /(?:\s|\b)(?:(?:[*★☆⭐✩✭🌟💛❤♥]️?\s?){2,6}|[★⭐])\s*½?(?:1\/2)?\s*(?:–|-|Top \d+)?\s*$/u;
const quotes = /^[“"'‘„«»]\s*(.{1,90}?)\s*[”"'’“»«]$/u;
const dangling = /^[\s–—|:#-]+|[\s–—|:-]+$/gu;

/** What a heading, cleaned, says of a work; null where nothing is left of the title. */
export function readHeading(text: string): HeadingReading | null {
  const bare = text.replace(stars, '');
  const before = bare.replace(reviewBefore, '');
  const behind = before.replace(reviewBehind, '');
  const rest = (behind.replace(dangling, '') === '' ? before : behind).replace(dangling, '');
  const parsed = parseTitle(quotes.exec(rest)?.[1] ?? rest);
  const title = (quotes.exec(parsed.title)?.[1] ?? parsed.title).replace(dangling, '');
  if (title === '') return null;
  return {
    title,
    year: parsed.year,
    directors: parsed.directors,
    kind: parsed.kind,
    alternativeTitles: parsed.alternativeTitles,
    isReview: bare !== text || before !== bare || behind !== before,
    saysFilm: saysFilm.test(text.replace(title, '')),
  };
}
