import type { Film } from '../../films/types.ts';
import type { FoundFilm, LiveSourceId, ReviewSource, SourceErrorCode } from '../../reviews/sources/types.ts';
import type { SourceAnswer } from '../../reviews/answers.ts';
import type { SourceState } from '../../films/review-types.ts';
import { createListBudget } from './list-budget.ts';
import { createSourceAsker, type AskOptions } from './ask-source.ts';
import { isAnswerDue, type KeptAnswer } from './source-answers.ts';

const states = {
  'limit-reached': 'limit-reached',
  'no-key': 'no-key',
  'invalid-key': 'no-key',
  'no-permission': 'no-permission',
  offline: 'offline',
  unreachable: 'failed',
  failed: 'failed',
  malformed: 'failed',
  'too-large': 'failed',
  redirected: 'failed',
  'feed-missing': 'failed',
} as const satisfies Record<SourceErrorCode, SourceState>;

interface LiveOptions extends AskOptions {
  sources: ReviewSource[];
  /** Called when there is something new to show. */
  onAnswer: () => void;
}

/**
 * Why films are requested. `opened`: the user opened the film, so every source is asked. `listed`: they are in a list, so
 * only sources are asked that take many films in one request. `looked-at`: they are in a list and in the window, so the
 * other sources are asked, as long as the share of the day's requests that lists may use lasts.
 */
type RefreshReason = 'opened' | 'listed' | 'looked-at';

interface RefreshOptions {
  reason: RefreshReason;
  signal: AbortSignal;
  only?: LiveSourceId;
  /** Whether an answer lacks what is needed, as one that an earlier version fetched; then it is requested again. */
  lacks?: (found: FoundFilm) => boolean;
  /** Called in place of the usual notification when there is something new to show. */
  onAnswer?: () => void;
}

const isAskedFor = ({ policy }: ReviewSource, reason: RefreshReason): boolean =>
  reason === 'opened' || policy.maxBatch > 1 === (reason === 'listed');

/** The services that the user has switched on. */
export interface LiveSources {
  /** The stored answers for each film, without a request. */
  read: (films: Film[]) => Promise<SourceAnswer[][]>;
  /**
   * Requests missing and stale answers, from the sources that `RefreshReason` says, or from one of them. Resolves when all
   * have answered; never rejects.
   */
  refresh: (films: Film[], options: RefreshOptions) => Promise<void>;
  /** Whether a source is on that is asked for films of a list only when they are looked at. */
  asksInView: () => Promise<boolean>;
  /** Checks a key with the service. Throws `SourceError`. */
  checkKey: (source: ReviewSource, key: string) => Promise<void>;
}

function formatStatus({ id, name }: ReviewSource, kept: KeptAnswer | null): SourceAnswer['status'] {
  const { found = null, fetchedAt = null, fault = null } = kept?.row ?? {};
  const answered =
    found !== null ? (kept?.age === 'stale' ? 'stale' : 'ok') : fetchedAt === null ? 'not-asked' : 'none';
  return {
    source: id,
    sourceName: name,
    state: fault === null ? answered : states[fault.code],
    until: fault?.code === 'limit-reached' ? fault.until : null,
    fetchedAt,
    hasData: found !== null,
  };
}

function chunk<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

/** Reads stored answers of live sources, and sends requests to those that are switched on. */
export function createLiveSources(options: LiveOptions): LiveSources {
  const { sources, answers, now } = options;
  const listOn = async (): Promise<ReviewSource[]> => {
    const on = await options.loadOn();
    return sources.filter(({ id }) => on.includes(id));
  };

  const asker = createSourceAsker(options);
  const listBudget = createListBudget(options);

  return {
    async read(films) {
      const on = await listOn();
      const kept = await answers.load(films, on);
      return films.map((film, at) =>
        sources.flatMap((source): SourceAnswer[] => {
          const index = on.indexOf(source);
          if (index < 0) return [];
          const answer = kept[at]?.[index] ?? null;
          const found = answer?.row.found ?? null;
          const { scores = [], reviews = [] } = found ?? {};
          // What is kept is about the film that was asked for, whatever names the source has for it.
          return [{ status: formatStatus(source, answer), films: found ? [{ film, scores }] : [], reviews }];
        }),
      );
    },
    async refresh(films, { reason, signal, only, lacks = () => false, onAnswer = options.onAnswer }) {
      const on = (await listOn()).filter(
        (source) => isAskedFor(source, reason) && (only === undefined || source.id === only),
      );
      if (on.length === 0 || films.length === 0) return;
      const kept = await answers.load(films, on);
      const asked = on.map(async (source, index) => {
        const due = films.filter((_film, at) => isAnswerDue(kept[at]?.[index] ?? null, now(), lacks));
        const faultBefore = kept[0]?.[index]?.row.fault?.code ?? null;
        const ask = async (wanted: Film[]): Promise<boolean> => {
          const batches = chunk(wanted, source.policy.maxBatch);
          const news = batches.map((batch) => asker.ask(source, batch, { signal, faultBefore, lacks }));
          return (await Promise.all(news)).includes(true);
        };
        return reason === 'looked-at' ? listBudget.spend(source, due, ask) : ask(due);
      });
      if ((await Promise.all(asked)).includes(true)) onAnswer();
    },
    asksInView: async () => (await listOn()).some((source) => isAskedFor(source, 'looked-at')),
    async checkKey(source, key) {
      // The user pressed the button next to the key, which counts as permission.
      const isOn = (): Promise<boolean> => Promise.resolve(true);
      await source.checkKey?.(asker.makeContext(source, key, new AbortController().signal, isOn));
    },
  };
}
