import { formatFilmHint, formatTypedHint } from '../../lib/films/hint-film.ts';
import { parseTitle } from '../../lib/films/titles/title-parse.ts';
import type { Film, SightedHint } from '../../lib/films/types.ts';
import type { FilmDescription, PageFilm, TabReading } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { loadSettings } from '../../lib/settings/settings.ts';
import { findActiveTab, readTabView, startReading, type TabView } from './page.ts';
import { findPageSeries } from './page-series.ts';
import type { PopupModel, PopupView } from './popup-model.ts';

export type FilmReading = ReturnType<typeof createFilmQueries>;

/** Runs the content script in a tab. Returns false if the browser refuses, as on its own pages. */
const tryReading = (tabId: number): Promise<boolean> =>
  startReading(tabId).then(
    () => true,
    () => false,
  );

/** Reads what the popup shows of a tab. A click on the toolbar button also permits reading a page without our script. */
async function readTab(tabId: number, wasClicked: boolean): Promise<TabView> {
  const tab = await readTabView(tabId);
  if (tab.reading || tab.asked || !wasClicked) return tab;
  return (await tryReading(tabId)) ? { ...(await readTabView(tabId)), task: tab.task } : tab;
}

/** Returns the view of a page that is not about one film. */
function viewPage(reading: TabReading | null): PopupView {
  if (reading === null) return { kind: 'unread', refused: false };
  const title = findPageSeries(reading);
  return title === null ? { kind: 'page' } : { kind: 'series', title, hint: null };
}

/** Returns the view of a described film. A possible title without a match is not a film: it may be the site's name. */
function viewFilm(
  hint: SightedHint,
  namedBy: 'page' | 'user',
  description: FilmDescription,
  reading: TabReading | null,
): PopupView {
  const isNone = hint.certainty === 'possible' && description.match.kind === 'unknown';
  if (namedBy === 'page' && description.isSeries) return { kind: 'series', title: hint.hint.title, hint };
  return isNone ? viewPage(reading) : { kind: 'film', hint, namedBy, description };
}

async function loadOwnState({ settings, health }: PopupModel): Promise<void> {
  [settings.value, health.value] = await Promise.all([
    loadSettings(),
    sendMessage('getLogHealth', undefined),
  ]);
}

async function listSourcesOff(model: PopupModel): Promise<void> {
  // Without the list the popup only leaves a line out.
  const sources = await sendMessage('listSources', undefined).catch(() => []);
  model.sourcesOff.value = sources.filter(({ on }) => !on).map(({ name }) => name);
  model.hasSource.value = sources.some(({ on }) => on);
}

/** Returns the functions of the field that finds a film by its title. */
function createFinder(describe: (hint: SightedHint, namedBy: 'page' | 'user') => Promise<void>) {
  return {
    /** Shows what the page names as a film, although a series has that title. */
    showAsFilm: (sighted: SightedHint) =>
      describe({ ...sighted, hint: { ...sighted.hint, kind: 'film' }, certainty: 'stated' }, 'page'),
    suggest: (text: string) => sendMessage('suggestFilms', { text }),
    /** Shows a film that the user chose among suggestions. */
    showFilm: (film: Film) => describe(formatFilmHint(film), 'user'),
    /** Shows the film that a typed text names, whether a catalogue has it or not. */
    find: (text: string) => {
      const { title, year } = parseTitle(text);
      return describe(formatTypedHint(title, year), 'user');
    },
  };
}

/** Returns the function that loads the films of the page that was read. Only the answer to the latest request is used. */
function createPageList({ reading, pageFilms }: PopupModel) {
  let turns = 0;
  return async (): Promise<void> => {
    const turn = ++turns;
    const hints = reading.value?.films ?? [];
    // Without an answer the popup only leaves the list out.
    const films =
      hints.length === 0 ? [] : await sendMessage('listPageFilms', { hints }).catch((): PageFilm[] => []);
    if (turn === turns) pageFilms.value = reading.value && films;
  };
}

/** Shows what was read of a tab. */
function takeIn({ task, reading }: PopupModel, tab: TabView | null): void {
  task.value = tab?.task ?? task.value;
  reading.value = tab?.reading ?? null;
}

/** Returns the functions that find the popup's film, and load it again after changes. */
export function createFilmQueries(model: PopupModel, askedTab: number | null) {
  let tabId: number | null = askedTab;
  /** Counts the requests: only the answer to the latest one is used. */
  let [asked, reads] = [0, 0];

  /** Shows a view at once. Answers to earlier requests are dropped. */
  const show = (view: PopupView): void => {
    asked += 1;
    model.view.value = view;
  };
  const describe = async (hint: SightedHint, namedBy: 'page' | 'user' = 'page'): Promise<void> => {
    const turn = ++asked;
    const description = await sendMessage('describeFilm', { hint });
    if (turn === asked) model.view.value = viewFilm(hint, namedBy, description, model.reading.value);
  };
  const loadPageFilms = createPageList(model);
  const showPage = (): void => {
    model.cameFromList.value = false;
    show(viewPage(model.reading.value));
  };
  const read = async (): Promise<void> => {
    const [turn, ofRead] = [++asked, ++reads];
    tabId ??= await findActiveTab();
    model.tabId.value = tabId;
    const tab = tabId === null ? null : await readTab(tabId, askedTab === null);
    if (ofRead !== reads) return;
    takeIn(model, tab);
    const listing = loadPageFilms();
    const subject = tab?.asked ?? tab?.reading?.subject;
    // The user may have searched for a film while the page was read.
    if (subject && turn === asked) await describe(subject);
    await listing;
    if (!subject && turn === asked) showPage();
  };

  return {
    describe,
    show,
    ...createFinder(describe),
    showPage,
    /** Called once, at the start. */
    async open(): Promise<void> {
      await loadOwnState(model);
      await Promise.all([read(), listSourcesOff(model)]);
    },
    refresh: async (): Promise<void> => {
      model.settings.value = await loadSettings();
      const view = model.view.value;
      const listing = loadPageFilms();
      if (view.kind === 'film') await describe(view.hint, view.namedBy);
      await listing;
    },
    /** Reads a page on which the content script does not run automatically. */
    async readPage(): Promise<void> {
      if (tabId === null) return;
      if (await tryReading(tabId)) await read();
      else show({ kind: 'unread', refused: true });
    },
  };
}
