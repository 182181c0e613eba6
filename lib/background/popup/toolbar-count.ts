import { browser } from 'wxt/browser';
import type { SightedHint } from '../../films/types.ts';
import { sendMessage } from '../../messaging/messages.ts';
import { readItem } from '../../settings/read-item.ts';
import { countsPageFilms } from '../../settings/toolbar-count.ts';
import { reportFault } from '../messages/report-fault.ts';

/** The pause after a page's last request for badges, in ms, before its films are counted: a long page sends many. */
const pauseMs = 400;

interface ToolbarCountParts {
  /** Counts the films among what a page names, as the popup does. */
  count: (hints: SightedHint[], isPrivate: boolean) => Promise<number>;
}

const show = (tabId: number, text: string): Promise<void> => browser.action.setBadgeText({ tabId, text });

/** The tab may be gone. */
const ignoreGone = (): void => undefined;

/** Creates the number of a page's films on the toolbar icon. It is off until the user switches it on. */
export function createToolbarCount({ count }: ToolbarCountParts) {
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();
  const stop = (tabId: number): void => {
    clearTimeout(waiting.get(tabId));
    waiting.delete(tabId);
  };

  async function countTab(tabId: number, isPrivate: boolean): Promise<void> {
    if (!(await readItem(countsPageFilms))) return;
    // A tab that has left the page answers with an error: it has no number.
    const reading = await sendMessage('readTab', undefined, tabId).catch(() => null);
    const films = reading === null ? 0 : await count(reading.films, isPrivate);
    await show(tabId, films === 0 ? '' : String(films)).catch(ignoreGone);
  }

  const later = (tabId: number, isPrivate: boolean): void => {
    stop(tabId);
    const timer = setTimeout(() => {
      waiting.delete(tabId);
      countTab(tabId, isPrivate).catch((error: unknown) => reportFault('toolbar count', error));
    }, pauseMs);
    waiting.set(tabId, timer);
  };

  async function clearAll(): Promise<void> {
    for (const { id } of await browser.tabs.query({}))
      if (id !== undefined) await show(id, '').catch(ignoreGone);
  }

  return {
    /** A page has asked for badges: its films are counted once it pauses. */
    pageAsked: later,
    forget: stop,
    /** Registers what clears a number: a navigation, and the switch. Call it at the top level of the worker. */
    register(): void {
      browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
        if (status !== 'loading' && url === undefined) return;
        stop(tabId);
        void readItem(countsPageFilms).then((on) => (on ? show(tabId, '').catch(ignoreGone) : undefined));
      });
      countsPageFilms.watch((on) => {
        if (on) return;
        for (const tabId of [...waiting.keys()]) stop(tabId);
        clearAll().catch((error: unknown) => reportFault('toolbar count', error));
      });
    },
  };
}
