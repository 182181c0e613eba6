// The import's preview: an archive in three clicks, by mouse and by keyboard, and every state of the page.
import { mkdirSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import type { FileChooser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { createKeys } from './keys.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';

const screen = { width: 1280, height: 800 };
const pictures = '.output/screenshots';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  mkdirSync(pictures, { recursive: true });
});
afterAll(() => site.close());
beforeEach(async () => {
  browser = await launchExtension({ site, viewport: screen });
  page = await browser.openOwn('log.html');
  await button('logAdd').waitFor();
});
afterEach(() => browser.close());

const button = (key: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name: messagePattern(key) }).first();
const heading = (key: string): Locator => page.getByRole('heading', { name: messagePattern(key) });
const isLive = ({ deleted }: Record<string, unknown>): boolean => deleted === null;
const countLive = async (store: string): Promise<number> =>
  (await readStore(page, store)).filter(isLive).length;

const diaryOf = (count: number): string =>
  [
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date',
    ...Array.from(
      { length: count },
      (_, at) =>
        `2024-05-${String((at % 28) + 1).padStart(2, '0')},Lantern ${at},19${60 + (at % 40)},https://boxd.it/l${at},4,,,2024-05-01`,
    ),
  ].join('\n');
const archive = Buffer.from(
  zipSync({
    'diary.csv': strToU8(diaryOf(60)),
    'watchlist.csv': strToU8('Date,Name,Year,Letterboxd URI\n2024-05-01,Low Tide,1971,https://boxd.it/w1\n'),
    'profile.csv': strToU8('Date Joined,Username,Given Name\n2020-01-01,mara,Mara\n'),
  }),
);
const zip = { name: 'letterboxd-mara.zip', mimeType: 'application/zip', buffer: archive };
const text = (name: string, content: string, mimeType = 'text/csv') => ({
  name,
  mimeType,
  buffer: Buffer.from(content, 'utf8'),
});

/** Chooses files in the picker, without counting clicks. */
async function choose(...files: ReturnType<typeof text>[]): Promise<void> {
  await page.goto(page.url().replace(/#.*$|$/, '#transfer'));
  await page.locator('input[type="file"]').setInputFiles(files);
}

async function expectInWindow(target: Locator): Promise<void> {
  await target.waitFor();
  const box = await target.boundingBox();
  expect(box).not.toBeNull();
  expect(box!.y).toBeGreaterThanOrEqual(0);
  expect(box!.y + box!.height).toBeLessThanOrEqual(screen.height);
  expect(await page.evaluate(() => scrollY)).toBe(0);
}

async function takePictures(name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}/import-${name}-1280.png` });
  await page.setViewportSize({ width: 380, height: 800 });
  await page.screenshot({ path: `${pictures}/import-${name}-380.png` });
  await page.setViewportSize(screen);
}

test('imports an archive of Letterboxd with three clicks and without scrolling', async () => {
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    await expectInWindow(target);
    const box = await target.boundingBox();
    await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    clicks += 1;
  };
  await click(page.getByRole('link', { name: /^Import & export/ }));
  const chooser = page.waitForEvent('filechooser');
  await click(page.locator('.drop'));
  await (await chooser).setFiles(zip);
  await click(page.getByRole('button', { name: 'Add 61 films to my log' }));
  await page.getByRole('heading', { name: '61 films are in your log' }).waitFor();
  expect(clicks).toBe(3);
  expect([await countLive('entries'), await countLive('watchlist')]).toEqual([60, 1]);
});

test('imports an archive of Letterboxd by keyboard alone, and undoes it: the trash stays empty', async () => {
  const { press } = createKeys(page);
  await press(page.getByRole('link', { name: /^Import & export/ }));
  const chosen: Promise<FileChooser> = page.waitForEvent('filechooser');
  await press(page.locator('input[type="file"]'));
  await (await chosen).setFiles(zip);
  await press(page.getByRole('button', { name: 'Add 61 films to my log' }));
  await page.getByRole('heading', { name: '61 films are in your log' }).waitFor();
  await press(button('importUndoThis'));
  await heading('importUndone').waitFor();
  expect(await countLive('films')).toBe(0);
  await page.goto(page.url().replace(/#.*$/, '#trash'));
  await page.getByText(messagePattern('trashEmpty')).waitFor();
});

const open = text(
  'watched.csv',
  'Film,Watched on,Rating\nThe Island,03/05/2021,7/10\nHeat,16/06/2021,9/10\nDune,17/06/2021,\n' +
    Array.from({ length: 12 }, (_, at) => `Lantern ${at} (1975),18/06/2021,8/10`).join('\n'),
);

test('asks what it must know, imports the rest, and answers can follow', async () => {
  await choose(open);
  const preview = page.getByRole('region', { name: messagePattern('importPreview') });
  await preview.waitFor();
  const questions = preview.getByRole('group');
  await questions.first().waitFor();
  const add = preview.locator('.dock .primary');
  await expectInWindow(add);
  const before = await add.innerText();
  expect(await preview.locator('.dock').innerText()).toMatch(/wait/);
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await takePictures('questions');
  await preview
    .locator('.dock')
    .getByRole('status')
    .filter({ hasText: before.replace(/\D/g, '') })
    .waitFor();
  await add.click();
  await heading('importDoneFilms_other').waitFor();
  const written = await countLive('films');
  expect(written).toBe(Number(before.replace(/\D/g, '')));
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await takePictures('done');
  await button('importAnswerNow').click();
  await questions
    .first()
    .getByRole('radio', { name: messagePattern('undecidedAsNamed') })
    .check();
  await preview.locator('.answered').first().waitFor();
  await page.getByRole('button', { name: 'Add 1 film to my log' }).click();
  await heading('importDoneFilms_one').waitFor();
  expect(await countLive('films')).toBe(written + 1);
});

test('says what is wrong with a file, and that nothing was changed', async () => {
  for (const [name, file, title] of [
    ['picture', text('photo.jpg', '\u0000\u0001JFIF\u0000', 'image/jpeg'), 'importNoFilms'],
    ['damaged', { ...zip, buffer: archive.subarray(0, 300) }, 'importUnreadable'],
    [
      'series',
      text(
        'NetflixViewingHistory.csv',
        'Title,Date\n"Dark: Season 1: Secrets","12/31/23"\n"Dark: Season 1: Lies","12/30/23"\n',
      ),
      'importNoFilms',
    ],
  ] as const) {
    await choose(file);
    await heading(title).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Nothing was changed.');
    expect(await listViolationsInBoth(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await takePictures(name);
    await page.reload();
  }
});

test('says that the log has all of a file, and asks about what differs only then', async () => {
  const diary = text('diary.csv', diaryOf(12));
  await choose(diary);
  await button('importWrite_other').click();
  await heading('importDoneFilms_other').waitFor();
  await page.reload();
  await choose(diary);
  await heading('importAllThere').waitFor();
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await takePictures('all-there');
  await page.reload();
  await choose(text('diary.csv', diaryOf(12).replace(',4,,,', ',3,,,')));
  const policy = page.getByRole('group', { name: /^Where your log and the file differ/ });
  await policy.getByRole('radio', { name: /Keep mine/ }).waitFor();
  expect(await policy.getByRole('radio', { name: /Keep mine/ }).isChecked()).toBe(true);
  await takePictures('differs');
  await policy.getByRole('radio', { name: /Use the files/ }).check();
  await button('importWrite_one').waitFor();
  await page.locator('.left-out summary').last().click();
  await page.locator('.plan-table').waitFor();
  await page.locator('.left-out summary').first().click();
  expect(await listViolationsInBoth(page)).toEqual([]);
});
