import type { Film } from '../../films/types.ts';
import { SourceError } from '../../reviews/sources/errors.ts';
import type {
  FoundFilm,
  LiveSourceId,
  ReviewSource,
  SourceContext,
  SourceErrorCode,
} from '../../reviews/sources/types.ts';
import { createRequestBatches } from './request-batches.ts';
import { reportFault } from '../messages/report-fault.ts';
import type { Requester, RequestQueue } from '../http/request-queue.ts';
import { isAnswerDue, type SourceAnswers } from './source-answers.ts';
import { countOutcome, type UsageQuota } from '../http/usage-quota.ts';

/** How long a film is not requested again after a failure, in milliseconds. */
const faultRestMs = 2 * 60_000;

/** What a request to a source needs. */
export interface AskOptions {
  answers: SourceAnswers;
  quota: UsageQuota;
  queue: RequestQueue;
  now: () => number;
  languages: () => string[];
  loadOn: () => Promise<LiveSourceId[]>;
  loadKey: (source: LiveSourceId) => Promise<string | null>;
}

/** Stores why a request failed; true when there is something new to show. */
async function keepFault(
  error: unknown,
  {
    source,
    films,
    faultBefore,
  }: { source: ReviewSource; films: Film[]; faultBefore: SourceErrorCode | null },
  { answers, now }: AskOptions,
): Promise<boolean> {
  const code = error instanceof SourceError ? error.code : 'failed';
  if (!(error instanceof SourceError)) reportFault(`source ${source.id}`, error);
  const known = error instanceof SourceError ? error.until : null;
  // The user fixes a missing key or permission, and that must take effect at once.
  const isOwn = code === 'no-key' || code === 'invalid-key' || code === 'no-permission';
  const until = isOwn ? now() : Math.max(known ?? 0, now() + faultRestMs);
  await Promise.all(films.map((film) => answers.saveFault(source.id, film, { code, until })));
  return !isOwn || code !== faultBefore;
}

/** How one request is made. */
interface Asking {
  signal: AbortSignal;
  /** Why the last request failed; null if it did not. */
  faultBefore: SourceErrorCode | null;
  /** Whether a kept answer lacks what is needed. */
  lacks: (found: FoundFilm) => boolean;
}

/** Requests batches of films from sources. A film that is being requested is not requested again. */
export function createSourceAsker(options: AskOptions) {
  const { answers, quota, queue, now } = options;
  const batches = createRequestBatches();

  function makeContext(
    source: ReviewSource,
    key: string | null,
    signal: AbortSignal,
    isOn: Requester['isOn'],
  ) {
    const { id, origins, policy } = source;
    const { dailyBudget, minGapMs } = policy;
    const fetch = queue.fetchFor({ id, origins, dailyBudget, minGapMs, isOn });
    return { fetch, signal, now: now(), key, languages: options.languages() } satisfies SourceContext;
  }

  async function lookUp(
    source: ReviewSource,
    films: Film[],
    signal: AbortSignal,
  ): Promise<(FoundFilm | null)[]> {
    const key = source.needsKey ? await options.loadKey(source.id) : null;
    if (source.needsKey && key === null) throw new SourceError('no-key', 'the source wants a key');
    const isOn = async (): Promise<boolean> => (await options.loadOn()).includes(source.id);
    return countOutcome({ quota, id: source.id, now }, () =>
      source.lookUp(films, makeContext(source, key, signal, isOn)),
    );
  }

  /** Requests films, each once, and stores each answer or failure; true when there is something new to show. */
  const ask = (
    source: ReviewSource,
    wanted: Film[],
    { signal, faultBefore, lacks }: Asking,
  ): Promise<boolean> =>
    batches.ask(source.id, wanted, signal, async (asked, own) => {
      // Another request may have been answered meanwhile.
      const kept = await answers.load(asked, [source]);
      const films = asked.filter((_film, at) => isAnswerDue(kept[at]?.[0] ?? null, now(), lacks));
      if (films.length === 0) return false;
      try {
        const found = await lookUp(source, films, own);
        await Promise.all(films.map((film, at) => answers.save(source.id, film, found[at] ?? null)));
        return true;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        return keepFault(error, { source, films, faultBefore }, options);
      }
    });

  return { ask, makeContext };
}
