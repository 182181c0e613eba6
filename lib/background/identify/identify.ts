import { formatHintAsFilm, listCorrectionKeys } from '../../films/hint-film.ts';
import { candidateKeys, matchFilm } from '../../films/matching.ts';
import type { Film, FilmRef, Match, MatchedHint, SightedHint } from '../../films/types.ts';
import { answerFromCatalogue, type CatalogueFinding } from '../../catalogue/findings.ts';
import { mergeSummary } from '../../reviews/summary.ts';
import type { ReviewSummary, SourceAnswer } from '../../films/review-types.ts';
import { findCorrections, findOwnRecordsOfFilms } from '../../watchlog/queries/queries.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import type { FilmRow, OwnRecord } from '../../watchlog/types.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { findFilmsByKeys, toFilm } from './log-films.ts';
import type { LocalReviews } from './local-reviews.ts';
import type { CatalogueLookUp } from './catalogue-lookup.ts';

/** A hint, the film it means, and what is known of that film; `summary` and `own` are null where no film is meant. */
export interface Identified extends MatchedHint {
  summary: ReviewSummary | null;
  own: OwnRecord | null;
}

/** Says which films a page's hints mean; `matchesOnly` leaves `summary` and `own` null, which takes half the time. */
export type Identify = (hints: SightedHint[], options?: { matchesOnly?: boolean }) => Promise<Identified[]>;

type Corrections = Awaited<ReturnType<typeof findCorrections>>;

/** What the log knows under the names of a batch. */
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

/** The user's word on this name; null where there is none. A name in running text still needs its evidence. */
function matchCorrection(sighted: SightedHint, corrections: Corrections): Match | null {
  const key = listCorrectionKeys(sighted.hint).find((name) => corrections.has(name));
  const correction = key === undefined ? undefined : corrections.get(key);
  if (!correction) return null;
  if (!correction.film) return { kind: 'unknown', reason: 'correction' };
  const film = toFilm(correction.film);
  if (sighted.certainty === 'possible' && matchFilm(sighted, [film]).kind !== 'film') return null;
  return { kind: 'film', film, reason: 'correction' };
}

/** The film the user touched under exactly the names of this hint, for one that no catalogue knows. */
function matchTouched({ hint, certainty }: SightedHint, films: Film[]): Match | null {
  const { refs } = formatHintAsFilm(hint);
  const [only, ...more] = films.filter((film) => film.refs.some((ref) => refs.includes(ref)));
  const isNamed = certainty === 'stated' && (hint.kind === null || hint.kind === 'film');
  return isNamed && only && more.length === 0 ? { kind: 'film', film: only, reason: 'ref' } : null;
}

interface Known {
  findings: CatalogueFinding[];
  /** Films that live sources found. */
  ofSources: Film[];
}

function decide(
  sighted: SightedHint,
  keys: FilmRef[],
  { findings, ofSources }: Known,
  log: LogKnowledge,
): Match {
  const corrected = matchCorrection(sighted, log.corrections);
  if (corrected) return corrected;
  const ofLog = listLogFilms(keys, log.films);
  const ofCatalogues = findings.flatMap(({ films }) => films ?? []).map(({ film }) => film);
  const match = matchFilm(sighted, [...ofCatalogues, ...ofSources, ...ofLog]);
  return match.kind === 'unknown' ? (matchTouched(sighted, ofLog) ?? match) : match;
}

/** Whether a catalogue already gave the film; one known from the log alone may stand there under other names. */
function isFound(film: Film, findings: CatalogueFinding[]): boolean {
  return findings.some((finding) => answerFromCatalogue(film, finding).status.state === 'ok');
}

/**
 * Identifies hints by corrections first, then by what the catalogues and the log hold under their names. What cannot be
 * read is left out of the answer: no log, no ratings; a damaged catalogue, none of its films.
 */
export function createIdentify(options: {
  lookUp: CatalogueLookUp;
  readLog: ReadLog;
  localReviews?: LocalReviews;
}): Identify {
  const { lookUp, readLog, localReviews } = options;
  async function summarize(
    match: Match,
    findings: CatalogueFinding[],
    others: SourceAnswer[],
  ): Promise<ReviewSummary | null> {
    if (match.kind !== 'film') return null;
    const { film } = match;
    const known = isFound(film, findings) ? findings : ((await lookUp.find([film.refs]))[0] ?? []);
    return mergeSummary(film, [...known.map((finding) => answerFromCatalogue(film, finding)), ...others]);
  }

  return async (hints, { matchesOnly = false } = {}) => {
    const keyLists = hints.map(({ hint }) => candidateKeys(hint));
    const [findings, ofSources, knowledge] = await Promise.all([
      lookUp.find(keyLists, { isPassing: matchesOnly }),
      localReviews?.findFilms(keyLists),
      readLog((db) => readKnowledge(db, hints, keyLists)),
    ]);
    const matches = hints.map((sighted, at) =>
      decide(
        sighted,
        keyLists[at] ?? [],
        { findings: findings[at] ?? [], ofSources: ofSources?.[at] ?? [] },
        knowledge ?? emptyLog,
      ),
    );
    if (matchesOnly)
      return hints.map((sighted, at) => ({
        sighted,
        match: matches[at] ?? noMatch,
        summary: null,
        own: null,
      }));
    const films = matches.map((match) => (match.kind === 'film' ? match.film : null));
    const others = await localReviews?.findAnswers(films);
    const refLists = films.map((film) => film?.refs ?? []);
    const [summaries, own] = await Promise.all([
      Promise.all(matches.map((match, at) => summarize(match, findings[at] ?? [], others?.[at] ?? []))),
      readLog((db) => findOwnRecordsOfFilms(db, refLists)),
    ]);
    return hints.map((sighted, at) => ({
      sighted,
      match: matches[at] ?? noMatch,
      summary: summaries[at] ?? null,
      own: own?.[at] ?? null,
    }));
  };
}
