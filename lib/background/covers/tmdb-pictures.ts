import { findId } from '../../films/find-id.ts';
import { makeFilm } from '../../films/make-film.ts';
import type { Film } from '../../films/types.ts';
import type { CoverFilm, FoundCover } from '../../messaging/cover-protocol.ts';
import { maxCoverLength } from '../../messaging/cover-protocol.ts';
import { requireOk } from '../../reviews/sources/answers.ts';
import { SourceError } from '../../reviews/sources/errors.ts';
import {
  findPictureType,
  formatPictureAddress,
  pictureOrigins,
  picturePolicy,
} from '../../reviews/sources/tmdb-pictures.ts';
import { tmdb } from '../../reviews/sources/tmdb.ts';
import { toBase64 } from '../../text/bytes.ts';
import type { RequestQueue } from '../http/request-queue.ts';
import { countOutcome, type UsageQuota } from '../http/usage-quota.ts';
import { reportFault } from '../messages/report-fault.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import type { FoundFilm } from '../../reviews/sources/types.ts';
import type { SourceAnswers } from '../sources/source-answers.ts';
import type { Covers } from './covers.ts';

interface Options {
  covers: Pick<Covers, 'find' | 'keepFetched'>;
  answers: Pick<SourceAnswers, 'load'>;
  live: Pick<LiveSources, 'refresh'>;
  queue: RequestQueue;
  quota: UsageQuota;
  now: () => number;
  /** Whether the user has switched TMDB's pictures on, and TMDB. */
  isOn: () => Promise<boolean>;
  /** Called once TMDB has answered about films of one call, which other pages may show too. */
  onAnswer: () => void;
}

/** Three letters of base 64 are more than two bytes, and the address has a beginning. */
const maxBytes = Math.floor((maxCoverLength - 100) * 0.75);

/** A film with the id that TMDB answered with before, if it has none itself. */
function addFoundId(film: Film, found: FoundFilm | null): Film {
  const id = found && findId(found.film, 'tmdb');
  return findId(film, 'tmdb') === null && id !== null
    ? { ...film, refs: [...film.refs, `tmdb:${id}`] }
    : film;
}

/** The paths of films' posters, after TMDB was asked about the films whose id is known. */
function createPathFinding({ answers, live, onAnswer }: Pick<Options, 'answers' | 'live' | 'onAnswer'>) {
  const loadFound = async (films: Film[]): Promise<(FoundFilm | null)[]> =>
    (await answers.load(films, [tmdb])).map(([answer]) => answer?.row.found ?? null);

  /** The path of each film's poster: null where TMDB has none; undefined where it has not answered. */
  return async (films: Film[]): Promise<(string | null | undefined)[]> => {
    const before = await loadFound(films);
    const known = films.map((film, at) => addFoundId(film, before[at] ?? null));
    const unknown = known.filter(
      (film, at) => before[at]?.poster === undefined && findId(film, 'tmdb') !== null,
    );
    if (unknown.length === 0) return before.map((found) => found?.poster);
    const { signal } = new AbortController();
    // Versions without covers kept answers without the path.
    const lacks = ({ poster }: FoundFilm): boolean => poster === undefined;
    await live.refresh(unknown, { reason: 'looked-at', signal, only: tmdb.id, lacks, onAnswer });
    return (await loadFound(known)).map((found) => found?.poster);
  };
}

/**
 * Gets the pictures of films from TMDB that have no cover: of those whose TMDB id is known, and those that TMDB has answered
 * about.
 */
export function createTmdbPictures({ covers, queue, quota, now, isOn, ...sources }: Options) {
  const findPaths = createPathFinding(sources);
  const { id, dailyBudget, minGapMs } = picturePolicy;
  const fetchBytes = queue.fetchBytesFor(
    { id, origins: pictureOrigins, dailyBudget, minGapMs, isOn },
    maxBytes,
  );

  async function isPaused(): Promise<boolean> {
    const { restUntil, used } = await quota.load(id);
    return restUntil > now() || used >= dailyBudget;
  }

  /** The picture as the address of its data; null where the server has none of that path. */
  async function loadPicture(path: string): Promise<string | null> {
    const { signal } = new AbortController();
    const { status, body, header } = await fetchBytes(formatPictureAddress(path), { signal });
    if (status === 404) return null;
    requireOk({ status, text: '', header });
    const type = findPictureType(body);
    if (type === null) throw new SourceError('malformed', 'the answer is no picture');
    return `data:${type};base64,${toBase64(body)}`;
  }

  /** Fetches and keeps a film's picture. After a fault the drawn cover stays, and the service rests. */
  async function fetchCover(film: Film, path: string | null): Promise<FoundCover | null> {
    try {
      const load = () => loadPicture(path ?? '');
      const picture = path === null ? null : await countOutcome({ quota, id, now }, load);
      await covers.keepFetched(film, picture);
      return picture === null ? null : { picture, isFromTmdb: true };
    } catch (error) {
      if (!(error instanceof SourceError)) return reportFault('picture', error);
      // What is no picture today is none tomorrow; the next one may be.
      if (error.code === 'malformed' || error.code === 'too-large') await covers.keepFetched(film, null);
      return null;
    }
  }

  return {
    /** The covers of films, after those that are missing were fetched; null: none is fetched now. Rejects when the cache fails. */
    async fetch(films: CoverFilm[]): Promise<(FoundCover | null)[] | null> {
      if (!(await isOn()) || (await isPaused())) return null;
      const states = await covers.find(films);
      const due = films.filter((_film, at) => states[at]?.isDue).map((film) => makeFilm(film));
      const paths = await findPaths(due);
      const fetched = await Promise.all(
        due.map(async (film, at) => {
          const path = paths[at];
          return path === undefined ? null : fetchCover(film, path);
        }),
      );
      const news = fetched.values();
      return states.map(({ cover, isDue }) => (isDue ? (news.next().value ?? cover) : cover));
    },
  };
}
