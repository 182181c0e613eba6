import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import { packTitles, type TitledFilm } from '../search/film-titles.ts';
import type { FilmTitles } from '../search/types.ts';
import type { CatalogueFilm } from '../types.ts';
import { weigh } from './catalogue-rows.ts';

/** Films at most whose titles a catalogue of the user keeps for the search as one types. */
const mostTitles = 100_000;
/** Original and other titles at most of a film. */
const mostOthers = 8;

interface WeighedFilm extends TitledFilm {
  votes: number;
  scores: number;
}

/** Twenty points for each tenth part: nobody knows a film of a hundred votes, a million votes are 80 points. */
function knownByVotes(votes: number): number {
  return Math.min(100, Math.max(0, Math.round((Math.log10(1 + votes) - 2) * 20)));
}

const compare = (one: Pick<WeighedFilm, 'votes' | 'scores'>, other: typeof one): number =>
  other.votes - one.votes || other.scores - one.scores;

/** Collects the titles of the films with most votes or, where none are given, most scores. */
export interface BestTitles {
  add(film: CatalogueFilm): void;
  /** The titles, the film with most votes first; equal ones in the order in which they were added. */
  take(): FilmTitles;
}

/** Creates an empty collection for `most` films; twice as many are in memory. */
export function collectBestTitles(most = mostTitles): BestTitles {
  let films: WeighedFilm[] = [];
  /** A film that does not come before it cannot be among the best. */
  let last: WeighedFilm | undefined;

  function keepBest(): void {
    films = films.sort(compare).slice(0, most);
    last = films[most - 1];
  }

  return {
    add({ film, scores }) {
      const weight = { votes: weigh(scores), scores: scores.length };
      if (last && compare(weight, last) >= 0) return;
      const { title, originalTitle, alternativeTitles, year, refs } = film;
      const otherTitles = [...(originalTitle === null ? [] : [originalTitle]), ...alternativeTitles];
      films.push({
        title,
        otherTitles: otherTitles.slice(0, mostOthers),
        year,
        known: knownByVotes(weight.votes),
        ref: refs.find((ref) => !isTitleRef(ref)) ?? titleRef(title, year),
        ...weight,
      });
      if (films.length >= 2 * most) keepBest();
    },
    take() {
      keepBest();
      return packTitles(films);
    },
  };
}
