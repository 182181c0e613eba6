/** A film with its points, and the title that gave them. */
export interface RankedFilm {
  film: number;
  score: number;
  title: number;
}

/** The films with most points so far. */
export interface TopFilms {
  /** Points that a film needs to come in; -Infinity as long as there is room. */
  readonly least: number;
  /** Adds a film. Of a film that is in already, the title with more points counts. */
  add(film: number, score: number, title: number): void;
  /** The films, best first; of equal ones the newest, then the best known. */
  list(): readonly RankedFilm[];
}

/** Creates an empty list for at most `limit` films. Keeping a few is faster than sorting all that fit. */
export function createTopFilms(limit: number, years: Uint16Array): TopFilms {
  const films: RankedFilm[] = [];
  const compare = (a: RankedFilm, b: RankedFilm): number =>
    b.score - a.score || (years[b.film] ?? 0) - (years[a.film] ?? 0) || a.film - b.film;
  let least = -Infinity;
  return {
    get least() {
      return least;
    },
    add(film, score, title) {
      if (score < least) return;
      const at = films.findIndex((ranked) => ranked.film === film);
      const former = films[at];
      if (former && former.score >= score) return;
      if (former) films.splice(at, 1);
      films.push({ film, score, title });
      films.sort(compare);
      if (films.length > limit) films.pop();
      if (films.length === limit) least = films.at(-1)?.score ?? Infinity;
    },
    list: () => films,
  };
}
