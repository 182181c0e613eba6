import type { Film } from '../../films/types.ts';
import { dayMs, type SourcePolicy } from '../../reviews/policy.ts';
import type { LiveSourceId, ReviewSource } from '../../reviews/sources/types.ts';
import { createCache } from '../cache/cache-database.ts';
import { createRequestQueue } from '../http/request-queue.ts';
import { createUsageQuota } from '../http/usage-quota.ts';
import { createLiveSources, type LiveSources } from '../sources/live-sources.ts';
import { createSourceAnswers } from '../sources/source-answers.ts';

const policy: SourcePolicy = {
  freshForMs: dayMs,
  missFreshForMs: dayMs,
  keepAtMostMs: null,
  attribution: null,
  licence: null,
  mayExport: true,
  dailyBudget: null,
  minGapMs: 0,
  maxBatch: 1,
};

/** The state of the recorded sources that a test changes while they run. */
export interface SourceSwitches {
  on: LiveSourceId[];
  key: string | null;
  /** Milliseconds since 1970. */
  now: number;
  /** Thrown instead of an answer; null for an answer. */
  fault: Error | null;
}

let caches = 0;

/**
 * Two live sources that know no film: `wikidata` takes two films in a request and `omdb` one, with a key. `asked` lists
 * their requests as "wikidata: Her 2013, Heat 1995".
 */
export function startRecordedSources(): {
  live: LiveSources;
  asked: string[];
  switches: SourceSwitches;
  countNews: () => number;
} {
  const asked: string[] = [];
  const switches: SourceSwitches = {
    on: ['wikidata', 'omdb'],
    key: 'k',
    now: Date.UTC(2026, 10, 29),
    fault: null,
  };
  const describe = (film: Film): string => `${film.title} ${film.year}`;
  const make = (id: LiveSourceId, more: Partial<ReviewSource>): ReviewSource => ({
    id,
    name: id,
    origins: [],
    needsKey: false,
    policy,
    lookUp(films) {
      asked.push(`${id}: ${films.map(describe).join(', ')}`);
      return switches.fault ? Promise.reject(switches.fault) : Promise.resolve(films.map(() => null));
    },
    checkKey: null,
    ...more,
  });
  const now = (): number => switches.now;
  const use = createCache(`recorded-sources-${(caches += 1)}`);
  const quota = createUsageQuota({ use, now });
  let news = 0;
  const live = createLiveSources({
    sources: [make('wikidata', { policy: { ...policy, maxBatch: 2 } }), make('omdb', { needsKey: true })],
    answers: createSourceAnswers({ use, now }),
    quota,
    queue: createRequestQueue({
      fetch: () => Promise.reject(new Error('these sources need no network')),
      now,
      sleep: () => Promise.resolve(),
      random: () => 0.5,
      hasPermission: () => Promise.resolve(true),
      quota,
    }),
    now,
    languages: () => ['en'],
    loadOn: () => Promise.resolve(switches.on),
    loadKey: () => Promise.resolve(switches.key),
    onAnswer: () => void (news += 1),
  });
  return { live, asked, switches, countNews: () => news };
}
