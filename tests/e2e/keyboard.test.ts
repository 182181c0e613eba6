// The log page by keyboard alone: every action, without a click.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { createKeys, type Keys } from './keys.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
let tabTo: Keys['tabTo'];
let press: Keys['press'];
let keys: Keys['keys'];

beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site });
  page = await browser.openOwn('log.html');
  ({ tabTo, press, keys } = createKeys(page));
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: messagePattern('logAdd') }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const button = (key: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name: messagePattern(key) }).first();
const rows = (): Locator => page.locator('main [data-row]');
const dialog = (): Locator => page.locator('dialog[open]');

/** Waits until a closed dialog is removed: only then does the page handle keys again. */
const waitForNoDialog = (): Promise<void> => page.locator('dialog').waitFor({ state: 'detached' });

/** Leaves the focused field, so that single letters are shortcuts again. */
const leaveField = (): Promise<void> => keys('Escape');

async function goTo(letter: string, heading: string): Promise<void> {
  await keys('g', letter);
  await page.getByRole('heading', { level: 1, name: messagePattern(heading) }).waitFor({ state: 'attached' });
}

async function logFilm(title: string, year: string, stars: string): Promise<void> {
  await keys('n');
  await tabTo(dialog().locator('input').first());
  await page.keyboard.type(`${title} ${year}`);
  await keys('Enter');
  await tabTo(dialog().getByRole('slider'));
  await keys(stars);
  await press(button('formLog', dialog()));
  await waitForNoDialog();
  await rows().filter({ hasText: title }).waitFor();
}

test('logs and rates films, and edits an entry', async () => {
  await logFilm('Inception', '2010', '5');
  await logFilm('Alien', '1979', '3');
  await expect.poll(() => rows().count()).toBe(2);

  await keys('j', 'Enter');
  await tabTo(dialog().locator('textarea').first());
  await page.keyboard.type('Seen by hand.');
  await press(button('formSaveChanges', dialog()));
  await waitForNoDialog();
  await rows().filter({ hasText: 'Seen by hand.' }).waitFor();
  const entries = await readStore(page, 'entries');
  expect(entries.map(({ rating }) => rating).sort()).toEqual([10, 6]);
});

test('finds a film despite a typo, and puts the filters into the address', async () => {
  await keys('/');
  await page.keyboard.type('incetpion');
  await expect.poll(() => rows().count()).toBe(1);
  await expect.poll(() => new URL(page.url()).hash).toContain('q=incetpion');
  await keys('Control+A', 'Delete');
  await expect.poll(() => rows().count()).toBe(2);

  await press(button('chipRating'), 'Space');
  await expect.poll(() => rows().allInnerTexts()).toEqual([expect.stringContaining('Inception')]);
  await expect.poll(() => new URL(page.url()).hash).toContain('rating=8');
  await keys('Space');
  await expect.poll(() => rows().count()).toBe(2);
});

test('rates a film again on its page', async () => {
  await goTo('f', 'logViewFilms');
  await rows().first().waitFor();
  await keys('j', 'Enter');
  await tabTo(page.locator('.film-top').getByRole('slider'));
  await keys('4');
  await expect.poll(async () => (await readStore(page, 'ratings')).map(({ value }) => value)).toContain(8);
  await keys('Alt+ArrowLeft');
});

test('tags several entries at once, and undoes it', async () => {
  await goTo('d', 'logDiary');
  await press(button('logSelect'));
  await keys('j', 'x', 'j', 'x');
  await press(button('bulkTagsShort'));
  await tabTo(dialog().locator('input').first());
  await page.keyboard.type('double bill');
  await keys('Enter');
  await expect.poll(() => rows().filter({ hasText: 'double bill' }).count()).toBe(2);
  await leaveField();
  await keys('z');
  await expect.poll(() => rows().filter({ hasText: 'double bill' }).count()).toBe(0);
});

test('deletes an entry, and restores it with Undo and from the trash', async () => {
  const remove = async (): Promise<void> => {
    await keys('j', 'Enter');
    await press(button('formDelete', dialog()));
    await expect.poll(() => rows().count()).toBe(1);
  };
  await remove();
  await keys('z');
  await expect.poll(() => rows().count()).toBe(2);
  await remove();
  await goTo('t', 'logViewTrash');
  await press(page.getByRole('button', { name: messagePattern('trashRestoreOf') }).first());
  await page.getByText(messagePattern('trashEmpty')).waitFor();
  await goTo('d', 'logDiary');
  await expect.poll(() => rows().count()).toBe(2);
});

const diary = `Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date
2024-03-02,King Kong,1976,https://boxd.it/aa1,2.5,,,2024-03-01
`;

/** Chooses a file on the import page, and waits for its preview. */
async function chooseFile(name: string, text: string): Promise<Locator> {
  await goTo('i', 'logViewTransfer');
  const chooser = page.waitForEvent('filechooser');
  await press(page.locator('input[type="file"]'));
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
  const preview = page.getByRole('region', { name: messagePattern('importPreview') });
  await preview.waitFor();
  return preview;
}

test('previews and imports a file, undoes the import, and exports the log', async () => {
  const before = await readStore(page, 'entries');
  const preview = await chooseFile('diary.csv', diary);
  await preview.getByRole('heading', { name: '1 film from 1 file' }).waitFor();
  expect(await readStore(page, 'entries')).toEqual(before);
  await press(button('importWrite_one', preview));
  await page.getByRole('heading', { name: messagePattern('importDoneFilms_one') }).waitFor();
  const isKong = ({ watchedOn, deleted }: Record<string, unknown>): boolean =>
    watchedOn === '2024-03-01' && deleted === null;
  expect((await readStore(page, 'entries')).filter(isKong)).toHaveLength(1);

  await press(button('importUndo'));
  await press(button('importUndo', dialog()));
  await expect.poll(async () => (await readStore(page, 'entries')).filter(isKong).length).toBe(0);

  const download = page.waitForEvent('download');
  await press(page.getByRole('button', { name: /Marquee file/ }));
  expect((await download).suggestedFilename()).toBe('marquee-log.json');
  await press(button('statusDismiss'));
});

const list = `Letterboxd list export v7
Date,Name,Tags,URL,Description
2024-03-02,For winter,,https://boxd.it/l,

Position,Name,Year,URL,Description
1,Memento,2000,,
2,Up,2009,,
`;

test('answers a question about a table, changes what a column was taken for, and imports it', async () => {
  const table = 'Film,Year,Seen on,Where\nThe Long Reel,1999,03/04/2024,Kino\n';
  const preview = await chooseFile('club.csv', table);
  const question = preview.getByRole('group', { name: '03/04/2024' });
  await tabTo(question.getByRole('radio').first());
  await keys('ArrowDown');
  await preview.getByText('This reads as: The Long Reel (1999), watched 3 April 2024.').waitFor();
  await tabTo(preview.locator('summary').first());
  await keys('Enter');
  await tabTo(preview.getByRole('combobox').last());
  await page.keyboard.type('Note');
  await preview.getByText('This reads as').waitFor();
  await press(button('importWrite_one', preview));
  await page.getByRole('heading', { name: messagePattern('importDoneFilms_one') }).waitFor();
  const entry = (await readStore(page, 'entries')).find(({ note }) => note === 'Kino');
  expect(entry).toMatchObject({ watchedOn: '2024-04-03', place: '', deleted: null });
  await press(button('importUndo'));
  await press(button('importUndo', dialog()));
  await expect
    .poll(async () => (await readStore(page, 'entries')).find(({ note }) => note === 'Kino')?.deleted ?? null)
    .not.toBeNull();
  await goTo('d', 'logDiary');
});

test('imports a list, opens it and a film of it, and undoes the import', async () => {
  const listTags = async (): Promise<unknown[]> =>
    (await readStore(page, 'films')).flatMap(({ deleted, tags }) => (deleted === null ? tags : []));
  const countItems = async (): Promise<number> =>
    (await readStore(page, 'listItems')).filter(({ deleted }) => deleted === null).length;
  const preview = await chooseFile('for-winter.csv', list);
  await press(button('importWrite_other', preview));
  await page.getByRole('heading', { name: messagePattern('importDoneFilms_other') }).waitFor();
  expect(await countItems()).toBe(2);

  await goTo('f', 'logViewFilms');
  await rows().first().waitFor();
  expect(await rows().filter({ hasText: 'Memento' }).count()).toBe(0);
  await page.goto(page.url().replace(/#.*/, '#lists'));
  await press(page.getByRole('link', { name: 'For winter' }));
  await press(page.getByRole('link', { name: 'Memento' }));
  const field = page.getByLabel(messagePattern('filmTags'));
  await tabTo(field);
  await page.keyboard.type('my own');
  await keys('Enter');
  await expect.poll(listTags).toContain('my own');
  await leaveField();

  await goTo('i', 'logViewTransfer');
  await press(button('importUndo'));
  await press(button('importUndo', dialog()));
  await expect.poll(countItems).toBe(0);
  expect(await listTags()).toEqual(['my own']);
});

test('moves between the months of the calendar', async () => {
  await goTo('d', 'logDiary');
  await press(button('layoutCalendar'));
  const month = page.locator('.calendar-head h2');
  const now = await month.innerText();
  await press(button('calendarBefore'));
  await expect.poll(() => month.innerText()).not.toBe(now);
  await press(button('calendarAfter'));
  await expect.poll(() => month.innerText()).toBe(now);
  await press(page.locator('.calendar td button').first());
  await dialog().waitFor();
  await keys('Escape');
  await waitForNoDialog();
});

test('opens and closes the list of keys', async () => {
  await leaveField();
  await keys('?');
  await dialog().getByText(messagePattern('keySearch')).waitFor();
  await keys('Escape');
  await waitForNoDialog();
});
