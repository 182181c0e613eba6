import { escapeUTF8 } from 'entities';
import { browser } from 'wxt/browser';
import type { Film, SightedHint } from '../../films/types.ts';
import { t } from '../../i18n/messages.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { registerToPages } from '../messages/register.ts';
import { showFilmSchema } from '../messages/log-schemas.ts';
import { tabSchema } from '../messages/message-schemas.ts';
import { findFilmInMenu, formatSuggestion, parseSuggestion } from '../identify/parse-film-text.ts';
import { formatFilmHint } from '../../films/hint-film.ts';
import { reportFault } from '../messages/report-fault.ts';
import type { CatalogueLookUp } from '../identify/catalogue-lookup.ts';
import { findFrontTab, forgetTask, showFilm, takePopupTask, type TabPlace } from './show-film.ts';
import { suggestFilms } from '../identify/suggestions.ts';

/** The item of the context menu, and the keyboard command for the form. */
export const menuItem = 'rate-or-log';
export const logCommand = 'log-film';

interface CommandSources {
  readLog: ReadLog;
  lookUp: CatalogueLookUp;
}

const fault =
  (what: string) =>
  (error: unknown): void =>
    void reportFault(what, error);

function placeOf(
  tab: { id?: number | undefined; windowId?: number | undefined } | undefined,
): TabPlace | null {
  return tab?.id === undefined || tab.id < 0 ? null : { tabId: tab.id, windowId: tab.windowId ?? null };
}

/**
 * Creates the menu again at each installation and start: a browser that kept the item refuses a second one with its id.
 */
async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: menuItem,
    title: t('menuRateOrLog'),
    contexts: ['link', 'selection'],
    documentUrlPatterns: ['*://*/*'],
  });
}

function registerToMenu(): void {
  // Firefox for Android has no context menus.
  if (Reflect.get(browser, 'contextMenus') === undefined) return;
  const create = (): void => void createMenu().catch(fault('menu'));
  browser.runtime.onInstalled.addListener(create);
  browser.runtime.onStartup.addListener(create);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const place = placeOf(tab);
    if (info.menuItemId !== menuItem || place === null) return;
    showFilm(place, findFilmInMenu(info), { act: 'show', origin: 'menu' }).catch(fault('menu'));
  });
}

function registerToCommands(): void {
  if (Reflect.get(browser, 'commands') === undefined) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== logCommand) return;
    const place = placeOf(tab);
    const task = { act: 'log', origin: 'command' } as const;
    // The popup opens only while the key press is handled, so a known tab is used without waiting.
    const opening =
      place === null
        ? findFrontTab().then((found) => found && showFilm(found, null, task))
        : showFilm(place, null, task);
    opening.catch(fault('command'));
  });
}

/** Chromium reads a suggestion's description as XML, Firefox as text. */
function formatDescription(film: Film): string {
  const people = film.directors.slice(0, 2).join(', ');
  const named = film.year === null ? film.title : `${film.title} (${film.year})`;
  const text = people === '' ? named : `${named} · ${people}`;
  return import.meta.env.BROWSER === 'firefox' ? text : escapeUTF8(text);
}

/** The film that was entered: a suggestion that was taken, the only one that there is, or what was typed. */
async function findEntered(text: string, sources: CommandSources): Promise<SightedHint | null> {
  const hint = parseSuggestion(text);
  if (hint === null || hint.hint.refs.length > 0) return hint;
  const [only, ...more] = await suggestFilms(text, sources);
  return only !== undefined && more.length === 0 ? formatFilmHint(only) : hint;
}

function registerToOmnibox(sources: CommandSources): void {
  if (Reflect.get(browser, 'omnibox') === undefined) return;
  void browser.omnibox.setDefaultSuggestion({ description: t('omniboxDefault') });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    suggestFilms(text, sources)
      .then((films) =>
        suggest(
          films.map((film) => ({ content: formatSuggestion(film), description: formatDescription(film) })),
        ),
      )
      .catch(fault('omnibox'));
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    Promise.all([findFrontTab(), findEntered(text, sources)])
      .then(([place, hint]) => place && showFilm(place, hint, { act: 'show', origin: 'command' }))
      .catch(fault('omnibox'));
  });
}

/** Registers the context menu, the keyboard command and the omnibox, and the messages about the popup's task. */
export function registerBrowserCommands(sources: CommandSources): void {
  registerToMenu();
  registerToCommands();
  registerToOmnibox(sources);
  registerToPages('takePopupTask', tabSchema, ({ tabId }) => takePopupTask(tabId));
  registerToPages('showFilm', showFilmSchema, async ({ film }) => {
    const place = await findFrontTab();
    const { title, year, refs, directors = [] } = film;
    const typed = formatFilmHint({ title, year, refs, directors });
    if (place !== null) await showFilm(place, typed, { act: 'show', origin: 'popup' });
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    forgetTask(tabId).catch(fault('closed tab'));
  });
}
