import { signal } from '@preact/signals';
import { findMeantFilm } from '../../lib/films/hint-film.ts';
import type { SourceScore } from '../../lib/films/review-types.ts';
import type { Film, SightedHint } from '../../lib/films/types.ts';
import type { PopupTask } from '../../lib/messaging/log-protocol.ts';
import type { FilmDescription, PageFilm, TabReading } from '../../lib/messaging/protocol.ts';
import { makeSiteScore } from '../../lib/reviews/score-sites.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { LogHealth, WatchEntry } from '../../lib/watchlog/types.ts';

/** What the popup shows. */
export type PopupView =
  | { kind: 'loading' }
  /** No content script answers in the tab. `refused`: the browser refused to run it. */
  | { kind: 'unread'; refused: boolean }
  /** The films of a page that is not about one, or that it has none. */
  | { kind: 'page' }
  /** A page about a series. `hint`: what the page names, if only the catalogue's titles say that it is a series. */
  | { kind: 'series'; title: string; hint: SightedHint | null }
  | { kind: 'film'; hint: SightedHint; namedBy: 'page' | 'user'; description: FilmDescription };

export type PopupModel = ReturnType<typeof createPopupModel>;

/** Creates the state of the popup before anything is loaded. */
export function createPopupModel() {
  return {
    view: signal<PopupView>({ kind: 'loading' }),
    /** The id of the popup's tab; null until it is known. */
    tabId: signal<number | null>(null),
    reading: signal<TabReading | null>(null),
    /** The films that the page names, each once; null until they are known. */
    pageFilms: signal<PageFilm[] | null>(null),
    /** Whether the film that is shown was chosen in the list of the page's films. */
    cameFromList: signal(false),
    /** Whether a list of the page's films is being named. */
    isListMaking: signal(false),
    /** The text that the search is opened with; empty for none. */
    searchText: signal(''),
    /** What the popup was opened for. */
    task: signal<PopupTask>({ act: 'show', origin: 'popup' }),
    /** Whether a live source is switched on. */
    hasSource: signal(false),
    /** Names of the live sources that are switched off. */
    sourcesOff: signal<string[]>([]),
    settings: signal<Settings | null>(null),
    health: signal<LogHealth>({ state: 'ok' }),
    /** The id of the viewing that was logged or opened last in this popup; null for none. */
    viewing: signal<string | null>(null),
    /** Whether the form of that viewing is open. */
    isViewingOpen: signal(false),
    /** True after the user revealed scores that a setting hides. */
    showsScores: signal(false),
  };
}

/** Returns a name of what the popup shows: the same for one film as long as it is shown. */
export function nameView(view: PopupView): string {
  if (view.kind !== 'film') return view.kind;
  const { title, year, refs } = view.hint.hint;
  return ['film', view.namedBy, title, year ?? '', ...refs].join(' ');
}

/** Returns the film that the popup shows and writes about; null if there is none or several match. */
export function findShownFilm({ view }: Pick<PopupModel, 'view'>): Film | null {
  if (view.value.kind !== 'film') return null;
  const { hint, description } = view.value;
  return description.summary?.film ?? findMeantFilm(hint.hint, description.match);
}

/** Returns the score that the popup's page states of the film that the popup shows; null if it states none. */
export function findPageScore({ view, reading, settings }: PopupModel, today: string): SourceScore | null {
  if (view.value.kind !== 'film' || !reading.value || !settings.value?.keepsSiteScores) return null;
  const { siteScore } = view.value.hint;
  return siteScore ? makeSiteScore(siteScore, { url: reading.value.url, day: today }) : null;
}

/**
 * Returns the viewing that the popup shows in place of "Watched": the one that was logged or opened last in this popup,
 * otherwise the latest of today; null if there is none.
 */
export function findViewing({ view, viewing }: PopupModel, today: string): WatchEntry | null {
  const entries = view.value.kind === 'film' ? view.value.description.entries : [];
  const live = entries.filter(({ deleted }) => deleted === null);
  const ofToday = live.filter(({ watchedOn }) => watchedOn === today);
  const newest = ofToday.sort((a, b) => b.loggedAt - a.loggedAt)[0];
  return live.find(({ id }) => id === viewing.value) ?? newest ?? null;
}
