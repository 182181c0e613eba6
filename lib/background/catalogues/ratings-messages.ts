import { countedFetch } from '../http/counted-fetch.ts';
import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { browser } from 'wxt/browser';
import { sendMessage } from '../../messaging/messages.ts';
import { registerToPages } from '../messages/register.ts';
import { nothingSchema } from '../messages/message-schemas.ts';
import { reportFault } from '../messages/report-fault.ts';
import { ratingsOrigins } from './ratings-download.ts';
import { createRatingsRefresh } from './ratings-refresh.ts';

const ratingsAlarm = 'imdb-ratings';
/** The shortest time between two reports of progress, in milliseconds. Each also keeps Chromium's worker awake. */
const reportEveryMs = 300;

const stopSchema = lazySchema(() => v.object({ reason: v.picklist(['cancelled', 'declined']) }));

async function hasOrigin(): Promise<boolean> {
  return await browser.permissions.contains({ origins: ratingsOrigins }).catch(() => false);
}

async function dropOrigin(): Promise<void> {
  // It stays where the user gave a wider one, such as for every site.
  await browser.permissions.remove({ origins: ratingsOrigins }).catch(() => false);
}

async function setAlarm(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(ratingsAlarm);
  else await browser.alarms.create(ratingsAlarm, { when: at });
}

/** Calls `send` at once, and later calls at most every `reportEveryMs`, the last one always. */
function limitReports(send: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWaiting = false;
  const report = (): void => {
    if (timer !== undefined) {
      isWaiting = true;
      return;
    }
    send();
    timer = setTimeout(() => {
      timer = undefined;
      if (isWaiting) report();
    }, reportEveryMs);
    isWaiting = false;
  };
  return report;
}

/**
 * Registers the messages and the alarm of IMDb's ratings. `notify` makes all pages request their data again. Call it at
 * the top level of the worker.
 */
export function registerToRatings({ notify }: { notify: () => void }): void {
  const refresh = createRatingsRefresh({
    fetch: countedFetch,
    now: Date.now,
    hasPermission: hasOrigin,
    dropPermission: dropOrigin,
    setAlarm,
    // A message without a receiver is not a fault: often no page of the extension is open.
    onChange: limitReports(() => void sendMessage('ratingsChanged', undefined).catch(() => undefined)),
    onTable: notify,
  });
  const tick = (): void => {
    refresh.tick().catch((error: unknown) => reportFault('ratings', error));
  };
  registerToPages('getRatings', nothingSchema, () => refresh.overview());
  registerToPages('startRatings', nothingSchema, () => refresh.start());
  registerToPages('stopRatings', stopSchema, ({ reason }) => refresh.stop(reason));
  registerToPages('switchRatingsOff', nothingSchema, () => refresh.switchOff());
  registerToPages('removeRatings', nothingSchema, () => refresh.remove());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ratingsAlarm) tick();
  });
  browser.permissions.onAdded.addListener(tick);
  // The browser may have ended the background in the middle of a refresh, or forgotten its alarms.
  tick();
}
