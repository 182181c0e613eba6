import type { Film, FilmRef } from '../../films/types.ts';
import type { StoredReview } from '../../films/review-types.ts';
import type { SourceAnswer } from '../../reviews/answers.ts';
import { listKeptReviews } from '../../watchlog/queries/review-queries.ts';
import type { ReadLog } from '../messages/log-access.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import { reportFault } from '../messages/report-fault.ts';
import type { SitePosts } from '../followed-sites/site-posts.ts';
import type { SourceAnswers } from '../sources/source-answers.ts';

/**
 * The data on this machine in addition to the catalogues: kept reviews, posts of followed sites, answers of live
 * sources.
 */
export interface LocalReviews {
  /** The films that live sources have for each list of refs. Never rejects. */
  findFilms: (keyLists: FilmRef[][]) => Promise<Film[][]>;
  /**
   * The answers for each film; none for null. `withoutLog`: only those of live sources. Sends no request and never
   * rejects.
   */
  findAnswers: (films: (Film | null)[], options?: { withoutLog?: boolean }) => Promise<SourceAnswer[][]>;
}

/** Groups reviews into one answer for each source, always with the state `ok`. */
function groupReviews(reviews: StoredReview[]): SourceAnswer[] {
  const bySource = Map.groupBy(reviews, ({ source }) => source);
  return [...bySource].map(([source, own]) => ({
    status: { source, sourceName: own[0]?.siteName ?? source, state: 'ok', until: null },
    films: [],
    reviews: own,
  }));
}

/** Creates the reader. Data that cannot be read is left out, with a warning on the console. */
export function createLocalReviews(options: {
  readLog: ReadLog;
  posts: Pick<SitePosts, 'findReviews'>;
  live: Pick<LiveSources, 'read'>;
  answers: Pick<SourceAnswers, 'loadFilms'>;
}): LocalReviews {
  const { readLog, posts, live, answers } = options;
  const orNothing =
    (what: string) =>
    (error: unknown): null =>
      reportFault(what, error);
  return {
    findFilms: async (keyLists) =>
      (await answers.loadFilms(keyLists).catch(orNothing('source answers'))) ?? keyLists.map(() => []),
    async findAnswers(films, { withoutLog = false } = {}) {
      const known = films.filter((film) => film !== null);
      const [kept, followed, lives] = await Promise.all([
        withoutLog
          ? null
          : readLog((db) =>
              listKeptReviews(
                db,
                known.map(({ refs }) => refs),
              ),
            ),
        withoutLog ? null : posts.findReviews(known).catch(orNothing('posts')),
        live.read(known).catch(orNothing('source answers')),
      ]);
      return films.map((film) => {
        const at = film === null ? -1 : known.indexOf(film);
        const reviews = [...(kept?.[at] ?? []), ...(followed?.[at] ?? [])];
        return [...groupReviews(reviews), ...(lives?.[at] ?? [])];
      });
    },
  };
}
