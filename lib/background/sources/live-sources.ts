import type { Film } from '../../films/types.ts';
import type { ReviewSource, SourceErrorCode } from '../../reviews/sources/types.ts';
import type { SourceAnswer } from '../../reviews/answers.ts';
import type { SourceState } from '../../films/review-types.ts';
import { createSourceAsker, type AskOptions } from './ask-source.ts';
import { isDue, type KeptAnswer } from './source-answers.ts';

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

interface LiveOptions extends AskOptions {
  sources: ReviewSource[];
  /** Called when there is something new to show. */
  onAnswer: () => void;
}

/** The services that the user has switched on. */
export interface LiveSources {
  /** The stored answers for each film, without a request. */
  read: (films: Film[]) => Promise<SourceAnswer[][]>;
  /**
   * Requests missing and stale answers. `opened`: a film that the user opened, requested from every source; else films
   * of a list, requested only where one request takes several. Resolves when all have answered; never rejects.
   */
  refresh: (films: Film[], options: { opened: boolean; signal: AbortSignal }) => Promise<void>;
  /** Checks a key with the service. Throws `SourceError`. */
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
    async refresh(films, { opened, signal }) {
      const on = (await listOn()).filter(({ policy }) => opened || policy.maxBatch > 1);
      if (on.length === 0 || films.length === 0) return;
      const kept = await answers.load(films, on);
      const asked = on.flatMap((source, index) => {
        const due = films.filter((_film, at) => isDue(kept[at]?.[index] ?? null, now()));
        const faultBefore = kept[0]?.[index]?.row.fault?.code ?? null;
        return chunk(due, source.policy.maxBatch).map((batch) =>
          asker.ask(source, batch, signal, faultBefore),
        );
      });
      if ((await Promise.all(asked)).includes(true)) options.onAnswer();
    },
    async checkKey(source, key) {
      // The user pressed the button next to the key, which counts as permission.
      const isOn = (): Promise<boolean> => Promise.resolve(true);
      await source.checkKey?.(asker.makeContext(source, key, new AbortController().signal, isOn));
    },
  };
}
