import { makeCatalogueAnswer, type SourceAnswer } from '../../reviews/answers.ts';
import { createCache, type AnswerRow, type UseCache } from '../cache/cache-database.ts';
import { dropOldest } from '../cache/drop-oldest.ts';

/** The maximum number of cached answers, about 1 kB each. Beyond it the oldest tenth is deleted. */
export const maxAnswers = 5000;

/** Cached answers of catalogues. They contain nothing of the user's own. */
export interface LookupCache {
  /** The kept answers by key; what is missing, or from other catalogues, is left out. */
  load: (keys: string[], catalogues: string) => Promise<Map<string, SourceAnswer[]>>;
  save: (answers: Map<string, SourceAnswer[]>, catalogues: string) => Promise<void>;
}

const toFinding = ({ status, films }: SourceAnswer): AnswerRow['findings'][number] => ({
  catalogue: status.source,
  name: status.sourceName,
  films,
});

const toAnswer = ({ catalogue, name, films }: AnswerRow['findings'][number]): SourceAnswer =>
  makeCatalogueAnswer({ id: catalogue, name }, films);

/** The answers in the cache. Calls reject when the cache cannot be used. */
export function createLookupCache(options: {
  now: () => number;
  name?: string;
  use?: UseCache;
}): LookupCache {
  const { now, use = createCache(options.name) } = options;

  return {
    load: (keys, catalogues) =>
      use(async (db) => {
        const { store } = db.transaction('answers');
        const rows = await Promise.all(keys.map((key) => store.get(key)));
        const valid = rows.filter((row) => row !== undefined && row.catalogues === catalogues);
        return new Map(valid.flatMap((row) => (row ? [[row.key, row.findings.map(toAnswer)]] : [])));
      }),
    save: (answers, catalogues) =>
      use(async (db) => {
        const tx = db.transaction('answers', 'readwrite', { durability: 'relaxed' });
        const savedAt = now();
        const puts = [...answers].map(([key, list]) =>
          tx.store.put({ key, findings: list.map(toFinding), catalogues, savedAt }),
        );
        await Promise.all([...puts, tx.done]);
        await dropOldest(db, { store: 'answers', byAge: 'bySavedAt', most: maxAnswers }, savedAt);
      }),
  };
}
