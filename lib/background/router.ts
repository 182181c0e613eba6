import { browser } from 'wxt/browser';
import type { BatchAnswer, BatchRequest } from '../messaging/types.ts';
import { hasBadgesOn, loadSettings, watchSettings } from '../settings/settings.ts';
import {
  changeEntry,
  correctMatch,
  deleteEntry,
  logViewing,
  rateFilm,
  setWatchlist,
  undoWrite,
  type Command,
} from '../watchlog/commands.ts';
import type { Log } from '../watchlog/log.ts';
import type { LogHealth, WriteReceipt } from '../watchlog/types.ts';
import { createAnswerCache } from './answer-cache.ts';
import { formatBadgeState } from './badge-states.ts';
import { broadcastLogChanged } from './broadcast.ts';
import { describeFilm } from './describe-film.ts';
import { listenToGrantedSites } from './granted-sites.ts';
import { createIdentify } from './identify.ts';
import { listenToImports } from './import-messages.ts';
import { listenToDaily } from './daily.ts';
import { listenEverywhere } from './everywhere.ts';
import { listenToContent, listenToPages } from './listen.ts';
import { getLog, readLog } from './log-access.ts';
import { listenToLog } from './log-messages.ts';
import * as schemas from './message-schemas.ts';
import { forgetTab, openPopup, savePopupHint, takePopupHint } from './popup-hints.ts';
import { reportFault } from './report-fault.ts';
import type { ContentSender } from './senders.ts';
import { refreshFilms } from './refresh-films.ts';
import { createShelfLookUp } from './shelf-look-up.ts';
import { listenToShelves } from './shelf-messages.ts';
import { atHand, listenToSources, live, useCache } from './sources.ts';
import { loadShelves } from './starter-shelf.ts';
import { createTabSignals } from './tab-signals.ts';
import { listenToInstall } from './welcome.ts';

const lookUp = createShelfLookUp({ loadShelves, cache: createAnswerCache({ now: Date.now, use: useCache }) });
const identify = createIdentify({ lookUp, readLog, atHand });
const tabs = createTabSignals();

async function identifyBatch({ hints }: BatchRequest, { host, tabId }: ContentSender): Promise<BatchAnswer> {
  const settings = await loadSettings();
  if (!hasBadgesOn(settings, host)) return { states: [], badgesOn: false };
  const identified = await identify(hints);
  refreshFilms(live, identified, tabs.of(tabId)).catch((error: unknown) =>
    reportFault('live sources', error),
  );
  return { states: identified.map((film) => formatBadgeState(film, settings)), badgesOn: true };
}

function tellOthers(): void {
  broadcastLogChanged().catch((error: unknown) => reportFault('broadcast', error));
}

/** Runs a command and tells everybody; what it answers is durable. */
async function write(command: Command): Promise<WriteReceipt> {
  const receipt = await (await getLog()).write(command);
  tellOthers();
  return receipt;
}

async function mend(task: (log: Log) => Promise<LogHealth>): Promise<LogHealth> {
  const health = await task(await getLog());
  tellOthers();
  return health;
}

/**
 * Registers every listener of the background. Called once, at the top level of the worker, for the browser only wakes
 * it for listeners that were there when the script had run (developer.chrome.com, "Register listeners").
 */
export function listenToEverything(): void {
  listenToContent('identifyBatch', schemas.batchSchema, identifyBatch);
  listenToContent('openPopupFor', schemas.sightedHintSchema, async (hint, sender) => {
    await savePopupHint(sender.tabId, hint);
    await openPopup(sender);
  });

  listenToContent('loadScript', schemas.scriptSchema, async ({ name }, { tabId }) => {
    const target = { tabId, frameIds: [0] };
    // WXT types the paths from its last build, which may not know them all yet.
    await browser.scripting.executeScript({ target, files: [`/${name}.js` as '/text-reader.js'] });
  });

  listenToPages('describeFilm', schemas.describeSchema, (request) =>
    describeFilm(request, { identify, readLog, live }),
  );
  listenToPages('takePopupHint', schemas.tabSchema, ({ tabId }) => takePopupHint(tabId));

  listenToPages('rateFilm', schemas.rateSchema, (request) => write(rateFilm(request)));
  listenToPages('logViewing', schemas.logViewingSchema, (request) => write(logViewing(request)));
  listenToPages('changeEntry', schemas.changeEntrySchema, (request) => write(changeEntry(request)));
  listenToPages('deleteEntry', schemas.idSchema, (request) => write(deleteEntry(request)));
  listenToPages('setWatchlist', schemas.watchlistSchema, (request) => write(setWatchlist(request)));
  listenToPages('correctMatch', schemas.correctSchema, (request) => write(correctMatch(request)));
  listenToPages('undoWrite', schemas.undoSchema, (token) => write(undoWrite(token)));

  listenToPages('getLogHealth', schemas.nothingSchema, async () => (await getLog()).checkHealth());
  listenToPages('listBackups', schemas.nothingSchema, async () => (await getLog()).listBackups());
  listenToPages('restoreBackup', schemas.idSchema, ({ id }) => mend((log) => log.restoreBackup(id)));
  listenToPages('acceptLoss', schemas.nothingSchema, () => mend((log) => log.acceptLoss()));

  listenToImports({ identify, tell: tellOthers });
  listenToSources({ identify, write, tell: tellOthers });
  listenToShelves({ tell: tellOthers });
  listenToLog({ write, tell: tellOthers, lookUp });
  listenToDaily(write);
  listenEverywhere({ readLog, lookUp });

  browser.tabs.onRemoved.addListener((tabId) => {
    tabs.close(tabId);
    forgetTab(tabId).catch((error: unknown) => reportFault('closed tab', error));
  });
  watchSettings(tellOthers);
  listenToGrantedSites();
  listenToInstall();
}
