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

/** What is judged: all that a page's sources state, and the heading that names the film. */
export interface Claim {
  sources: ReviewParts[];
  heading: ReviewHeading;
  labelled: LabelledParts;
  criteria: CriterionScore[];
  /** Data or a theme's box says that this is a review. */
  isStated: boolean;
  lines: Line[];
}

/**
 * Whether what is reviewed is a film: the data says so, or its people, an id, a film's criteria, the heading ("Film
 * review") or the words of the text do. For the words to count, data or a box must state the review, or a year stand
 * with the name; with both, the words need only not speak of something else.
 */
export function isFilmReview({ sources, heading, labelled, criteria, isStated, lines }: Claim): boolean {
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
  return hasYear && isStated ? film >= other : film >= 3 && film > 2 * other;
}

/** Whether two titles are one, or one begins the other at a word. */
export function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [foldTitle(one), foldTitle(other)];
  return a !== '' && b !== '' && (`${a}-`.startsWith(`${b}-`) || `${b}-`.startsWith(`${a}-`));
}
