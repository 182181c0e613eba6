import { batch, signal } from '@preact/signals';
import type { OpenForm } from '../../components/film/OwnPanel.tsx';
import type { Viewing } from '../../components/film/ViewingForm.tsx';
import type { Status } from '../../components/ui/StatusLine.tsx';
import type { Film, Match, SightedHint } from '../../lib/films/types.ts';
import {
  findMeantFilm,
  formatFilmHint,
  formatTypedHint,
  listCorrectionKeys,
} from '../../lib/films/hint-film.ts';
import { t } from '../../lib/i18n/messages.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messages.ts';
import type { FilmDescription, TabReading } from '../../lib/messaging/protocol.ts';
import { hasBadgesOn, loadSettings, setBadgesOnSite, type Settings } from '../../lib/settings/settings.ts';
import { formatLocalDay } from '../../lib/std/partial-date.ts';
import type { LogHealth, RatingValue, UndoToken, WriteReceipt } from '../../lib/watchlog/types.ts';
import { findActiveTab, findHost, readTabView, startReading } from './page.ts';

/** What the popup is about. */
export type PopupView =
  | { kind: 'loading' }
  /** No content script answers in the tab. `refused`: reading it was tried and the browser said no. */
  | { kind: 'unread'; refused: boolean }
  | { kind: 'no-film' }
  | { kind: 'film'; hint: SightedHint; namedBy: 'page' | 'user'; description: FilmDescription };

export type PopupState = ReturnType<typeof createPopupState>;

/** The tab that `?tab=` names; null where it names none. */
export function parseTabId(search: string): number | null {
  const text = new URLSearchParams(search).get('tab');
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

const noFilm: Match = { kind: 'unknown', reason: 'no-film-of-that-name' };

/** What the popup shows, and what its controls do. One a popup; writes go to the background one at a time. */
export function createPopupState(askedTab: number | null, now: () => Date = () => new Date()) {
  const view = signal<PopupView>({ kind: 'loading' });
  const reading = signal<TabReading | null>(null);
  const settings = signal<Settings | null>(null);
  const health = signal<LogHealth>({ state: 'ok' });
  const status = signal<Status | null>(null);
  const form = signal<OpenForm>(null);
  const showsScores = signal(false);
  let tabId: number | null = askedTab;
  let undoToken: UndoToken | null = null;
  let asked = 0;

  const describe = async (hint: SightedHint, namedBy: 'page' | 'user' = 'page'): Promise<void> => {
    const turn = ++asked;
    const description = await sendMessage('describeFilm', { hint });
    if (turn === asked) view.value = { kind: 'film', hint, namedBy, description };
  };
  const refresh = async (): Promise<void> => {
    settings.value = await loadSettings();
    if (view.value.kind === 'film') await describe(view.value.hint, view.value.namedBy);
  };
  const read = async (): Promise<void> => {
    tabId ??= await findActiveTab();
    const tab = tabId === null ? null : await readTabView(tabId);
    reading.value = tab?.reading ?? null;
    const subject = tab?.asked ?? tab?.reading?.subject;
    if (subject) await describe(subject);
    else view.value = tab?.reading ? { kind: 'no-film' } : { kind: 'unread', refused: false };
  };
  const write = async (text: string, send: () => Promise<WriteReceipt>, canUndo = true): Promise<void> => {
    try {
      const receipt = await send();
      batch(() => {
        undoToken = canUndo ? receipt.undo : null;
        status.value = { kind: 'done', text, canUndo };
        form.value = null;
      });
    } catch (error) {
      status.value = { kind: 'failed', text: t('statusNotSaved', formatError(error)), canUndo: false };
      return;
    }
    await refresh();
  };
  const findShownFilm = (): Film | null => {
    if (view.value.kind !== 'film') return null;
    const { hint, description } = view.value;
    return description.summary?.film ?? findMeantFilm(hint.hint, description.match);
  };
  const writeFilm = async (text: string, send: (film: Film) => Promise<WriteReceipt>): Promise<void> => {
    const film = findShownFilm();
    if (film) await write(text, () => send(film));
  };
  const today = (): string => formatLocalDay(now());

  onMessage('logChanged', () => refresh());

  return {
    view,
    reading,
    settings,
    health,
    status,
    form,
    showsScores,
    today,
    findShownFilm,

    /** Finds out what the page is about. Called once, at the start, and after a page has been read anew. */
    async open(): Promise<void> {
      const [loaded, state] = await Promise.all([loadSettings(), sendMessage('getLogHealth', undefined)]);
      settings.value = loaded;
      health.value = state;
      await read();
    },
    async readPage(): Promise<void> {
      if (tabId === null) return;
      try {
        await startReading(tabId);
      } catch {
        view.value = { kind: 'unread', refused: true };
        return;
      }
      await read();
    },
    show: (hint: SightedHint) => describe(hint),
    find: (title: string, year: number | null) => describe(formatTypedHint(title, year), 'user'),
    rate: (value: RatingValue | null) =>
      writeFilm(t(value === null ? 'statusRatingCleared' : 'statusSaved'), (film) =>
        sendMessage('rateFilm', { film, value }),
      ),
    watchedToday: () =>
      writeFilm(t('statusLogged'), (film) => {
        const own = view.value.kind === 'film' ? view.value.description.own : null;
        const entry = {
          watchedOn: today(),
          rewatch: (own?.watchedCount ?? 0) > 0,
          rating: own?.rating ?? null,
        };
        return sendMessage('logViewing', { film, entry, origin: 'popup' });
      }),
    saveViewing: (viewing: Viewing, id: string | null) =>
      writeFilm(t(id === null ? 'statusLogged' : 'statusSaved'), (film) =>
        id === null
          ? sendMessage('logViewing', { film, entry: pickFields(viewing), origin: 'popup' })
          : sendMessage('changeEntry', { id, changes: pickFields(viewing) }),
      ),
    list: (listed: boolean) =>
      writeFilm(t(listed ? 'statusListed' : 'statusUnlisted'), (film) =>
        sendMessage('setWatchlist', { film, listed }),
      ),
    async choose(film: Film | null): Promise<void> {
      if (view.value.kind !== 'film') return;
      const { hint, namedBy, description } = view.value;
      // What somebody looked for says nothing of what pages mean by the same title.
      if (namedBy === 'user') {
        if (film) await describe(formatFilmHint(film), 'user');
        else view.value = { ...view.value, description: { ...description, match: noFilm } };
        return;
      }
      const keys = listCorrectionKeys(hint.hint);
      await write(t('statusRemembered'), () => sendMessage('correctMatch', { keys, film }));
    },
    async undo(): Promise<void> {
      const token = undoToken;
      if (!token) return;
      undoToken = null;
      await write(t('statusUndone'), () => sendMessage('undoWrite', token), false);
    },
    findSite: (): string | null => findHost(reading.value?.url),
    hasBadges(): boolean {
      const host = findHost(reading.value?.url);
      return settings.value !== null && host !== null && hasBadgesOn(settings.value, host);
    },
    async setBadges(on: boolean): Promise<void> {
      const host = findHost(reading.value?.url);
      if (host === null) return;
      await setBadgesOnSite(host, on);
      settings.value = await loadSettings();
    },
  };
}

/** The fields of a form, without what else its row may hold. */
const pickFields = ({ watchedOn, rewatch, finished, tags, note, rating }: Viewing): Viewing => ({
  watchedOn,
  rewatch,
  finished,
  tags,
  note,
  rating,
});

const formatError = (error: unknown): string => (error instanceof Error ? error.message : String(error));
