import { browser } from 'wxt/browser';
import { onMessage, sendMessage } from './messages.ts';
import type { RatingsOverview } from './ratings-protocol.ts';

/** What a page of the extension can do about IMDb's ratings. Each resolves with the overview after it. */
export const ratingsActions = {
  load: (): Promise<RatingsOverview> => sendMessage('getRatings', undefined),
  start: (): Promise<RatingsOverview> => sendMessage('startRatings', undefined),
  stop: (reason: 'cancelled' | 'declined'): Promise<RatingsOverview> =>
    sendMessage('stopRatings', { reason }),
  switchOff: (): Promise<RatingsOverview> => sendMessage('switchRatingsOff', undefined),
  remove: (): Promise<RatingsOverview> => sendMessage('removeRatings', undefined),
  /**
   * Asks the browser for the origin. Must be called in a click, before anything is awaited. Firefox asks for no consent
   * here, because nothing about films is sent.
   */
  ask: (origins: string[]): Promise<boolean> => browser.permissions.request({ origins }),
  /** Calls back when the overview changed. */
  listen: (onChange: () => void): void => {
    onMessage('ratingsChanged', onChange);
  },
};
export type RatingsActions = typeof ratingsActions;
