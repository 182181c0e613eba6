import { batch } from '@preact/signals';
import { findLogErrorCode, formatError } from '../../../components/ui/error-words.ts';
import { findLanguage } from '../../../lib/i18n/messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { LogChanges } from '../../../lib/watchlog/commands/edit-types.ts';
import { applyChanges } from '../../../lib/watchlog/index/index-loading.ts';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import type { LogReader } from '../../../lib/watchlog/queries/reading.ts';
import { countTrash } from '../../../lib/watchlog/queries/trash.ts';
import type { BackupSummary, LogHealth } from '../../../lib/watchlog/types.ts';
import { summarizeDiary } from '../../../lib/stats/diary-summary.ts';
import { readLog } from './log-loading.ts';
import type { LogModel, Shown } from './log-model.ts';
import { createSearchTexts, prepareTexts } from '../../../lib/watchlog/search/log-search.ts';
import { runInSlices } from './yield-to-main.ts';
import { coalesce } from './coalesce.ts';
import { orderTitles } from '../../../lib/watchlog/search/title-order.ts';
import { countViews } from '../../../lib/watchlog/search/view-counts.ts';

/** Returns the backups; none if the background cannot list them. */
async function listBackups(): Promise<BackupSummary[]> {
  try {
    return await sendMessage('listBackups', undefined);
  } catch {
    return [];
  }
}

/** Discards the folded search texts of changed rows, so that they are folded again. */
function forgetTexts({ index, texts }: Shown, { rows }: LogChanges): void {
  const films = [...rows.films.map(({ id }) => id), ...rows.watchlist.map(({ filmId }) => filmId)];
  for (const id of films) texts.films.forget(index.positions.films.get(id) ?? 0);
  for (const { id } of rows.entries) texts.entries.forget(index.positions.entries.get(id) ?? 0);
  texts.words = null;
}

/** Returns a function that computes, in slices, the view counts, the summary, the title order and the search texts. */
function createPreparing(model: LogModel, today: () => string) {
  const collator = new Intl.Collator(findLanguage(), { numeric: true, ignorePunctuation: true });
  let preparing = new AbortController();
  let areTitlesOld = true;
  const count = async (index: LogIndex, signal: AbortSignal): Promise<void> => {
    const counts = await runInSlices(countViews(index), signal);
    const summary = await runInSlices(summarizeDiary(index, today()), signal);
    if (!counts || !summary) return;
    batch(() => {
      model.counts.value = counts;
      model.summary.value = summary;
    });
  };
  return async ({ index, texts, isWhole }: Shown, hasNewTitles: boolean): Promise<void> => {
    preparing.abort();
    const { signal } = (preparing = new AbortController());
    areTitlesOld ||= hasNewTitles;
    if (isWhole) await count(index, signal);
    if (areTitlesOld) {
      const titles = await runInSlices(orderTitles(index.films.titles, collator), signal);
      if (titles === null) return;
      model.titles.value = titles;
      areTitlesOld = false;
    }
    await runInSlices(prepareTexts(index, texts), signal);
    if (signal.aborted) return;
    model.prepared.value += 1;
    // A mark for the browser's performance tools and for the bench.
    if (isWhole) performance.mark('log-ready');
  };
}

/** Returns functions that load the log into the model: the whole log, or only the changes. */
function createLoading(model: LogModel, reader: LogReader, today: () => string) {
  let reading = new AbortController();
  const prepare = createPreparing(model, today);
  const loadAll = async (): Promise<void> => {
    reading.abort();
    const { signal: stop } = (reading = new AbortController());
    await readLog(reader, stop, (index, isWhole) => {
      // While the log is read again, the old contents stay until the new are complete.
      if (!isWhole && model.shown.value !== null) return;
      const shown = { index, texts: createSearchTexts(index), isWhole };
      batch(() => {
        model.titles.value = null;
        model.shown.value = shown;
      });
      void prepare(shown, true);
    });
  };
  /** Applies the changes since the last load; loads everything if they are not known. */
  const loadChanges = async (): Promise<void> => {
    const before = model.shown.value;
    const since = before?.isWhole ? before.index.sequence : null;
    const changes = since === null ? null : await sendMessage('listLogChanges', { since });
    if (changes === null || before === null) return loadAll();
    // Another call may have applied the same changes in the meantime.
    if (model.shown.value?.index !== before.index || before.index.sequence !== since) return;
    if (changes.sequence === since) return;
    applyChanges(before.index, changes);
    forgetTexts(before, changes);
    const shown = { ...before };
    model.shown.value = shown;
    void prepare(shown, changes.rows.films.length > 0);
  };
  return { loadAll, loadChanges };
}

/** Resolves when a part of the log is shown. */
function waitUntilShown({ shown }: LogModel): Promise<void> {
  return new Promise((resolve) => {
    if (shown.peek() !== null) return resolve();
    const stop = shown.subscribe((now) => {
      if (now === null) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/** The longest wait for the first rows before the page asks for the health of the log. */
const maxWaitMs = 1000;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns functions that load the log into the page, reload its changes, and repair it when rows are missing. */
export function createLogReading(model: LogModel, reader: LogReader, today: () => string) {
  const { loadAll, loadChanges } = createLoading(model, reader, today);
  const countTrashRows = async (): Promise<void> => {
    model.trashCount.value = await reader.read((db) => countTrash(db, Date.now()));
  };
  const repair = async (send: () => Promise<LogHealth>): Promise<void> => {
    model.isBusy.value = true;
    model.fault.value = null;
    try {
      model.health.value = await send();
      await loadAll();
    } catch (error) {
      model.fault.value = formatError(error);
    }
    model.isBusy.value = false;
  };
  const loadAndCheck = async (load: () => Promise<void>): Promise<void> => {
    try {
      const loading = load().then(countTrashRows);
      // The health check counts every row, so the visible rows are read before it.
      await Promise.race([waitUntilShown(model), loading.catch(() => undefined), sleep(maxWaitMs)]);
      const health = await sendMessage('getLogHealth', undefined);
      model.health.value = health;
      if (health.state !== 'unreadable') await loading;
    } catch (error) {
      const code = findLogErrorCode(error) ?? 'unreadable';
      model.health.value = { state: 'unreadable', code, backups: await listBackups() };
    }
  };
  return {
    open: () => loadAndCheck(loadAll),
    // While an import runs the log changes many times a second.
    refresh: coalesce(() => loadAndCheck(loadChanges)),
    restore: (id: string) => repair(() => sendMessage('restoreBackup', { id })),
    acceptLoss: () => repair(() => sendMessage('acceptLoss', undefined)),
  };
}
