// Decides which films hints mean, as the background does without a log and without services.
import { listRatingsAnswers, type RatingsLookUp } from '../lib/background/catalogues/ratings-lookup.ts';
import { rateMatches } from '../lib/background/identify/match-rated.ts';
import type { SourceScore } from '../lib/films/review-types.ts';
import { narrowAnswer, makeCatalogueAnswer, type SourceAnswer } from '../lib/reviews/answers.ts';
import { mergeSummary } from '../lib/reviews/summary.ts';
import { findLastYear } from '../lib/catalogue/manifest.ts';
import type { Catalogue, CatalogueFilm } from '../lib/catalogue/types.ts';
import { listPageYears } from '../lib/films/match-title.ts';
import { candidateKeys, matchFilm } from '../lib/films/matching.ts';
import type { Match, SightedHint } from '../lib/films/types.ts';

/** What a hint means, and what the catalogues found under its names, by catalogue. */
export interface FoundMatch {
  match: Match;
  found: { catalogue: Catalogue; films: CatalogueFilm[] }[];
  /** IMDb's score in the file of ratings; null without one. */
  score: SourceScore | null;
}

/** A match as the commands print it; without a film the title and year are null. */
export interface PrintedMatch {
  state: Match['kind'];
  reason: string;
  certainty: 'sure' | 'unsure' | null;
  title: string | null;
  year: number | null;
  refs: string[];
  scores: {
    source: string;
    kind: string;
    value: number;
    best: number;
    count: number | null;
    asOf: string | null;
  }[];
}

const toAnswer = ({ catalogue, films }: FoundMatch['found'][number]): SourceAnswer =>
  makeCatalogueAnswer(catalogue.manifest, films);

/**
 * Returns the match of each hint, in their order. The hints are of one page, whose years say of which time its films are,
 * unless `isPage` is false.
 */
export async function matchHints(
  hints: SightedHint[],
  catalogues: Catalogue[],
  { isPage = true, ratings }: { isPage?: boolean; ratings?: RatingsLookUp | undefined } = {},
): Promise<FoundMatch[]> {
  const keyLists = hints.map(({ hint }) => candidateKeys(hint));
  const byCatalogue = await Promise.all(catalogues.map((catalogue) => catalogue.lookUp(keyLists.flat())));
  const around = { coversUntil: findLastYear(catalogues), pageYears: isPage ? listPageYears(hints) : [] };
  const decided = hints.map((sighted, at) => {
    const found = catalogues.map((catalogue, index) => {
      const films = (keyLists[at] ?? []).flatMap((key) => byCatalogue[index]?.get(key) ?? []);
      return { catalogue, films: [...new Set(films)] };
    });
    const candidates = found.flatMap(({ films }) => films.map(({ film }) => film));
    return { sighted, match: matchFilm(sighted, candidates, around), found };
  });
  const answered = decided.map((one) => ({ ...one, found: one.found.map(toAnswer) }));
  const rated = await rateMatches(answered, ratings);
  return rated.map(({ match, score }, at) => ({ match, score, found: decided[at]?.found ?? [] }));
}

/** Returns a match with the film's scores in the catalogues. */
export function printMatch({ match, found, score: rating }: FoundMatch): PrintedMatch {
  const { kind: state, reason } = match;
  if (match.kind !== 'film')
    return { state, reason, certainty: null, title: null, year: null, refs: [], scores: [] };
  const { film, certainty } = match;
  const answers = [
    ...found.map((one) => narrowAnswer(film, toAnswer(one))),
    ...listRatingsAnswers(film, rating),
  ];
  const scores = mergeSummary(film, answers).scores.map(({ source, kind, value, best, count, asOf }) => ({
    source,
    kind,
    value,
    best,
    count,
    asOf,
  }));
  const refs = film.refs.filter((ref) => !ref.startsWith('title:'));
  return { state, reason, certainty, title: film.title, year: film.year, refs, scores };
}
