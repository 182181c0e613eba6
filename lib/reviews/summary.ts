import type { Film } from '../films/types.ts';
import type { FilmAward, ReviewSummary, SourceScore, StoredReview } from '../films/review-types.ts';
import type { SourceAnswer } from './answers.ts';

/** The newest score of each source and kind, in the order of the input. Nothing is averaged. */
export function mergeScores(scores: SourceScore[]): SourceScore[] {
  const newest = new Map<string, SourceScore>();
  for (const score of scores) {
    const name = `${score.source} ${score.kind}`;
    const known = newest.get(name);
    if (!known || score.asOf > known.asOf) newest.set(name, score);
  }
  return [...newest.values()];
}

function compareReviews(a: StoredReview, b: StoredReview): number {
  const dates = (b.date ?? '').localeCompare(a.date ?? '');
  return dates || b.fetchedAt - a.fetchedAt;
}

/** Whether a review replaces another of the same address: the user's own copy wins, then the one fetched last. */
function isPreferred(review: StoredReview, known: StoredReview): boolean {
  const isKept = review.source === 'page';
  return isKept === (known.source === 'page') ? review.fetchedAt > known.fetchedAt : isKept;
}

/** One review per address (the user's own copy, or the one fetched last), newest first; those without a date last. */
export function mergeReviews(reviews: StoredReview[]): StoredReview[] {
  const latest = new Map<string, StoredReview>();
  for (const review of reviews) {
    const known = latest.get(review.url);
    if (!known || isPreferred(review, known)) latest.set(review.url, review);
  }
  return [...latest.values()].sort(compareReviews);
}

/** The scores in the answers about one film: the newest of each source and kind. */
export function listScores(answers: SourceAnswer[]): SourceScore[] {
  return mergeScores(answers.flatMap(({ films }) => films.flatMap(({ scores }) => scores)));
}

/** The reviews in the answers about one film, one per address, newest first. */
export function listReviews(answers: SourceAnswer[]): StoredReview[] {
  return mergeReviews(answers.flatMap(({ reviews }) => reviews));
}

/** The prizes in the answers about one film, each once, in the order of the input. */
export function listAwards(answers: SourceAnswer[]): FilmAward[] {
  const awards = answers.flatMap(({ films }) => films.flatMap(({ awards: own = [] }) => own));
  const named = awards.map((one) => [`${one.award} ${one.category} ${one.year}`, one] as const);
  // A prize that one source knows as won is won: others may list the nomination alone.
  return [...new Map([...named, ...named.filter(([, { isWon }]) => isWon)]).values()];
}

/** Merges all answers about a film. */
export function mergeSummary(film: Film, answers: SourceAnswer[]): ReviewSummary {
  return {
    film,
    scores: listScores(answers),
    reviews: listReviews(answers),
    awards: listAwards(answers),
    statuses: answers.map(({ status }) => status),
  };
}
