import { isFresh } from '../../dates/stored-time.ts';
import { isSameFilm, relateIds } from '../../films/same-film.ts';
import type { Film, FilmRef, Match, SightedHint } from '../../films/types.ts';
import type { SourceScore } from '../../films/review-types.ts';
import { dayMs } from '../../dates/stored-time.ts';
import { findStatedFilm, makeSiteScore } from '../../reviews/score-sites.ts';
import { formatHintAsFilm } from '../../films/hint-film.ts';
import type { CacheDatabase, StatedScoreRow, UseCache } from '../cache/cache-database.ts';
import { dropOldest } from '../cache/drop-oldest.ts';
import { listStoredRefs } from '../cache/film-refs.ts';

/** A score is deleted this long after the last visit to its page, in milliseconds. */
export const keepStatedMs = 365 * dayMs;
/** The maximum number of kept scores. Beyond it the oldest tenth is deleted. */
export const maxStatedScores = 5000;
/** A film has at most this many kept scores, the newest. */
const maxScoresOfFilm = 12;
/** At most this many are kept in a minute: more than anybody opens pages. */
export const maxKeptPerMinute = 30;

/** A visit to a page whose data states its site's score. */
interface StatingVisit {
  url: string;
  sighted: SightedHint;
  match: Match;
}

/** The scores that pages on the visited sites stated, each as the score of its own site. */
export interface StatedScores {
  /** Keeps the score of a visit; does nothing if it is not the own score of a known site about this film. */
  keep: (visit: StatingVisit) => Promise<void>;
  /** The kept scores of each film, newest first, in the order of the films; none for null. */
  find: (films: (Film | null)[]) => Promise<SourceScore[][]>;
  /** Deletes scores that are too old. */
  purge: () => Promise<void>;
}

interface Options {
  use: UseCache;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The day of a moment, `YYYY-MM-DD`, in the user's time zone. */
  formatDay: (at: number) => string;
  /** Whether the user wants scores of pages. */
  isOn: () => Promise<boolean>;
}

/** The film that a visit's score is about: the matched one, else the one that the page names; null for any other. */
function findFilm({ match, sighted }: StatingVisit, own: FilmRef): Film | null {
  const isOther =
    match.kind === 'unknown' && (match.reason === 'not-a-film' || match.reason === 'correction');
  if (match.kind === 'ambiguous' || isOther) return null;
  const { hint } = sighted;
  // After a change of the route the address, or the page's head, can still be another film's.
  if (relateIds({ refs: [own], year: null }, hint) === 'different') return null;
  const film = match.kind === 'film' && match.certainty === 'sure' ? match.film : formatHintAsFilm(hint);
  return { ...film, refs: [...new Set([own, ...film.refs])] };
}

function makeRow(visit: StatingVisit, { now, formatDay }: Options): StatedScoreRow | null {
  const { siteScore, isSubject } = visit.sighted;
  const own = findStatedFilm(visit.url);
  const film = own === null || !isSubject ? null : findFilm(visit, own);
  if (!siteScore || film === null) return null;
  const savedAt = now();
  const score = makeSiteScore(siteScore, { url: visit.url, day: formatDay(savedAt) });
  const { title, year, directors } = film;
  const refs = listStoredRefs(film);
  return score && { key: `${score.source} ${own}`, refs, film: { title, year, directors }, score, savedAt };
}

/** The newest score of each source and kind, newest first. */
function pickNewest(rows: StatedScoreRow[]): SourceScore[] {
  const sorted = rows.toSorted((a, b) => b.savedAt - a.savedAt);
  const newest = new Map<string, SourceScore>();
  for (const { score } of sorted) {
    const name = `${score.source} ${score.kind}`;
    if (!newest.has(name)) newest.set(name, score);
  }
  return [...newest.values()].slice(0, maxScoresOfFilm);
}

/** The scores in the cache. Calls reject when the cache cannot be used. */
export function createStatedScores(options: Options): StatedScores {
  const { use, now, isOn } = options;
  /** When the last scores were kept. */
  let kept: number[] = [];
  // A time in the future is a clock's error: it would never become old.
  const isValid = ({ savedAt }: StatedScoreRow): boolean => isFresh(savedAt, keepStatedMs, now());

  function mayKeep(): boolean {
    const at = now();
    kept = kept.filter((other) => Math.abs(at - other) < 60_000);
    return kept.length < maxKeptPerMinute;
  }

  async function findAll(db: CacheDatabase, films: (Film | null)[]): Promise<SourceScore[][]> {
    if ((await db.count('statedScores')) === 0) return films.map(() => []);
    const index = db.transaction('statedScores').store.index('byRef');
    const findRows = async (film: Film): Promise<StatedScoreRow[]> => {
      const lists = await Promise.all(listStoredRefs(film).map((ref) => index.getAll(ref)));
      const rows = [...new Map(lists.flat().map((row) => [row.key, row])).values()];
      return rows.filter((row) => isValid(row) && isSameFilm(film, { ...row.film, refs: row.refs }));
    };
    return Promise.all(films.map(async (film) => (film ? pickNewest(await findRows(film)) : [])));
  }

  return {
    async keep(visit) {
      if (!visit.sighted.siteScore || !(await isOn())) return;
      const row = makeRow(visit, options);
      if (!row || !mayKeep()) return;
      kept.push(row.savedAt);
      await use(async (db) => {
        await db.put('statedScores', row);
        await dropOldest(
          db,
          { store: 'statedScores', byAge: 'bySavedAt', most: maxStatedScores },
          row.savedAt,
        );
      });
    },
    find: async (films) =>
      (await isOn()) ? use((db) => findAll(db, films)) : films.map((): SourceScore[] => []),
    purge: () =>
      use(async (db) => {
        const tx = db.transaction('statedScores', 'readwrite', { durability: 'relaxed' });
        for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue())
          if (!isValid(cursor.value)) await cursor.delete();
        await tx.done;
      }),
  };
}
