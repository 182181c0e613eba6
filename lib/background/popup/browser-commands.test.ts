import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeCatalogueAnswer } from '../../reviews/answers.ts';
import { removeAllListeners } from '../../messaging/messages.ts';
import { rateFilm } from '../../watchlog/commands/commands.ts';
import type { Log } from '../../watchlog/log.ts';
import { createLogFixture, her, melancholia } from '../../watchlog/testing/fixture.ts';
import { registerBrowserCommands, logCommand, menuItem } from './browser-commands.ts';
import { takePendingPopupFilm } from './pending-popup-film.ts';
import { forgetTask, takePopupTask } from './show-film.ts';
import { catalogueFilms } from '../testing/films.ts';

/** An event of the browser's that a test can set off. */
function createEvent() {
  const listeners: ((...values: never[]) => void)[] = [];
  return {
    addListener: (listener: (...values: never[]) => void) => void listeners.push(listener),
    trigger: (...values: unknown[]) => listeners.forEach((listener) => listener(...(values as never[]))),
  };
}

const tab = { id: 7, windowId: 3 };
let log: Log;
let events: Record<'menu' | 'command' | 'changed' | 'entered', ReturnType<typeof createEvent>>;
const create = vi.fn();
const open = vi.fn<(options: unknown) => Promise<void>>();

beforeEach(async () => {
  fakeBrowser.reset();
  removeAllListeners();
  events = { menu: createEvent(), command: createEvent(), changed: createEvent(), entered: createEvent() };
  open.mockResolvedValue(undefined);
  Object.assign(browser, {
    contextMenus: { onClicked: events.menu, removeAll: () => Promise.resolve(), create },
    commands: { onCommand: events.command },
    omnibox: {
      onInputChanged: events.changed,
      onInputEntered: events.entered,
      setDefaultSuggestion: vi.fn(),
    },
  });
  Object.assign(browser.action, { openPopup: open });
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([tab] as never);
  ({ log } = await createLogFixture());
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(rateFilm({ film: melancholia, value: 8 }));
  registerBrowserCommands({
    readLog: (query) => log.read(query),
    lookUp: {
      find: (lists) =>
        Promise.resolve(
          lists.map((keys) => {
            const films = catalogueFilms.filter(({ film }) => keys.some((key) => film.refs.includes(key)));
            return [makeCatalogueAnswer({ id: 'starter', name: 'Starter' }, films)];
          }),
        ),
    },
    findTitles: () => Promise.resolve([]),
  });
});

afterEach(() => log.close());

async function suggest(text: string): Promise<{ content: string; description: string }[]> {
  return new Promise((resolve) => events.changed.trigger(text, resolve));
}

test('the item of the context menu is made at installation, and at each start in place of the old', async () => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  await fakeBrowser.runtime.onStartup.trigger();
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(2));
  expect(create).toHaveBeenCalledWith(
    expect.objectContaining({ id: menuItem, contexts: ['link', 'selection'] }),
  );
});

test('the context menu opens the popup on the film, while the click is still being handled', async () => {
  events.menu.trigger({ menuItemId: menuItem, linkUrl: 'https://www.imdb.com/title/tt1798709/' }, tab);
  expect(open).toHaveBeenCalledWith({ windowId: 3 });
  await vi.waitFor(async () =>
    expect(await takePendingPopupFilm(7)).toMatchObject({ hint: { refs: ['imdb:tt1798709'] } }),
  );
  expect(await takePopupTask(7)).toEqual({ act: 'show', origin: 'menu' });
  expect(await takePopupTask(7)).toBeNull();
});

test('an item of somebody else’s, and a click outside of tabs, open nothing', () => {
  events.menu.trigger({ menuItemId: 'other', selectionText: 'Her' }, tab);
  events.menu.trigger({ menuItemId: menuItem, selectionText: 'Her' }, { id: -1 });
  events.menu.trigger({ menuItemId: menuItem, selectionText: 'Her' });
  expect(open).not.toHaveBeenCalled();
});

test.each([[tab], [undefined]])(
  'the keyboard command opens the form for the film of the page',
  async (given) => {
    events.command.trigger(logCommand, given);
    await vi.waitFor(async () => expect(await takePopupTask(7)).toEqual({ act: 'log', origin: 'command' }));
    expect(open).toHaveBeenCalledWith({ windowId: 3 });
    expect(await takePendingPopupFilm(7)).toBeNull();
  },
);

test('a command that is none of ours does nothing', () => {
  events.command.trigger('_execute_action', tab);
  expect(open).not.toHaveBeenCalled();
});

test('what was kept for a closed tab is forgotten', async () => {
  events.command.trigger(logCommand, tab);
  await vi.waitFor(() => expect(open).toHaveBeenCalled());
  await forgetTask(7);
  expect(await takePopupTask(7)).toBeNull();
});

test('the omnibox suggests films of the log as their titles are typed', async () => {
  expect((await suggest('mel')).map(({ content }) => content)).toEqual([
    'Melancholia (2011) [imdb:tt1527186]',
  ]);
  expect((await suggest('he')).map(({ content }) => content)).toContain('Her (2013) [imdb:tt1798709]');
  expect(await suggest('zzz')).toEqual([]);
  expect(await suggest('  ')).toEqual([]);
});

test('a film that log and catalogue both know is suggested once, and a year picks among films', async () => {
  const her2013 = (await suggest('her 2013')).filter(({ content }) => content.startsWith('Her (2013)'));
  expect(her2013).toHaveLength(1);
  expect(await suggest('her (1950)')).toEqual([]);
});

test('a suggestion is text to the browser, whatever the title holds', async () => {
  await log.write(rateFilm({ film: { title: 'Zzz <b>&"', year: 2001, refs: [] }, value: 1 }));
  expect(await suggest('zzz')).toMatchObject([{ description: 'Zzz &lt;b&gt;&amp;&quot; (2001)' }]);
});

test('what is typed and entered is the only film that it can be', async () => {
  events.entered.trigger('melanch');
  await vi.waitFor(() => expect(open).toHaveBeenCalled());
  expect(await takePendingPopupFilm(7)).toMatchObject({ hint: { title: 'Melancholia', year: 2011 } });
});

test('what is entered opens the popup on that film', async () => {
  events.entered.trigger('Her (2013) [imdb:tt1798709]');
  await vi.waitFor(() => expect(open).toHaveBeenCalledWith({ windowId: 3 }));
  expect(await takePendingPopupFilm(7)).toMatchObject({ hint: { title: 'Her', refs: ['imdb:tt1798709'] } });
});

test('a browser without menus, shortcuts and omnibox is no fault', () => {
  removeAllListeners();
  Object.assign(browser, { contextMenus: undefined, commands: undefined, omnibox: undefined });
  expect(() =>
    registerBrowserCommands({
      readLog: () => Promise.resolve(null),
      lookUp: { find: () => Promise.resolve([]) },
      findTitles: () => Promise.resolve([]),
    }),
  ).not.toThrow();
});
