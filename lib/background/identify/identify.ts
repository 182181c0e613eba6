import { formatHintAsFilm, listCorrectionKeys } from '../../films/hint-film.ts';
import { listPageYears, makeSure, type Surroundings } from '../../films/match-title.ts';
import { candidateKeys, describesOther, matchFilm } from '../../films/matching.ts';
import { isSameFilm } from '../../films/same-film.ts';
import type { Film, FilmRef, Match, SightedHint } from '../../films/types.ts';
import { narrowAnswer, type SourceAnswer } from '../../reviews/answers.ts';
import { accountOfInput } from '../../watchlog/films/film-match.ts';
import { findCorrections, findOwnRecordsOfFilms } from '../../watchlog/queries/queries.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import type { FilmRow, OwnRecord } from '../../watchlog/types.ts';
import type { SourceScore } from '../../films/review-types.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { reportFault } from '../messages/report-fault.ts';
import type { StatedScores } from '../stated-scores/stated-scores.ts';
import { findFilmsByKeys, toFilm } from './log-films.ts';
import type { LocalReviews } from './local-reviews.ts';
import { listRatingsAnswers, type RatingsLookUp } from '../catalogues/ratings-lookup.ts';
import { rateMatches } from './match-rated.ts';
import type { CatalogueLookUp } from './catalogue-lookup.ts';

/** A hint, its match, and the data about the film. */
export interface Identified {
  sighted: SightedHint;
  match: Match;
  /** The answer of each source about the film; empty when the match is not one film. */
  answers: SourceAnswer[];
  /** The user's own record of the film; null where there is none. */
  own: OwnRecord | null;
  /** The scores that visited pages stated. They never decide whether there is a badge, or what it shows. */
  stated: SourceScore[];
}

interface IdentifyOptions {
  /** Leaves `answers` and `stated` empty and `own` null, and takes half the time. */
  matchesOnly?: boolean;
  /**
   * Reads nothing that only this user has: no corrections, no films of the log, no kept reviews, `own` is null and `stated`
   * is empty.
   */
  withoutLog?: boolean;
  /** Leaves nothing of the look-up in the cache: for private windows. */
  isPassing?: boolean;
}

/** Finds the films that hints mean. */
export type Identify = (hints: SightedHint[], options?: IdentifyOptions) => Promise<Identified[]>;

type Corrections = Awaited<ReturnType<typeof findCorrections>>;

/** The corrections and films of the log for a batch of hints. */
interface LogKnowledge {
  corrections: Corrections;
  films: Map<FilmRef, FilmRow[]>;
}

const emptyLog: LogKnowledge = { corrections: new Map(), films: new Map() };

async function readKnowledge(
  db: LogDatabase,
  hints: SightedHint[],
  keyLists: FilmRef[][],
): Promise<LogKnowledge> {
  const [corrections, films] = await Promise.all([
    findCorrections(
      db,
      hints.flatMap(({ hint }) => listCorrectionKeys(hint)),
    ),
    findFilmsByKeys(db, keyLists.flat()),
  ]);
  return { corrections, films };
}

function listLogFilms(keys: FilmRef[], films: LogKnowledge['films']): Film[] {
  const rows = new Map(keys.flatMap((key) => films.get(key) ?? []).map((row) => [row.id, row]));
  return [...rows.values()].map(toFilm);
}

/** The user's correction for this hint; null when there is none. A title in running text still needs its evidence. */
function matchCorrection(sighted: SightedHint, corrections: Corrections): Match | null {
  const key = listCorrectionKeys(sighted.hint).find((name) => corrections.has(name));
  const correction = key === undefined ? undefined : corrections.get(key);
  if (!correction) return null;
  if (!correction.film) return { kind: 'unknown', reason: 'correction' };
  const film = toFilm(correction.film);
  if (sighted.certainty === 'possible' && matchFilm(sighted, [film]).kind !== 'film') return null;
  return makeSure(film, 'correction');
}

/** The only film of the log that is the hint's film, when no catalogue has it; null when the hint is not certain. */
function matchLogFilm({ hint, certainty }: SightedHint, films: Film[]): Match | null {
  const named = accountOfInput(formatHintAsFilm(hint));
  const [only, ...more] = films.filter(
    (film) => isSameFilm(named, accountOfInput(film)) && !describesOther(hint, film),
  );
  const isNamed = certainty === 'stated' && (hint.kind === null || hint.kind === 'film');
  return isNamed && only && more.length === 0 ? makeSure(only, 'ref') : null;
}

interface Known {
  /** The catalogues' answers for the hint's refs. */
  found: SourceAnswer[];
  /** Films that live sources found. */
  ofSources: Film[];
}

function decide(
  sighted: SightedHint,
  keys: FilmRef[],
  { found, ofSources }: Known,
  log: LogKnowledge,
  around: Surroundings,
): Match {
  const corrected = matchCorrection(sighted, log.corrections);
  if (corrected) return corrected;
  const ofLog = listLogFilms(keys, log.films);
  const ofCatalogues = found.flatMap(({ films }) => films).map(({ film }) => film);
  const match = matchFilm(sighted, [...ofCatalogues, ...ofSources, ...ofLog], around);
  return match.kind === 'unknown' ? (matchLogFilm(sighted, ofLog) ?? match) : match;
}

/** The catalogues' answers for the film: those found already, or else those for the refs of a film of the log. */
async function askCatalogues(
  { match, found }: { match: Match; found: SourceAnswer[] },
  find: (film: Film) => Promise<SourceAnswer[][]>,
): Promise<SourceAnswer[]> {
  if (match.kind !== 'film') return [];
  const { film } = match;
  const answers = found.map((answer) => narrowAnswer(film, answer));
  if (answers.some(({ films }) => films.length > 0)) return answers;
  const [again = []] = await find(film);
  return again.map((answer) => narrowAnswer(film, answer));
}

/**
 * Identifies hints by corrections, then by the catalogues and the log. Unreadable data is left out: without the log
 * there are no ratings, and a damaged catalogue gives no films.
 */
export function createIdentify(options: {
  lookUp: CatalogueLookUp;
  readLog: ReadLog;
  localReviews?: LocalReviews;
  statedScores?: Pick<StatedScores, 'find'>;
  ratings?: RatingsLookUp;
  /** The last year whose films the catalogues have; null where they do not say. */
  findLastYear?: () => Promise<number | null>;
}): Identify {
  const { lookUp, readLog, localReviews, statedScores, ratings, findLastYear } = options;
  const findStated = async (films: (Film | null)[]): Promise<SourceScore[][]> =>
    (await statedScores?.find(films).catch((error: unknown) => reportFault('stated scores', error))) ?? [];

  return async (hints, { matchesOnly = false, withoutLog = false, isPassing = matchesOnly } = {}) => {
    const read: ReadLog = withoutLog ? () => Promise.resolve(null) : readLog;
    const keyLists = hints.map(({ hint }) => candidateKeys(hint));
    const [found, ofSources, knowledge, coversUntil] = await Promise.all([
      lookUp.find(keyLists, { isPassing }),
      localReviews?.findFilms(keyLists),
      read((db) => readKnowledge(db, hints, keyLists)),
      findLastYear?.() ?? null,
    ]);
    // The other films of an import say nothing of one of them.
    const around = { coversUntil, pageYears: matchesOnly ? [] : listPageYears(hints) };
    const decided = hints.map((sighted, at) => {
      const known = { found: found[at] ?? [], ofSources: ofSources?.[at] ?? [] };
      const match = decide(sighted, keyLists[at] ?? [], known, knowledge ?? emptyLog, around);
      return { sighted, match, found: known.found };
    });
    if (matchesOnly)
      return decided.map(({ sighted, match }) => ({ sighted, match, answers: [], own: null, stated: [] }));
    const rated = await rateMatches(decided, ratings);
    const films = rated.map(({ match }) => (match.kind === 'film' ? match.film : null));
    const local = await localReviews?.findAnswers(films, { withoutLog });
    const [ofCatalogues, own, stated] = await Promise.all([
      Promise.all(
        rated.map(({ match }, at) =>
          askCatalogues({ match, found: found[at] ?? [] }, ({ refs }) => lookUp.find([refs], { isPassing })),
        ),
      ),
      read((db) => findOwnRecordsOfFilms(db, films)),
      withoutLog ? [] : findStated(films),
    ]);
    return rated.map(({ sighted, match, score }, at) => ({
      sighted,
      match,
      answers: [...(ofCatalogues[at] ?? []), ...listRatingsAnswers(films[at], score), ...(local?.[at] ?? [])],
      own: own?.[at] ?? null,
      stated: stated[at] ?? [],
    }));
  };
}
