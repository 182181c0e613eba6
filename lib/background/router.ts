import { browser } from 'wxt/browser';
import { listScriptFiles } from '../messaging/page-scripts.ts';
import type { BatchAnswer, BatchRequest } from '../messaging/types.ts';
import { hasBadgesOn, loadSettings, watchSettings } from '../settings/settings.ts';
import {
  changeEntry,
  correctMatch,
  deleteEntry,
  logEntry,
  purgeTrash,
  rateFilm,
  setWatchlist,
  undoWrite,
  type Command,
} from '../watchlog/commands/commands.ts';
import type { TrashKey } from '../watchlog/commands/edit-types.ts';
import type { Log } from '../watchlog/log.ts';
import type { CommitReceipt, LogHealth, WriteReceipt } from '../watchlog/types.ts';
import { createLookupCache } from './identify/lookup-cache.ts';
import { makeBadgeView } from './identify/badge-views.ts';
import { broadcastLogChanged } from './messages/broadcast.ts';
import { describeFilm } from './identify/describe-film.ts';
import { registerToGrantedSites } from './popup/granted-sites.ts';
import { createIdentify } from './identify/identify.ts';
import { createLocalReviews } from './identify/local-reviews.ts';
import { registerToImports } from './log/import-messages.ts';
import { registerScheduledTasks } from './log/scheduled-tasks.ts';
import { registerBrowserCommands } from './popup/browser-commands.ts';
import { registerToContent, registerToPages } from './messages/register.ts';
import { getLog, readLog } from './messages/log-access.ts';
import { registerToLog } from './log/log-messages.ts';
import { createUndoStore } from './log/undo-store.ts';
import * as schemas from './messages/message-schemas.ts';
import {
  forgetTab,
  openPopup,
  savePendingPopupFilm,
  takePendingPopupFilm,
} from './popup/pending-popup-film.ts';
import { reportFault } from './messages/report-fault.ts';
import type { ContentSender } from './messages/senders.ts';
import { refreshFilms } from './identify/refresh-films.ts';
import { createCatalogueLookUp } from './identify/catalogue-lookup.ts';
import { registerToCatalogues } from './catalogues/catalogue-messages.ts';
import { answers, live, posts, registerToSources, useCache } from './sources/sources.ts';
import { loadCatalogues } from './catalogues/built-in.ts';
import { createTabSignals } from './messages/tab-signals.ts';
import { registerToInstall } from './popup/welcome.ts';

const lookUp = createCatalogueLookUp({
  loadCatalogues,
  cache: createLookupCache({ now: Date.now, use: useCache }),
});
const localReviews = createLocalReviews({ readLog, posts, live, answers });
const identify = createIdentify({ lookUp, readLog, localReviews });
const undos = createUndoStore({ use: useCache, now: Date.now });
const tabs = createTabSignals();

async function identifyBatch({ hints }: BatchRequest, { host, tabId }: ContentSender): Promise<BatchAnswer> {
  const settings = await loadSettings();
  if (!hasBadgesOn(settings, host)) return { views: [], badgesOn: false };
  const identified = await identify(hints.filter((hint) => hint !== null));
  refreshFilms(live, identified, tabs.of(tabId)).catch((error: unknown) =>
    reportFault('live sources', error),
  );
  const views = new Map(identified.map((one) => [one.sighted, makeBadgeView(one, settings)]));
  return { views: hints.map((hint) => (hint && views.get(hint)) ?? null), badgesOn: true };
}

function notifyPages(): void {
  broadcastLogChanged().catch((error: unknown) => reportFault('broadcast', error));
}

/** Runs a command durably and notifies all pages. */
async function commit(command: Command): Promise<CommitReceipt> {
  const receipt = await (await getLog()).write(command);
  notifyPages();
  return receipt;
}

/** Runs a command for a page, which can undo it. */
async function write(command: Command): Promise<WriteReceipt> {
  const { filmId, sequence, changes } = await commit(command);
  return { filmId, sequence, undo: await undos.keep(changes) };
}

/** Permanently empties rows of the trash; this cannot be undone. Returns how many. */
async function purge(rows: TrashKey[]): Promise<number> {
  let purged = 0;
  await commit(purgeTrash({ rows }, (count) => (purged = count)));
  await undos.forget(rows.map(({ id }) => id));
  return purged;
}

async function repair(task: (log: Log) => Promise<LogHealth>): Promise<LogHealth> {
  const health = await task(await getLog());
  notifyPages();
  return health;
}

/**
 * Registers every listener of the background. Call it once, at the top level of the worker: the browser only wakes it
 * for listeners that are registered when the script has run (developer.chrome.com, "Register listeners").
 */
export function registerToEverything(): void {
  registerToContent('identifyBatch', schemas.batchSchema, identifyBatch);
  registerToContent('openPopupFor', schemas.sightedHintSchema, async (hint, sender) => {
    await savePendingPopupFilm(sender.tabId, hint);
    await openPopup(sender);
  });

  registerToContent('loadScript', schemas.scriptSchema, async ({ name }, { tabId }) => {
    const target = { tabId, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: listScriptFiles(name) });
  });

  registerToPages('describeFilm', schemas.describeSchema, (request) =>
    describeFilm(request, { identify, readLog, live }),
  );
  registerToPages('takePendingPopupFilm', schemas.tabSchema, ({ tabId }) => takePendingPopupFilm(tabId));

  registerToPages('rateFilm', schemas.rateSchema, (request) => write(rateFilm(request)));
  registerToPages('logEntry', schemas.logEntrySchema, (request) => write(logEntry(request)));
  registerToPages('changeEntry', schemas.changeEntrySchema, (request) => write(changeEntry(request)));
  registerToPages('deleteEntry', schemas.idSchema, (request) => write(deleteEntry(request)));
  registerToPages('setWatchlist', schemas.watchlistSchema, (request) => write(setWatchlist(request)));
  registerToPages('correctMatch', schemas.correctSchema, (request) => write(correctMatch(request)));
  registerToPages('undoWrite', schemas.undoSchema, (token) =>
    undos.use(token, (changes) => write(undoWrite(changes))),
  );

  registerToPages('getLogHealth', schemas.nothingSchema, async () => (await getLog()).checkHealth());
  registerToPages('listBackups', schemas.nothingSchema, async () => (await getLog()).listBackups());
  registerToPages('restoreBackup', schemas.idSchema, ({ id }) => repair((log) => log.restoreBackup(id)));
  registerToPages('acceptLoss', schemas.nothingSchema, () => repair((log) => log.acceptLoss()));

  registerToImports({ identify, notify: notifyPages });
  registerToSources({ identify, write, notify: notifyPages });
  registerToCatalogues({ notify: notifyPages });
  registerToLog({ write, purge, notify: notifyPages, lookUp });
  registerScheduledTasks(commit, undos.prune);
  registerBrowserCommands({ readLog, lookUp });

  browser.tabs.onRemoved.addListener((tabId) => {
    tabs.close(tabId);
    forgetTab(tabId).catch((error: unknown) => reportFault('closed tab', error));
  });
  watchSettings(notifyPages);
  registerToGrantedSites();
  registerToInstall();
}
