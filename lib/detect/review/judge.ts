import { foldTitle } from '../../films/titles/title-key.ts';
import type { CriterionScore } from '../../films/review-types.ts';
import { areFilmCriteria } from './criteria.ts';
import type { ReviewHeading } from '../../review-text/heading.ts';
import type { Line } from './lines.ts';
import { pickPart, type ReviewParts } from '../../review-text/review-parts.ts';
import type { LabelledParts } from './read-labelled.ts';

const filmWords =
  /\b(?:films?|filme[ns]?|movies?|cinema|cinéma|kino|director|screenplay|starring|actors?|actress|regisseur(?:in)?|schauspieler(?:in)?|drehbuch|kinostart|réalisat(?:eur|rice)|acteurs?|película|actores|actriz|regista|attori|pellicola|sceneggiatura|guion|cineasta|scénario)\b/giu;
const otherWords =
  /\b(?:games?|gameplay|players?|novels?|books?|readers|albums?|tracks?|songs?|episodes?|seasons?|series|phones?|laptop|product|recipe|spiel|roman|buch|bücher|folgen?|staffel|jeu|livre|saison|juego|libro|temporada|gioco|stagione|plugins?|themes?|apps?|software|restaurants?|menus?|dish(?:es)?|hotels?|stage|theatre|exhibition|podcasts?|libro|romanzo|disco)\b/giu;

function countWords(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}

/**
 * The facts that decide whether a review is of a film: what the page's sources state, and the heading that
 * names the film.
 */
export interface ReviewFacts {
  sources: ReviewParts[];
  heading: ReviewHeading;
  labelled: LabelledParts;
  criteria: CriterionScore[];
  /** Whether data or a theme's box says that this is a review. */
  isStated: boolean;
  lines: Line[];
}

/**
 * Whether the reviewed work is a film, by its data, its people, an id, film criteria, the heading ("Film
 * review") or the words of the text. Film words must clearly outnumber other words if either data or a box
 * states the review, or a year is known; if both, they need only not be outnumbered.
 */
export function isFilmReview({
  sources,
  heading,
  labelled,
  criteria,
  isStated,
  lines,
}: ReviewFacts): boolean {
  const kinds = sources.map(({ kind }) => kind).filter((kind) => kind !== undefined && kind !== null);
  if (kinds.length > 0) return kinds[0] === 'film';
  if (heading.kind !== null && heading.kind !== 'film') return false;
  if (labelled.isOther) return false;
  const people = [...(pickPart(sources, 'directors') ?? []), ...(pickPart(sources, 'refs') ?? [])];
  if (people.length > 0 || areFilmCriteria(criteria) || heading.saysFilm) return true;
  const hasCast = (pickPart(sources, 'cast')?.length ?? 0) > 1;
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .slice(0, 60_000);
  const film = countWords(text, filmWords);
  const other = countWords(text, otherWords);
  if (hasCast) return film >= other;
  const hasYear = (pickPart(sources, 'year') ?? heading.year) !== null;
  if (!hasYear && !isStated) return heading.saysReview && film >= 4 && film > 3 * other;
  return hasYear && isStated ? film > 0 && film >= other : film >= 3 && film > 2 * other;
}

/** Whether two titles are equal, or one begins with all words of the other. */
export function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [foldTitle(one), foldTitle(other)];
  return a !== '' && b !== '' && (`${a}-`.startsWith(`${b}-`) || `${b}-`.startsWith(`${a}-`));
}
