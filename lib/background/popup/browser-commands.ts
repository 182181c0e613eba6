import { escapeUTF8 } from 'entities/escape';
import { browser } from 'wxt/browser';
import type { Film, SightedHint } from '../../films/types.ts';
import { t } from '../../i18n/messages.ts';
import { registerToPages } from '../messages/register.ts';
import { showFilmSchema } from '../messages/log-schemas.ts';
import { suggestSchema, tabSchema } from '../messages/message-schemas.ts';
import { findFilmInMenu, formatSuggestion, parseSuggestion } from '../identify/parse-film-text.ts';
import { formatFilmHint } from '../../films/hint-film.ts';
import { reportFault } from '../messages/report-fault.ts';
import { findFrontTab, forgetTask, showFilm, takePopupTask, type TabLocation } from './show-film.ts';
import { chooseEntered, suggestFilms, type SuggestionSources } from '../identify/suggestions.ts';

/** The item of the context menu, and the keyboard command for the form. */
export const menuItem = 'rate-or-log';
export const logCommand = 'log-film';

const fault =
  (what: string) =>
  (error: unknown): void =>
    void reportFault(what, error);

function locateTab(
  tab: { id?: number | undefined; windowId?: number | undefined } | undefined,
): TabLocation | null {
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
    const tabLocation = locateTab(tab);
    if (info.menuItemId !== menuItem || tabLocation === null) return;
    showFilm(tabLocation, findFilmInMenu(info), { act: 'show', origin: 'menu' }).catch(fault('menu'));
  });
}

function registerToCommands(): void {
  if (Reflect.get(browser, 'commands') === undefined) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== logCommand) return;
    const tabLocation = locateTab(tab);
    const task = { act: 'log', origin: 'command' } as const;
    // The popup opens only while the key press is handled, so a known tab is used without waiting.
    const opening =
      tabLocation === null
        ? findFrontTab().then((found) => found && showFilm(found, null, task))
        : showFilm(tabLocation, null, task);
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

/** The film that was entered: a suggestion that was taken, the one that the text means, or what was typed. */
async function findEntered(text: string, sources: SuggestionSources): Promise<SightedHint | null> {
  const hint = parseSuggestion(text);
  if (hint === null || hint.hint.refs.length > 0) return hint;
  const film = chooseEntered(text, await suggestFilms(text, sources));
  return film === null ? hint : formatFilmHint(film);
}

function registerToOmnibox(sources: SuggestionSources): void {
  if (Reflect.get(browser, 'omnibox') === undefined) return;
  void browser.omnibox.setDefaultSuggestion({ description: t('omniboxDefault') });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    suggestFilms(text, sources)
      .then((films) =>
        suggest(
          films.map(({ film }) => ({
            content: formatSuggestion(film),
            description: formatDescription(film),
          })),
        ),
      )
      .catch(fault('omnibox'));
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    Promise.all([findFrontTab(), findEntered(text, sources)])
      .then(
        ([tabLocation, hint]) =>
          tabLocation && showFilm(tabLocation, hint, { act: 'show', origin: 'command' }),
      )
      .catch(fault('omnibox'));
  });
}

/** Registers the context menu, the keyboard command and the omnibox, and the messages about the popup's task. */
export function registerBrowserCommands(sources: SuggestionSources): void {
  registerToMenu();
  registerToCommands();
  registerToOmnibox(sources);
  registerToPages('suggestFilms', suggestSchema, ({ text }) => suggestFilms(text, sources));
  registerToPages('takePopupTask', tabSchema, ({ tabId }) => takePopupTask(tabId));
  registerToPages('showFilm', showFilmSchema, async ({ film }) => {
    const tabLocation = await findFrontTab();
    const { title, year, refs, directors = [] } = film;
    const typed = formatFilmHint({ title, year, refs, directors });
    if (tabLocation !== null) await showFilm(tabLocation, typed, { act: 'show', origin: 'popup' });
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    forgetTask(tabId).catch(fault('closed tab'));
  });
}
