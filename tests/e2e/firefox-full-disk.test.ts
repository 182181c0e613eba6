// The extension in Firefox on a disk that becomes full: a file system in memory of a fixed size, which only root can make.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { findMessage, listFiles, listHeadings, press, readText } from './firefox-pages.ts';
import { hasFirefox, launchFirefox, openOwn, openPopup, readRows } from './firefox.ts';
import { messagePattern } from './messages.ts';

const filmUrl = 'https://films.marquee.example/films/jaws-1975/';
const diskSize = '300m';
/** How much room is left before some ratings, in kB: the log needs less of it than the copy does. */
const rooms = [512, 256, 192, 128, 96, 64, 48, 32, 16, 8, 4, 0];

const mount = (folder: string, size: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-disk-'));
  const isDone = mount(folder, '1m');
  if (isDone) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return isDone;
}

let disk: string;
let copy: string;
let site: SiteServer;
let browser: Browser | null = null;

beforeAll(async () => {
  [disk = '', copy = ''] = ['disk', 'copy'].map((name) => mkdtempSync(join(tmpdir(), `marquee-${name}-`)));
  site = await startSite();
});
afterAll(async () => {
  await closeBrowser();
  await site.close();
  spawnSync('umount', ['-l', disk]);
  for (const folder of [disk, copy])
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
});

const filler = (): string => join(disk, 'filler');

/** Takes all room that is left to the last byte, and gives back so much. */
function leaveRoom(kilobytes: number): void {
  const file = openSync(filler(), 'a');
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch {
      // There is no room for so much.
    }
  }
  closeSync(file);
  truncateSync(filler(), Math.max(0, statSync(filler()).size - kilobytes * 1024));
}

interface Answer {
  title: string;
  /** `saved`, `not-backed-up`, or the code of the error. */
  said: string;
}

/** Rates a film as the popup does, and resolves with what the background answers. */
const rate = (page: Page, title: string): Promise<Answer> =>
  page.evaluate(async (name) => {
    interface WithRuntime {
      browser: { runtime: { sendMessage(message: object): Promise<Reply> } };
    }
    interface Reply {
      res?: { notBackedUp?: string };
      err?: { code?: string };
    }
    const { runtime } = (globalThis as unknown as WithRuntime).browser;
    const film = { title: name, year: 2001, refs: [`title:${name.toLowerCase()}:2001`] };
    const data = { film, value: 7 };
    const { res, err } = await runtime.sendMessage({ id: 1, type: 'rateFilm', data, timestamp: Date.now() });
    if (err) return { title: name, said: err.code ?? 'no code' };
    return { title: name, said: res?.notBackedUp === undefined ? 'saved' : 'not-backed-up' };
  }, title);

/** The titles of the films with a rating. */
async function readRated(page: Page): Promise<string[]> {
  const [films, ratings] = [await readRows(page, 'films'), await readRows(page, 'ratings')];
  if (typeof films === 'string' || typeof ratings === 'string') return [];
  const titles = new Map(films.map(({ id, title }) => [id, String(title)]));
  return ratings.flatMap(({ filmId, value }) => (value === null ? [] : (titles.get(filmId) ?? []))).sort();
}

async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

async function openLog(profile: string): Promise<Page> {
  await closeBrowser();
  browser = await launchFirefox({ site, profile });
  return openOwn(browser, 'log.html');
}

/** Rates films while the room becomes less. */
async function rateWithLessRoom(page: Page): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const room of rooms) {
    leaveRoom(room);
    for (const name of ['a', 'b', 'c']) answers.push(await rate(page, `With${room}${name}`));
  }
  return answers;
}

const titlesOf = (answers: Answer[], ...said: string[]): string[] =>
  answers.flatMap((one) => (said.includes(one.said) ? [one.title] : [])).sort();

test.skipIf(!hasFirefox || process.env.MARQUEE_FULL_DISK !== '1' || !canMount())(
  'on a full disk in Firefox each rating is refused in words, or it is in the log; and in its copy unless that is said',
  { timeout: 400_000 },
  async () => {
    mount(disk, diskSize);
    const profile = join(disk, 'profile');
    mkdirSync(profile);
    const page = await openLog(profile);
    const before = await rate(page, 'Before');
    const answers = [before, ...(await rateWithLessRoom(page))];
    expect(before.said).toBe('saved');
    expect(new Set(answers.map(({ said }) => said))).toContain('storage-full');
    expect(titlesOf(answers, 'saved', 'not-backed-up', 'storage-full')).toHaveLength(answers.length);

    leaveRoom(0);
    if (browser === null) return;
    await (await browser.newPage()).goto(filmUrl);
    const popup = await openPopup(browser, filmUrl);
    const slider = await popup.waitForSelector('input[type="range"]');
    await slider?.focus();
    await slider?.press('4');
    await expect.poll(() => readText(popup)).toMatch(findMessage('errorStorageFull'));
    await closeBrowser();

    // As the disk was then, without the log.
    cpSync(profile, copy, { recursive: true });
    rmSync(filler());
    const saved = titlesOf(answers, 'saved', 'not-backed-up');
    const log = await openLog(profile);
    await expect.poll(() => readRated(log)).toEqual(saved);
    expect((await rate(log, 'After')).said).toBe('saved');

    await closeBrowser();
    listFiles(copy, 'marquee-log').forEach((file) => rmSync(file));
    const restored = await openLog(copy);
    await expect
      .poll(() => listHeadings(restored))
      .toContainEqual(expect.stringMatching(messagePattern('recoveryTitle')));
    await press(restored, messagePattern('recoveryRestore'));
    await expect.poll(() => readRated(restored)).toEqual(expect.arrayContaining(titlesOf(answers, 'saved')));
  },
);
