import { formatTypedHint } from '../../lib/films/hint-film.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { loadSettings } from '../../lib/settings/settings.ts';
import { findActiveTab, readTabView, startReading, type TabView } from './page.ts';
import type { PopupModel, PopupView } from './popup-model.ts';

export type FilmReading = ReturnType<typeof createFilmQueries>;

/** Reads what the popup shows of a tab. A click on the toolbar button also permits reading a page without our script. */
async function readTab(tabId: number, wasClicked: boolean): Promise<TabView> {
  const tab = await readTabView(tabId);
  if (tab.reading || tab.asked || !wasClicked) return tab;
  try {
    await startReading(tabId);
  } catch {
    // The browser's own pages cannot be read.
    return tab;
  }
  return await readTabView(tabId);
}

/** Returns the view of a described film. A possible title without a match is not a film: it may be the site's name. */
function viewFilm(hint: SightedHint, namedBy: 'page' | 'user', description: FilmDescription): PopupView {
  const isNone = hint.certainty === 'possible' && description.match.kind === 'unknown';
  return isNone ? { kind: 'no-film' } : { kind: 'film', hint, namedBy, description };
}

async function listSourcesOff(model: PopupModel): Promise<void> {
  // Without the list the popup only leaves a line out.
  const sources = await sendMessage('listSources', undefined).catch(() => []);
  model.sourcesOff.value = sources.filter(({ on }) => !on).map(({ name }) => name);
}

/** Returns the functions that find the popup's film, and load it again after changes. */
export function createFilmQueries(model: PopupModel, askedTab: number | null) {
  let tabId: number | null = askedTab;
  /** Counts the requests: only the answer to the latest one is used. */
  let asked = 0;
  let reads = 0;

  /** Shows a view at once. Answers to earlier requests are dropped. */
  const show = (view: PopupView): void => {
    asked += 1;
    model.view.value = view;
  };
  const describe = async (hint: SightedHint, namedBy: 'page' | 'user' = 'page'): Promise<void> => {
    const turn = ++asked;
    const description = await sendMessage('describeFilm', { hint });
    if (turn !== asked) return;
    model.view.value = viewFilm(hint, namedBy, description);
  };
  const read = async (): Promise<void> => {
    const [turn, ofRead] = [++asked, ++reads];
    tabId ??= await findActiveTab();
    model.tabId.value = tabId;
    const tab = tabId === null ? null : await readTab(tabId, askedTab === null);
    if (ofRead !== reads) return;
    model.reading.value = tab?.reading ?? null;
    // The user may have searched for a film while the page was read.
    if (turn !== asked) return;
    const subject = tab?.asked ?? tab?.reading?.subject;
    if (subject) await describe(subject);
    else show(tab?.reading ? { kind: 'no-film' } : { kind: 'unread', refused: false });
  };

  return {
    describe,
    show,
    find: (title: string, year: number | null) => describe(formatTypedHint(title, year), 'user'),
    /** Called once, at the start. */
    async open(): Promise<void> {
      const [settings, health] = await Promise.all([loadSettings(), sendMessage('getLogHealth', undefined)]);
      model.settings.value = settings;
      model.health.value = health;
      await Promise.all([read(), listSourcesOff(model)]);
    },
    refresh: async (): Promise<void> => {
      model.settings.value = await loadSettings();
      const view = model.view.value;
      if (view.kind === 'film') await describe(view.hint, view.namedBy);
    },
    /** Reads a page on which the content script does not run automatically. */
    async readPage(): Promise<void> {
      if (tabId === null) return;
      try {
        await startReading(tabId);
      } catch {
        return show({ kind: 'unread', refused: true });
      }
      await read();
    },
  };
}
