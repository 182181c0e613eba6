import type { Film } from '../films/types.ts';
import { SourceError } from '../reviews/sources/errors.ts';
import type {
  FoundFilm,
  LiveSourceId,
  ReviewSource,
  SourceContext,
  SourceErrorCode,
} from '../reviews/sources/types.ts';
import type { SourceAnswer } from '../reviews/summary.ts';
import type { SourceState } from '../reviews/types.ts';
import { reportFault } from './report-fault.ts';
import type { Requester, RequestQueue } from './request-queue.ts';
import { createSharedTasks } from './shared-tasks.ts';
import { chooseKey, type KeptAnswer, type SourceAnswers } from './source-answers.ts';
import { countOutcome, type SourceMeters } from './source-meters.ts';

/** A film whose question failed is not asked for again within this. */
const faultRestMs = 2 * 60_000;

const states = {
  'limit-reached': 'limit-reached',
  'no-key': 'no-key',
  'invalid-key': 'no-key',
  'no-permission': 'no-permission',
  offline: 'offline',
  failed: 'failed',
  malformed: 'failed',
  'too-large': 'failed',
  redirected: 'failed',
} as const satisfies Record<SourceErrorCode, SourceState>;

interface LiveOptions {
  sources: ReviewSource[];
  answers: SourceAnswers;
  meters: SourceMeters;
  queue: RequestQueue;
  now: () => number;
  languages: () => string[];
  loadOn: () => Promise<LiveSourceId[]>;
  loadKey: (source: LiveSourceId) => Promise<string | null>;
  /** Called when an answer came that was not there before. */
  onAnswer: () => void;
}

/** The services that the user has switched on. */
export interface LiveSources {
  /** What is kept of each film, at once and without asking anybody. */
  read: (films: Film[]) => Promise<SourceAnswer[][]>;
  /**
   * Asks for what is missing or stale. `opened`: a film that somebody looks at, asked for at every source; else films of
   * a list, asked for only where many fit into one question. Ends when all have answered; never rejects.
   */
  refresh: (films: Film[], options: { opened: boolean; signal: AbortSignal }) => Promise<void>;
  /** Asks a service whether it takes a key; throws `SourceError`. */
  checkKey: (source: ReviewSource, key: string) => Promise<void>;
}

function formatStatus({ id, name, policy }: ReviewSource, kept: KeptAnswer | null): SourceAnswer['status'] {
  const { found = null, fetchedAt = null, fault = null } = kept?.row ?? {};
  const answered =
    found !== null ? (kept?.age === 'stale' ? 'stale' : 'ok') : fetchedAt === null ? 'not-asked' : 'none';
  return {
    source: id,
    sourceName: name,
    state: fault === null ? answered : states[fault.code],
    until: fault?.code === 'limit-reached' ? fault.until : null,
    fetchedAt,
    attribution: found === null ? null : policy.attribution,
  };
}

function isDue(kept: KeptAnswer | null, now: number): boolean {
  if (kept?.row.fault && kept.row.fault.until > now) return false;
  return kept?.age !== 'fresh';
}

function chunk<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

/** Reads what is kept of live sources, and asks those that are on. */
export function createLiveSources(options: LiveOptions): LiveSources {
  const { sources, answers, meters, queue, now } = options;
  const shared = createSharedTasks<(FoundFilm | null)[]>();
  const listOn = async (): Promise<ReviewSource[]> => {
    const on = await options.loadOn();
    return sources.filter(({ id }) => on.includes(id));
  };

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
    return countOutcome({ meters, id: source.id, now }, () =>
      source.lookUp(films, makeContext(source, key, signal, isOn)),
    );
  }

  /** Asks for a batch and keeps each answer; whether anything new came. */
  async function ask(source: ReviewSource, films: Film[], signal: AbortSignal): Promise<boolean> {
    const name = `${source.id} ${films.map(chooseKey).join(' ')}`;
    try {
      const found = await shared.run(name, signal, (own) => lookUp(source, films, own));
      await Promise.all(films.map((film, at) => answers.save(source.id, film, found[at] ?? null)));
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      const code = error instanceof SourceError ? error.code : 'failed';
      if (!(error instanceof SourceError)) reportFault(`source ${source.id}`, error);
      const known = error instanceof SourceError ? error.until : null;
      // A missing key or permission is mended by the user, and then counts at once.
      const isOwn = code === 'no-key' || code === 'no-permission';
      const until = isOwn ? now() : Math.max(known ?? 0, now() + faultRestMs);
      await Promise.all(films.map((film) => answers.saveFault(source.id, film, { code, until })));
      return !isOwn;
    }
  }

  return {
    async read(films) {
      const on = await listOn();
      const kept = await answers.load(films, on);
      return films.map((_film, at) =>
        sources.flatMap((source): SourceAnswer[] => {
          const index = on.indexOf(source);
          if (index < 0) return [];
          const answer = kept[at]?.[index] ?? null;
          const { scores = [], reviews = [] } = answer?.row.found ?? {};
          return [{ status: formatStatus(source, answer), scores, reviews }];
        }),
      );
    },
    async refresh(films, { opened, signal }) {
      const on = (await listOn()).filter(({ policy }) => opened || policy.maxBatch > 1);
      if (on.length === 0 || films.length === 0) return;
      const kept = await answers.load(films, on);
      const asked = on.flatMap((source, index) => {
        const due = films.filter((_film, at) => isDue(kept[at]?.[index] ?? null, now()));
        return chunk(due, source.policy.maxBatch).map((batch) => ask(source, batch, signal));
      });
      if ((await Promise.all(asked)).includes(true)) options.onAnswer();
    },
    async checkKey(source, key) {
      // The user has pressed a button beside the key: that is the switch.
      const isOn = (): Promise<boolean> => Promise.resolve(true);
      await source.checkKey?.(makeContext(source, key, new AbortController().signal, isOn));
    },
  };
}
