// Operates the popup and the log page by the names of their controls.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { messagePattern } from './messages.ts';

/** Rates the popup's film with the keyboard, and waits until the status says that it is saved. */
export async function rate(popup: Page, title: RegExp, stars: number): Promise<void> {
  const slider = popup.getByRole('slider', { name: title });
  await slider.focus();
  await slider.press(String(Math.ceil(stars)));
  await expect.poll(() => slider.inputValue()).toBe(String(Math.ceil(stars) * 2));
  if (stars % 1) await slider.press('ArrowLeft');
  await expect.poll(() => slider.inputValue()).toBe(String(stars * 2));
  await waitUntilSaved(popup);
}

/** Logs an entry on a day other than today. */
export async function logOn(popup: Page, day: string): Promise<void> {
  await popup.getByRole('button', { name: messagePattern('ownWatchedWhen') }).click();
  await popup.getByRole('menuitem', { name: messagePattern('dayOther') }).click();
  await popup.locator('input[type="date"]').fill(day);
  await popup.getByRole('button', { name: messagePattern('formLog') }).click();
  await expect
    .poll(async () => (await readStore(popup, 'entries')).map((entry) => entry.watchedOn))
    .toContain(day);
  await waitUntilSaved(popup);
}

/** Waits for the status line that appears when a write is durable. */
async function waitUntilSaved(popup: Page): Promise<void> {
  await popup
    .getByRole('button', { name: messagePattern('statusUndo') })
    .first()
    .waitFor();
}

/** Returns the day before today in a time zone, as `YYYY-MM-DD`. */
export function findYesterday(timeZone: string, now = new Date()): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Reads the rows of a store of `marquee-log`, on a page of the extension. */
export function readStore(page: Page, store: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (name) => {
    interface Buckets {
      keys(): Promise<string[]>;
      open(name: string): Promise<{ indexedDB: IDBFactory }>;
    }
    // After a restore the log may be in a storage bucket (lib/watchlog/store/database-location.ts).
    const buckets = Reflect.get(navigator, 'storageBuckets') as Buckets | undefined;
    const flags = (await buckets?.keys())?.filter((key) => key.endsWith('-ready')) ?? [];
    const newest = flags
      .map((key) => key.replace('-ready', ''))
      .sort()
      .at(-1);
    const factory = buckets && newest ? (await buckets.open(newest)).indexedDB : indexedDB;
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const database = await wait(factory.open('marquee-log'));
    const rows: unknown = await wait(database.transaction(name).objectStore(name).getAll());
    database.close();
    return rows as Record<string, unknown>[];
  }, store);
}
