import type { Film } from '../../films/types.ts';
import type { LiveSourceId } from '../../reviews/sources/types.ts';
import { createInFlight } from '../http/in-flight.ts';
import { chooseKey } from '../../films/find-id.ts';

/** The films in one request, by source and key. */
type Batch = Map<string, Film>;

/** Requests films; true when there is something new to show. */
type Question = (films: Film[], signal: AbortSignal) => Promise<boolean>;

/** Puts films into requests so that none is in two at the same time. */
export function createRequestBatches() {
  const shared = createInFlight<boolean>();
  /** The request of each film, by source and key. */
  const underWay = new Map<string, Batch>();

  /** The pending requests that have some of the films, and a new one for the others. */
  function plan(source: LiveSourceId, films: Film[]): Batch[] {
    const joined = new Set<Batch>();
    const fresh: Batch = new Map();
    for (const film of films) {
      const key = `${source} ${chooseKey(film)}`;
      const batch = underWay.get(key);
      if (batch) joined.add(batch);
      else fresh.set(key, film);
    }
    for (const key of fresh.keys()) underWay.set(key, fresh);
    return fresh.size === 0 ? [...joined] : [...joined, fresh];
  }

  function forget(batch: Batch): void {
    for (const key of batch.keys()) if (underWay.get(key) === batch) underWay.delete(key);
  }

  async function run(batch: Batch, signal: AbortSignal, question: Question): Promise<boolean> {
    try {
      return await shared.run([...batch.keys()].join(' '), signal, (own) => {
        // No caller waits any more: later callers must send a new request.
        own.addEventListener('abort', () => forget(batch), { once: true });
        return question([...batch.values()], own).finally(() => forget(batch));
      });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      throw error;
    }
  }

  return {
    /**
     * Requests the films that no pending request has, and waits for all of them; true when there is something new to
     * show.
     */
    async ask(
      source: LiveSourceId,
      films: Film[],
      signal: AbortSignal,
      question: Question,
    ): Promise<boolean> {
      if (signal.aborted) return false;
      const news = await Promise.all(plan(source, films).map((batch) => run(batch, signal, question)));
      return news.includes(true);
    },
  };
}
