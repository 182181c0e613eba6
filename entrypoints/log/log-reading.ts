import { formatError } from '../../components/ui/writing.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { LogChanges } from '../../lib/watchlog/edit-types.ts';
import { applyChanges } from '../../lib/watchlog/index-loading.ts';
import type { LogIndex } from '../../lib/watchlog/index-types.ts';
import type { LogReader } from '../../lib/watchlog/reading.ts';
import { countTrash } from '../../lib/watchlog/trash.ts';
import type { BackupSummary, LogHealth } from '../../lib/watchlog/types.ts';
import { readLog } from './log-loading.ts';
import type { LogModel } from './log-model.ts';
import { prepareTexts, type SearchTexts } from './log-search.ts';

/** The backups there are; none where even that cannot be told. */
async function listBackups(): Promise<BackupSummary[]> {
  try {
    return await sendMessage('listBackups', undefined);
  } catch {
    return [];
  }
}

/** What was folded of rows that have changed is folded again when it is needed. */
function forgetTexts(texts: SearchTexts, index: LogIndex, { rows }: LogChanges): void {
  const films = [...rows.films.map(({ id }) => id), ...rows.watchlist.map(({ filmId }) => filmId)];
  for (const id of films) texts.films[index.places.films.get(id) ?? 0] = undefined;
  for (const { id } of rows.entries) texts.entries[index.places.entries.get(id) ?? 0] = undefined;
  texts.words = null;
}

const textsPerStep = 400;

/** Folds the texts for the search while nothing else is to be done. */
function prepareInSteps(index: LogIndex, texts: SearchTexts, signal: AbortSignal): void {
  const steps = prepareTexts(index, texts, textsPerStep);
  const step = (): void => {
    if (signal.aborted || steps.next().done) return;
    setTimeout(step);
  };
  setTimeout(step);
}

/** Takes the log into the model: all of it, or what changed. */
function createLoading(model: LogModel, reader: LogReader) {
  let reading = new AbortController();
  let preparing = new AbortController();
  const prepare = (index: LogIndex): void => {
    preparing.abort();
    preparing = new AbortController();
    prepareInSteps(index, model.texts, preparing.signal);
  };
  const loadAll = async (): Promise<void> => {
    reading.abort();
    const { signal: stop } = (reading = new AbortController());
    await readLog(reader, stop, (index, isWhole) => {
      // While the log is read again, what stands stays until all is there.
      if (!isWhole && model.shown.value !== null) return;
      Object.assign(model.texts, { films: [], entries: [], words: null });
      model.shown.value = { index, isWhole };
      if (isWhole) prepare(index);
    });
  };
  /** Takes over what changed since the last look; reads anew where that cannot be told. */
  const loadChanges = async (): Promise<void> => {
    const before = model.shown.value;
    const since = before?.isWhole ? before.index.sequence : null;
    const changes = since === null ? null : await sendMessage('listLogChanges', { since });
    if (changes === null || before === null) return loadAll();
    // Another look may have taken the same changes over meanwhile.
    if (model.shown.value?.index !== before.index || before.index.sequence !== since) return;
    if (changes.sequence === since) return;
    applyChanges(before.index, changes);
    forgetTexts(model.texts, before.index, changes);
    model.shown.value = { ...before };
    prepare(before.index);
  };
  return { loadAll, loadChanges };
}

/** Reads the log into the page, follows what changes, and mends it where rows are missing. */
export function createLogReading(model: LogModel, reader: LogReader) {
  const { loadAll, loadChanges } = createLoading(model, reader);
  const lookAtTrash = async (): Promise<void> => {
    model.trashCount.value = await reader.read((db) => countTrash(db, Date.now()));
  };
  const mend = async (send: () => Promise<LogHealth>): Promise<void> => {
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
  // The rows are not kept waiting for the background, which may have to wake first.
  const look = async (load: () => Promise<void>): Promise<void> => {
    try {
      const loading = load().then(lookAtTrash);
      loading.catch(() => undefined);
      const health = await sendMessage('getLogHealth', undefined);
      model.health.value = health;
      if (health.state !== 'unreadable') await loading;
    } catch (error) {
      const reason = formatError(error);
      model.health.value = { state: 'unreadable', reason, backups: await listBackups() };
    }
  };
  return {
    open: () => look(loadAll),
    follow: () => look(loadChanges),
    restore: (id: string) => mend(() => sendMessage('restoreBackup', { id })),
    acceptLoss: () => mend(() => sendMessage('acceptLoss', undefined)),
  };
}
