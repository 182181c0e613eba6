import { formatTypedHint } from '../../lib/films/hint-film.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { loadSettings } from '../../lib/settings/settings.ts';
import { findActiveTab, readTabView, startReading, type TabView } from './page.ts';
import type { PopupModel, PopupView } from './popup-model.ts';

export type FilmReading = ReturnType<typeof createFilmQueries>;

/** What there is to know of a tab. A click on the toolbar button is the wish to have the page read, then and there. */
async function readTab(tabId: number, wasClicked: boolean): Promise<TabView> {
  const tab = await readTabView(tabId);
  if (tab.reading || tab.asked || !wasClicked) return tab;
  try {
    await startReading(tabId);
  } catch {
    // A page of the browser's own: nothing can be read there.
    return tab;
  }
  return await readTabView(tabId);
}

/** What is shown of a described film. A possible name is a film's only if a film has it: it may be the site's own. */
function viewFilm(hint: SightedHint, namedBy: 'page' | 'user', description: FilmDescription): PopupView {
  const isNone = hint.certainty === 'possible' && description.match.kind === 'unknown';
  return isNone ? { kind: 'no-film' } : { kind: 'film', hint, namedBy, description };
}

async function listSourcesOff(model: PopupModel): Promise<void> {
  // Without the list the popup says less, and nothing wrong.
  const sources = await sendMessage('listSources', undefined).catch(() => []);
  model.sourcesOff.value = sources.filter(({ on }) => !on).map(({ name }) => name);
}

/** Finds out what the popup is about, and asks again when something changed. */
export function createFilmQueries(model: PopupModel, askedTab: number | null) {
  let tabId: number | null = askedTab;
  /** Counts what the popup was asked to show: an answer to anything but the latest is dropped. */
  let asked = 0;
  let reads = 0;

  /** Shows something at once; answers that are still to come are dropped. */
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
    // While the page was read, the user may have looked for a film.
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
    /** Reads a page that our script does not read by itself. */
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
