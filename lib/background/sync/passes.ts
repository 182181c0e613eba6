import type { SyncAnswer } from '../../messaging/sync-protocol.ts';
import { createExchange, type ExchangeTools } from '../../sync/create-exchange.ts';
import type { Exchange } from '../../sync/exchange.ts';
import { describeFailure, explainError } from '../../sync/failure.ts';
import { RemoteError } from '../../sync/remotes/errors.ts';
import { runPass, type PassOptions } from '../../sync/run.ts';
import type { SyncStore } from '../../sync/sync-store.ts';
import type { RemoteLocation, SyncSetUp } from '../../sync/sync-types.ts';
import type { Log } from '../../watchlog/log.ts';

/** What passes work with. */
export interface PassTools extends Pick<ExchangeTools, 'fetch' | 'now' | 'isOnline'> {
  store: SyncStore;
  /** The log whose writes are not noted as the user's. */
  getLog: () => Promise<Pick<Log, 'read' | 'write' | 'health' | 'backUp'>>;
  /** Resolves when every write of the user so far is noted. */
  waitForNotes: () => Promise<void>;
  /** Runs a task unless one runs already, in this or another process of the browser; null if one does. */
  runAlone: <T>(task: () => Promise<T>) => Promise<T | null>;
  makeDevice: () => string;
  /** Whether the browser lets us reach an address, and send the log there. */
  mayReach: (url: string) => Promise<boolean>;
  /** Called when what the state says has changed. */
  onChange: () => void;
  /** Called when rows from other devices were written. */
  onReceived: () => void;
}

/** Passes, one at a time. */
export interface Passes {
  exchangeWith: (location: RemoteLocation, signal?: AbortSignal) => Exchange;
  /** One pass with what is set up. Call it alone. Throws what the pass throws; the state keeps why. */
  pass: (setUp: SyncSetUp, deletions: PassOptions['deletions']) => Promise<void>;
  /**
   * Runs a pass unless one runs. `rests`: not while sync rests after a failure. `isAsked`: the user wants it, also while sync is
   * paused; otherwise so is what does not rest.
   */
  run: (request: {
    deletions: PassOptions['deletions'];
    rests: boolean;
    isAsked?: boolean;
  }) => Promise<SyncAnswer>;
  /** Runs a pass for which nobody waits. */
  runSoon: () => void;
  /** Ends the pass that is on its way, and does something while none can begin. */
  interrupt: <T>(task: () => Promise<T>) => Promise<T>;
  cancel: () => void;
  /** The rows that the pass on its way has received so far; null if there is none. */
  busy: () => { received: number } | null;
}

const done: SyncAnswer = { ok: true };
const retryMs = 50;

/** Does something, and says what became of it. */
export async function answerWith(task: () => Promise<void>): Promise<SyncAnswer> {
  try {
    await task();
    return done;
  } catch (error) {
    return { ok: false, ...explainError(error) };
  }
}

/** Deletes what a former passphrase has left, now that everything is under the present one. */
async function removeFormer(store: SyncStore, exchange: Exchange, { former }: SyncSetUp): Promise<void> {
  if (former.length === 0) return;
  for (const generation of former) await exchange.removeFormer(generation);
  const setUp = await store.loadSetUp();
  if (setUp !== null)
    await store.saveSetUp({ ...setUp, former: setUp.former.filter((one) => !former.includes(one)) });
}

/** Requests that throw once the user has taken back the permission for a server. A folder asks for its own at each call. */
const createPermittedFetch =
  ({ mayReach, fetch }: PassTools, location: RemoteLocation): PassTools['fetch'] =>
  async (...request) => {
    if (location.kind !== 'folder' && !(await mayReach(location.url)))
      throw new RemoteError('no-permission', 'The browser does not let us reach the server.');
    return fetch(...request);
  };

/** Creates what runs passes. */
export function createPasses(tools: PassTools): Passes {
  const { store, getLog, waitForNotes, runAlone, onChange, onReceived, now } = tools;
  let running: { controller: AbortController; received: number } | null = null;
  const exchangeWith: Passes['exchangeWith'] = (location, signal = new AbortController().signal) =>
    createExchange(location, { ...tools, fetch: createPermittedFetch(tools, location), signal });

  const pass: Passes['pass'] = async (setUp, deletions) => {
    const controller = new AbortController();
    const { signal } = controller;
    running = { controller, received: 0 };
    onChange();
    try {
      const exchange = exchangeWith(setUp.location, signal);
      const onProgress = (received: number): void => {
        running = { controller, received };
        onChange();
      };
      const log = await getLog();
      const noted = waitForNotes;
      await runPass({ exchange, store, log, setUp, signal, now, deletions, noted, onProgress, onReceived });
      await removeFormer(store, exchange, setUp);
    } catch (error) {
      // The next pass continues what the user cancels.
      if (!signal.aborted)
        await store.changeProgress(({ failure }) => ({ failure: describeFailure(error, failure, now()) }));
      throw error;
    } finally {
      running = null;
      onChange();
    }
  };

  const run: Passes['run'] = ({ deletions, rests, isAsked = !rests }) =>
    answerWith(async () => {
      const setUp = await store.loadSetUp();
      if (setUp === null) return;
      const rest = (await store.peekProgress())?.failure?.restUntil ?? 0;
      if ((setUp.isPaused && !isAsked) || (rests && now() < rest)) return;
      await runAlone(() => pass(setUp, deletions));
    });

  return {
    exchangeWith,
    pass,
    run,
    runSoon: () => void run({ deletions: 'ask', rests: false, isAsked: false }),
    interrupt: async (task) => {
      for (;;) {
        running?.controller.abort();
        const result = await runAlone(async () => ({ value: await task() }));
        if (result !== null) return result.value;
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    },
    cancel: () => running?.controller.abort(),
    busy: () => running && { received: running.received },
  };
}
