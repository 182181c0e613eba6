import { batch, computed, signal } from '@preact/signals';
import type { Viewing } from '../../components/film/ViewingForm.tsx';
import type { Status } from '../../components/ui/StatusLine.tsx';
import { t } from '../../lib/i18n/messages.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messages.ts';
import { countByDay, countRatings, groupByMonth, listYear, sumDiary } from '../../lib/stats/diary-figures.ts';
import { formatLocalDay } from '../../lib/std/partial-date.ts';
import type { DiaryItem } from '../../lib/watchlog/diary.ts';
import type { FilmSeed, LogHealth, UndoToken, WriteReceipt } from '../../lib/watchlog/types.ts';
import { readDiary } from './diary-loading.ts';
import { matchesQuery } from './diary-search.ts';

export type LogPageState = ReturnType<typeof createLogState>;

/** Entries drawn at first, and added each time the end comes into view. */
const shownAtOnce = 80;
const weeksShown = 22;

const formatError = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the log page shows, and what its controls do. Follows the log from wherever it is written. */
export function createLogState(now: () => Date = () => new Date()) {
  const health = signal<LogHealth | null>(null);
  const items = signal<DiaryItem[] | null>(null);
  const isWhole = signal(false);
  const query = signal('');
  const shown = signal(shownAtOnce);
  const editedId = signal<string | null>(null);
  const isAdding = signal(false);
  const status = signal<Status | null>(null);
  const isBusy = signal(false);
  const fault = signal<string | null>(null);
  const today = (): string => formatLocalDay(now());
  let undoToken: UndoToken | null = null;
  let reading = new AbortController();

  const found = computed(() => (items.value ?? []).filter((item) => matchesQuery(item, query.value)));
  const sections = computed(() =>
    groupByMonth(found.value)
      .reduce<{ left: number; sections: ReturnType<typeof groupByMonth<DiaryItem>> }>(
        ({ left, sections: kept }, section) => ({
          left: left - section.items.length,
          sections: left > 0 ? [...kept, section] : kept,
        }),
        { left: shown.value, sections: [] },
      )
      .sections.map(({ period, items: all }) => ({ period, items: all, ...sumDiary(all) })),
  );
  const year = computed(() => sumDiary(listYear(items.value ?? [], now().getFullYear())));
  const days = computed(() => countByDay(items.value ?? [], today(), weeksShown));
  const ratings = computed(() => countRatings(items.value ?? []));
  const edited = computed(() => items.value?.find(({ entry }) => entry.id === editedId.value) ?? null);

  const load = async (): Promise<void> => {
    reading.abort();
    const { signal: stop } = (reading = new AbortController());
    // While the log is read again, what stands stays until the new list is as long.
    const before = items.value?.length ?? 0;
    await readDiary(stop, (list, whole) => {
      if (!whole && list.length < before) return;
      batch(() => {
        items.value = list;
        isWhole.value = whole;
      });
    });
  };
  const open = async (): Promise<void> => {
    try {
      health.value = await sendMessage('getLogHealth', undefined);
      if (health.value.state !== 'unreadable') await load();
    } catch (error) {
      health.value = { state: 'unreadable', reason: formatError(error), backups: await listBackups() };
    }
  };
  const write = async (text: string, send: () => Promise<WriteReceipt>, canUndo = true): Promise<void> => {
    try {
      const receipt = await send();
      batch(() => {
        undoToken = canUndo ? receipt.undo : null;
        status.value = { kind: 'done', text, canUndo };
        editedId.value = null;
        isAdding.value = false;
      });
    } catch (error) {
      status.value = { kind: 'failed', text: t('statusNotSaved', formatError(error)), canUndo: false };
    }
    await load();
  };
  const mend = async (send: () => Promise<LogHealth>): Promise<void> => {
    isBusy.value = true;
    fault.value = null;
    try {
      health.value = await send();
      await load();
    } catch (error) {
      fault.value = formatError(error);
    }
    isBusy.value = false;
  };

  onMessage('logChanged', () => open());

  return {
    health,
    items,
    isWhole,
    query,
    found,
    sections,
    year,
    days,
    ratings,
    edited,
    editedId,
    isAdding,
    status,
    isBusy,
    fault,
    today,
    open,
    search(text: string): void {
      batch(() => {
        query.value = text;
        shown.value = shownAtOnce;
      });
    },
    showMore(): void {
      if (shown.value < found.value.length) shown.value += shownAtOnce;
    },
    add: (film: FilmSeed, entry: Viewing) =>
      write(t('statusLogged'), () => sendMessage('logViewing', { film, entry, origin: 'log' })),
    change: (id: string, changes: Viewing) =>
      write(t('statusSaved'), () => sendMessage('changeEntry', { id, changes })),
    remove: (id: string) => write(t('statusDeleted'), () => sendMessage('deleteEntry', { id })),
    async undo(): Promise<void> {
      const token = undoToken;
      undoToken = null;
      if (token) await write(t('statusUndone'), () => sendMessage('undoWrite', token), false);
    },
    restore: (id: string) => mend(() => sendMessage('restoreBackup', { id })),
    acceptLoss: () => mend(() => sendMessage('acceptLoss', undefined)),
  };
}

/** The backups there are; none where even that cannot be told. */
async function listBackups() {
  try {
    return await sendMessage('listBackups', undefined);
  } catch {
    return [];
  }
}
