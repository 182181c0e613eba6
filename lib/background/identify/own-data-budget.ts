import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type { ContentSender } from '../messages/senders.ts';

/** The document in a tab that asks. */
type Asker = Pick<ContentSender, 'tabId' | 'page'>;

/** How many films' own data is given at once, and how many more a minute. */
interface Bound {
  atOnce: number;
  aMinute: number;
}
/** For one tab: more than almost any list has. */
const tabBound: Bound = { atOnce: 1000, aMinute: 120 };
/** For all tabs together, so that a site gains nothing by opening many. */
const wholeBound: Bound = { atOnce: 4000, aMinute: 240 };

/** Keys of the session's storage: what is left for all tabs, and what a tab has. */
const allKey = 'ownDataBudget';
const formatTabKey = (tabId: number): string => `ownDataBudget:${tabId}`;

/** What is left of a bound, and when that was so, in ms since 1970. */
const leftFields = { left: v.number(), at: v.number() };
const leftSchema = lazySchema(() => v.object(leftFields));
/** The same for a tab, and the films given to the document that it shows: asking again for one costs nothing. */
const tabSchema = lazySchema(() => v.object({ ...leftFields, page: v.string(), films: v.array(v.string()) }));
type Left = v.InferOutput<typeof leftSchema>;

let last: Promise<unknown> = Promise.resolve();

/** What is left now. A clock that was set back, or a whole day ahead, adds nothing beyond the bound. */
function refill(before: Left | null | undefined, { atOnce, aMinute }: Bound, now: number): number {
  if (!before) return atOnce;
  const minutes = Math.max(0, now - before.at) / 60_000;
  return Math.min(atOnce, Math.max(0, before.left) + minutes * aMinute);
}

function parse<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown): Output | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}

async function takeNext({ tabId, page }: Asker, films: string[]): Promise<boolean[]> {
  const tabKey = formatTabKey(tabId);
  const kept: Record<string, unknown> = await browser.storage.session.get([allKey, tabKey]);
  const [all, tab] = [parse(leftSchema, kept[allKey]), parse(tabSchema, kept[tabKey])];
  const now = Date.now();
  const left = { tab: refill(tab, tabBound, now), all: refill(all, wholeBound, now) };
  const given = new Set(tab?.page === page ? tab.films : []);
  const allowed = films.map((film) => {
    if (given.has(film)) return true;
    if (left.tab < 1 || left.all < 1) return false;
    left.tab -= 1;
    left.all -= 1;
    given.add(film);
    return true;
  });
  await browser.storage.session.set({
    [allKey]: { left: left.all, at: now },
    [tabKey]: { left: left.tab, at: now, page, films: [...given] },
  });
  return allowed;
}

/**
 * Whether the user's own data about each film may be given to a tab, and counts it: at once 1,000 films a tab and 4,000 in
 * all, then 120 and 240 a minute. A film given to the same document before is not counted. Both outlive the worker.
 */
export function takeFromBudget(sender: Asker, films: string[]): Promise<boolean[]> {
  // One after another: two at once would both read what is left before either writes it.
  const taking = last.then(() => takeNext(sender, films));
  last = taking.catch(() => undefined);
  return taking;
}

/** Forgets the films given to a closed tab. What is left for all tabs is not refilled. */
export async function forgetBudget(tabId: number): Promise<void> {
  await browser.storage.session.remove(formatTabKey(tabId));
}
