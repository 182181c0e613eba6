import type { Film } from '../../films/types.ts';
import { dayMs } from '../../dates/stored-time.ts';
import type { SourcePolicy } from '../../reviews/policy.ts';
import type { FoundFilm, LiveSourceId, ReviewSource, SourceContext } from '../../reviews/sources/types.ts';
import { createCache } from '../cache/cache-database.ts';
import { createTestQueue } from './queue.ts';
import { createUsageQuota } from '../http/usage-quota.ts';
import { createLiveSources, type LiveSources } from '../sources/live-sources.ts';
import { createSourceAnswers } from '../sources/source-answers.ts';

const policy: SourcePolicy = {
  freshForMs: dayMs,
  missFreshForMs: dayMs,
  keepAtMostMs: null,
  licence: null,
  mayExport: true,
  dailyBudget: null,
  minGapMs: 0,
  maxBatch: 1,
  requestsPerFilm: 1,
};

/** The state of the recorded sources that a test changes while they run. */
export interface SourceSwitches {
  on: LiveSourceId[];
  key: string | null;
  /** Milliseconds since 1970. */
  now: number;
  /** Thrown instead of an answer; null for an answer. */
  fault: Error | null;
  /** What both sources answer about each film; null: they do not know it. */
  found: ((film: Film) => FoundFilm) | null;
}

interface Recorded {
  asked: string[];
  contexts: SourceContext[];
  switches: SourceSwitches;
}

/** A source that records its requests and answers what the switches say. */
function recordSource(id: LiveSourceId, { asked, contexts, switches }: Recorded): ReviewSource {
  const describe = (film: Film): string => `${film.title} ${film.year}`;
  return {
    id,
    name: id,
    origins: [`https://${id}.example/*`],
    needsKey: false,
    policy,
    lookUp(films, context) {
      asked.push(`${id}: ${films.map(describe).join(', ')}`);
      contexts.push(context);
      if (switches.fault) return Promise.reject(switches.fault);
      return Promise.resolve(films.map((film) => switches.found?.(film) ?? null));
    },
    checkKey: null,
  };
}

const checkOmdbKey = async ({ fetch, key, signal }: SourceContext): Promise<void> =>
  void (await fetch(`https://omdb.example/check?${key}`, { signal }));

/**
 * Two live sources that know no film at first: `wikidata` takes two films in a request and `omdb` one, with a key.
 * `asked` lists their requests as "wikidata: Her 2013, Heat 1995", and `contexts` what each was made with.
 */
export function startRecordedSources(): {
  live: LiveSources;
  sources: ReviewSource[];
  /** The addresses that requests were sent to. */
  sent: string[];
  asked: string[];
  contexts: SourceContext[];
  switches: SourceSwitches;
  countNews: () => number;
} {
  const sent: string[] = [];
  const asked: string[] = [];
  const contexts: SourceContext[] = [];
  const switches: SourceSwitches = {
    on: ['wikidata', 'omdb'],
    key: 'k',
    now: Date.UTC(2026, 10, 29),
    fault: null,
    found: null,
  };
  const make = (id: LiveSourceId, more: Partial<ReviewSource>): ReviewSource => ({
    ...recordSource(id, { asked, contexts, switches }),
    ...more,
  });
  const now = (): number => switches.now;
  // Files of tests share one IndexedDB, but not the variables of this module.
  const use = createCache(`recorded-sources-${crypto.randomUUID()}`);
  const quota = createUsageQuota({ use, now });
  let news = 0;
  const sources = [
    make('wikidata', { policy: { ...policy, maxBatch: 2 } }),
    make('omdb', { needsKey: true, checkKey: checkOmdbKey }),
  ];
  const live = createLiveSources({
    sources,
    answers: createSourceAnswers({ use, now }),
    quota,
    queue: createTestQueue({
      fetch: (url) => {
        sent.push(url instanceof Request ? url.url : url.toString());
        return Promise.resolve(new Response('{}'));
      },
      now,
      quota,
    }),
    now,
    languages: () => ['en'],
    loadOn: () => Promise.resolve(switches.on),
    loadKey: () => Promise.resolve(switches.key),
    onAnswer: () => void (news += 1),
  });
  return { live, sources, sent, asked, contexts, switches, countNews: () => news };
}
