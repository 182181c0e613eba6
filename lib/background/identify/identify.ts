import { formatHintAsFilm, listCorrectionKeys } from '../../films/hint-film.ts';
import { candidateKeys, matchFilm } from '../../films/matching.ts';
import { isSameFilm } from '../../films/same-film.ts';
import type { Film, FilmRef, Match, SightedHint } from '../../films/types.ts';
import { narrowAnswer, type SourceAnswer } from '../../reviews/answers.ts';
import { accountOfInput } from '../../watchlog/films/film-match.ts';
import { findCorrections, findOwnRecordsOfFilms } from '../../watchlog/queries/queries.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import type { FilmRow, OwnRecord } from '../../watchlog/types.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { findFilmsByKeys, toFilm } from './log-films.ts';
import type { LocalReviews } from './local-reviews.ts';
import type { CatalogueLookUp } from './catalogue-lookup.ts';

/** A hint, its match, and the data about the film. */
export interface Identified {
  sighted: SightedHint;
  match: Match;
  /** The answer of each source about the film; empty when the match is not one film. */
  answers: SourceAnswer[];
  /** The user's own record of the film; null where there is none. */
  own: OwnRecord | null;
}

/** Finds the films that hints mean. `matchesOnly` leaves `answers` empty and `own` null, and takes half the time. */
export type Identify = (hints: SightedHint[], options?: { matchesOnly?: boolean }) => Promise<Identified[]>;

type Corrections = Awaited<ReturnType<typeof findCorrections>>;

/** The corrections and films of the log for a batch of hints. */
interface LogKnowledge {
  corrections: Corrections;
  films: Map<FilmRef, FilmRow[]>;
}

const noMatch: Match = { kind: 'unknown', reason: 'no-film-of-that-name' };
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
  return { kind: 'film', film, reason: 'correction' };
}

/** The only film of the log that is the hint's film, when no catalogue has it; null when the hint is not certain. */
function matchLogFilm({ hint, certainty }: SightedHint, films: Film[]): Match | null {
  const named = accountOfInput(formatHintAsFilm(hint));
  const [only, ...more] = films.filter((film) => isSameFilm(named, accountOfInput(film)));
  const isNamed = certainty === 'stated' && (hint.kind === null || hint.kind === 'film');
  return isNamed && only && more.length === 0 ? { kind: 'film', film: only, reason: 'ref' } : null;
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
): Match {
  const corrected = matchCorrection(sighted, log.corrections);
  if (corrected) return corrected;
  const ofLog = listLogFilms(keys, log.films);
  const ofCatalogues = found.flatMap(({ films }) => films).map(({ film }) => film);
  const match = matchFilm(sighted, [...ofCatalogues, ...ofSources, ...ofLog]);
  return match.kind === 'unknown' ? (matchLogFilm(sighted, ofLog) ?? match) : match;
}

/**
 * Identifies hints by corrections, then by the catalogues and the log. Unreadable data is left out: without the log
 * there are no ratings, and a damaged catalogue gives no films.
 */
export function createIdentify(options: {
  lookUp: CatalogueLookUp;
  readLog: ReadLog;
  localReviews?: LocalReviews;
}): Identify {
  const { lookUp, readLog, localReviews } = options;
  /** The catalogues' answers for the film: those found already, or else those for the refs of a film of the log. */
  async function askCatalogues(match: Match, found: SourceAnswer[]): Promise<SourceAnswer[]> {
    if (match.kind !== 'film') return [];
    const { film } = match;
    const answers = found.map((answer) => narrowAnswer(film, answer));
    if (answers.some(({ films }) => films.length > 0)) return answers;
    const [again = []] = await lookUp.find([film.refs]);
    return again.map((answer) => narrowAnswer(film, answer));
  }

  return async (hints, { matchesOnly = false } = {}) => {
    const keyLists = hints.map(({ hint }) => candidateKeys(hint));
    const [found, ofSources, knowledge] = await Promise.all([
      lookUp.find(keyLists, { isPassing: matchesOnly }),
      localReviews?.findFilms(keyLists),
      readLog((db) => readKnowledge(db, hints, keyLists)),
    ]);
    const matches = hints.map((sighted, at) =>
      decide(
        sighted,
        keyLists[at] ?? [],
        { found: found[at] ?? [], ofSources: ofSources?.[at] ?? [] },
        knowledge ?? emptyLog,
      ),
    );
    if (matchesOnly)
      return hints.map((sighted, at) => ({
        sighted,
        match: matches[at] ?? noMatch,
        answers: [],
        own: null,
      }));
    const films = matches.map((match) => (match.kind === 'film' ? match.film : null));
    const local = await localReviews?.findAnswers(films);
    const [ofCatalogues, own] = await Promise.all([
      Promise.all(matches.map((match, at) => askCatalogues(match, found[at] ?? []))),
      readLog((db) => findOwnRecordsOfFilms(db, films)),
    ]);
    return hints.map((sighted, at) => ({
      sighted,
      match: matches[at] ?? noMatch,
      answers: [...(ofCatalogues[at] ?? []), ...(local?.[at] ?? [])],
      own: own?.[at] ?? null,
    }));
  };
}
