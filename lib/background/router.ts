import { deleteEverything } from './log/delete-everything.ts';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { listScriptFiles } from '../messaging/page-scripts.ts';
import type { BatchRequest } from '../messaging/types.ts';
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
import type { CommitReceipt, LogHealth, LogReceipt, WriteReceipt } from '../watchlog/types.ts';
import { createLookupCache } from './identify/lookup-cache.ts';
import { createBadgeBatches } from './identify/badge-batches.ts';
import { forgetBudget } from './identify/own-data-budget.ts';
import { broadcastLogChanged } from './messages/broadcast.ts';
import { describeFilm } from './identify/describe-film.ts';
import { listPageFilms, selectPageFilms } from './identify/page-films.ts';
import { registerToGrantedSites } from './popup/granted-sites.ts';
import { createIdentify, type Identified } from './identify/identify.ts';
import { createLocalReviews } from './identify/local-reviews.ts';
import { fillFilmFacts } from './log/film-facts.ts';
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
import { MessageError, type ContentSender } from './messages/senders.ts';
import { mayOpenPopup } from './popup/popup-gesture.ts';
import { refreshFilms, refreshLookedAt } from './identify/refresh-films.ts';
import { createCatalogueLookUp } from './identify/catalogue-lookup.ts';
import { listSearchable } from './identify/log-titles.ts';
import { createTitleSearches } from './identify/title-searches.ts';
import { registerToCatalogues } from './catalogues/catalogue-messages.ts';
import { createRatingsLookUp } from './catalogues/ratings-lookup.ts';
import { registerToRatings } from './catalogues/ratings-messages.ts';
import * as sources from './sources/sources.ts';
import { loadBuiltInCatalogue, loadCatalogues } from './catalogues/built-in.ts';
import { createSeriesTitles } from './catalogues/series-titles.ts';
import { createTabSignals } from './messages/tab-signals.ts';
import { registerToCovers } from './covers/cover-messages.ts';
import { createToolbarCount } from './popup/toolbar-count.ts';
import { registerToSync } from './sync/sync-messages.ts';
import { registerToInstall } from './popup/welcome.ts';

const { answers, live, posts, queue, quota, registerToSources, statedScores, useCache } = sources;

const lookUp = createCatalogueLookUp({
  loadCatalogues,
  cache: createLookupCache({ now: Date.now, use: useCache }),
});
const localReviews = createLocalReviews({ readLog, posts, live, answers });
const ratings = createRatingsLookUp();
const { findLastYear } = lookUp;
const identify = createIdentify({ lookUp, readLog, localReviews, statedScores, ratings, findLastYear });
const isSeriesTitle = createSeriesTitles(async () => (await loadBuiltInCatalogue()).readSeries());
const undos = createUndoStore({ use: useCache, now: Date.now });
const tabs = createTabSignals();
const toolbarCount = createToolbarCount({
  count: async (films, isPrivate) => {
    const { hints } = v.parse(schemas.batchSchema, { hints: films });
    const named = hints.filter((hint) => hint !== null);
    return selectPageFilms(await identify(named, { isPassing: isPrivate })).length;
  },
});

/** Keeps the score that a page states of its subject. */
function keepSiteScore(identified: Identified[], url: string): void {
  const visit = identified.find(({ sighted }) => sighted.isSubject && sighted.siteScore);
  if (!visit) return;
  statedScores.keep({ url, ...visit }).catch((error: unknown) => reportFault('stated scores', error));
}

const { identifyBatch, readOwnBatch } = createBadgeBatches({
  identify,
  asksInView: () => live.asksInView(),
  onFound(found, sender) {
    toolbarCount.pageAsked(sender.tabId, sender.isPrivate);
    // What is looked at in a private window is sent to no service.
    if (sender.isPrivate) return;
    refreshFilms(live, found, tabs.of(sender.tabId)).catch((error: unknown) =>
      reportFault('live sources', error),
    );
    keepSiteScore(found, sender.url);
  },
});

/** Asks services for films of a list that are looked at, unless the window is private. */
async function refreshInView(
  { hints }: BatchRequest,
  { host, tabId, isPrivate }: ContentSender,
): Promise<void> {
  if (isPrivate || !hasBadgesOn(await loadSettings(), host) || !(await live.asksInView())) return;
  const matched = await identify(
    hints.filter((hint) => hint !== null),
    { matchesOnly: true, withoutLog: true },
  );
  await refreshLookedAt(live, matched, tabs.of(tabId));
}

let rematchSoon = (): void => undefined;

/** Tells all pages that what they show may have changed, and matches posts of followed sites by it. */
function notifyPages(): void {
  rematchSoon();
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
  const { changes, ...receipt } = await commit(command);
  return { ...receipt, undo: await undos.keep(changes) };
}

/** Logs an entry for a page, which can undo it together with what it did to the watchlist. */
async function logForPage(request: Parameters<typeof logEntry>[0]): Promise<LogReceipt> {
  const { keepsWatchlist } = await loadSettings();
  const { changes, ...receipt } = await commit(logEntry({ ...request, keepsWatchlist }));
  const [entry] = changes.entries ?? [];
  if (!entry) throw new Error('No entry was logged.');
  const leftWatchlist =
    !keepsWatchlist && (changes.watchlist ?? []).some(({ after }) => after.deleted !== null);
  return { ...receipt, undo: await undos.keep(changes), entryId: entry.after.id, leftWatchlist };
}

/** Permanently empties rows of the trash; this cannot be undone. Returns how many. */
async function purge(rows: TrashKey[]): Promise<number> {
  let purged = 0;
  await commit(purgeTrash({ rows }, (count) => (purged = count)));
  await undos.forget(rows.map(({ id }) => id));
  return purged;
}

/** Fills in what films of the log lack and the film data here knows. */
const fillFacts = (): Promise<number> => fillFilmFacts(lookUp, notifyPages);

async function repair(task: (log: Log) => Promise<LogHealth>): Promise<LogHealth> {
  const health = await task(await getLog());
  notifyPages();
  return health;
}

/** Registers what pages do with the log as a whole. */
function registerToWholeLog(): void {
  registerToPages('deleteEverything', schemas.nothingSchema, async () => {
    await deleteEverything();
    notifyPages();
    return null;
  });
  registerToPages('getLogHealth', schemas.nothingSchema, async () => (await getLog()).checkHealth());
  registerToPages('listBackups', schemas.nothingSchema, async () => (await getLog()).listBackups());
  registerToPages('restoreBackup', schemas.idSchema, ({ id }) => repair((log) => log.restoreBackup(id)));
  registerToPages('acceptLoss', schemas.nothingSchema, () => repair((log) => log.acceptLoss()));
}

/**
 * Registers every listener of the background. Call it once, at the top level of the worker: the browser only wakes it
 * for listeners that are registered when the script has run (developer.chrome.com, "Register listeners").
 */
export function registerToEverything(): void {
  toolbarCount.register();
  registerToContent('identifyBatch', schemas.batchSchema, identifyBatch);
  registerToContent('lookedAt', schemas.lookedAtSchema, (request, sender) => {
    refreshInView(request, sender).catch((error: unknown) => reportFault('live sources', error));
    return Promise.resolve();
  });
  registerToContent('readOwnBatch', schemas.batchSchema, readOwnBatch);
  registerToContent('openPopupFor', schemas.sightedHintSchema, async (hint, sender) => {
    if (!(await mayOpenPopup(sender))) throw new MessageError('refused');
    await savePendingPopupFilm(sender.tabId, hint);
    await openPopup(sender);
  });
  registerToContent('loadScript', schemas.scriptSchema, async ({ name }, { tabId }) => {
    const target = { tabId, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: listScriptFiles(name) });
  });

  registerToPages('describeFilm', schemas.describeSchema, (request) =>
    describeFilm(request, { identify, readLog, live, localReviews, isSeriesTitle }),
  );
  registerToPages('listPageFilms', schemas.batchSchema, async (request) =>
    listPageFilms(request, { identify, settings: await loadSettings() }),
  );
  registerToPages('takePendingPopupFilm', schemas.tabSchema, ({ tabId }) => takePendingPopupFilm(tabId));

  registerToPages('rateFilm', schemas.rateSchema, (request) => write(rateFilm(request)));
  registerToPages('logEntry', schemas.logEntrySchema, logForPage);
  registerToPages('changeEntry', schemas.changeEntrySchema, (request) => write(changeEntry(request)));
  registerToPages('deleteEntry', schemas.idSchema, (request) => write(deleteEntry(request)));
  registerToPages('setWatchlist', schemas.watchlistSchema, (request) => write(setWatchlist(request)));
  registerToPages('correctMatch', schemas.correctSchema, (request) => write(correctMatch(request)));
  registerToPages('undoWrite', schemas.undoSchema, (token) =>
    undos.use(token, (changes) => write(undoWrite(changes))),
  );

  registerToWholeLog();

  registerToImports({ identify, notify: notifyPages, onEnd: fillFacts });
  rematchSoon = registerToSources({ identify, write, notify: notifyPages });
  registerToCatalogues({ notify: notifyPages });
  registerToRatings({ notify: notifyPages });
  const purgeCovers = registerToCovers({ useCache, answers, live, queue, quota, notify: notifyPages });
  registerToSync({ notify: notifyPages });
  registerToLog({ write, purge, notify: notifyPages, lookUp, ratings });
  registerScheduledTasks(commit, undos.prune, [fillFacts, purgeCovers]);
  const findTitles = createTitleSearches(() => listSearchable(readLog, loadCatalogues));
  registerBrowserCommands({ readLog, lookUp, findTitles });

  browser.tabs.onRemoved.addListener((tabId) => {
    tabs.close(tabId);
    toolbarCount.forget(tabId);
    Promise.all([forgetTab(tabId), forgetBudget(tabId)]).catch((error: unknown) =>
      reportFault('closed tab', error),
    );
  });
  watchSettings(notifyPages);
  registerToGrantedSites();
  registerToInstall();
}
