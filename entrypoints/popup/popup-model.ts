import { signal } from '@preact/signals';
import type { OpenForm } from '../../components/film/OwnPanel.tsx';
import { findMeantFilm } from '../../lib/films/hint-film.ts';
import type { Film, SightedHint } from '../../lib/films/types.ts';
import type { FilmDescription, TabReading } from '../../lib/messaging/protocol.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { LogHealth } from '../../lib/watchlog/types.ts';

/** What the popup shows. */
export type PopupView =
  | { kind: 'loading' }
  /** No content script answers in the tab. `refused`: the browser refused to run it. */
  | { kind: 'unread'; refused: boolean }
  | { kind: 'no-film' }
  | { kind: 'film'; hint: SightedHint; namedBy: 'page' | 'user'; description: FilmDescription };

export type PopupModel = ReturnType<typeof createPopupModel>;

/** Creates the state of the popup before anything is loaded. */
export function createPopupModel() {
  return {
    view: signal<PopupView>({ kind: 'loading' }),
    /** The id of the popup's tab; null until it is known. */
    tabId: signal<number | null>(null),
    reading: signal<TabReading | null>(null),
    /** Names of the live sources that are switched off. */
    sourcesOff: signal<string[]>([]),
    settings: signal<Settings | null>(null),
    health: signal<LogHealth>({ state: 'ok' }),
    form: signal<OpenForm>(null),
    /** True after the user revealed scores that a setting hides. */
    showsScores: signal(false),
  };
}

/** Returns the film that the popup shows and writes about; null if there is none or several match. */
export function findShownFilm({ view }: Pick<PopupModel, 'view'>): Film | null {
  if (view.value.kind !== 'film') return null;
  const { hint, description } = view.value;
  return description.summary?.film ?? findMeantFilm(hint.hint, description.match);
}
