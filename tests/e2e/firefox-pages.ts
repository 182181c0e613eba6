// What tests do on the extension's pages in Firefox, and where its files are.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { uuid } from './firefox.ts';
import { messagePattern } from './messages.ts';

/** A message anywhere in a text. */
export const findMessage = (key: string): RegExp => new RegExp(messagePattern(key).source.slice(1, -1));
export const readText = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
export const listHeadings = (page: Page): Promise<string[]> =>
  page.$$eval('h1, h2, h3', (headings) => headings.map(({ textContent }) => textContent ?? ''));

/** Presses a button, of the open dialog if there is one, as soon as it can be pressed. */
export async function press(page: Page, name: RegExp): Promise<void> {
  const click = () =>
    page.evaluate((source) => {
      const wanted = new RegExp(source);
      const buttons = [...(document.querySelector('dialog[open]') ?? document).querySelectorAll('button')];
      const button = buttons.find(({ innerText, disabled }) => !disabled && wanted.test(innerText.trim()));
      button?.click();
      return button !== undefined;
    }, name.source);
  await expect.poll(click, { message: `a button ${name} to press` }).toBe(true);
}

/** The folder of the extension's IndexedDB, or of its `storage.local`. */
export function findFolder(profile: string, of: 'databases' | 'storage.local'): string {
  const origin = `moz-extension+++${uuid}${of === 'databases' ? '' : '^userContextId=4294967295'}`;
  return join(profile, 'storage', 'default', origin, 'idb');
}

/**
 * The files of the databases whose name begins with the text. In the name of a file Firefox mixes the letters of the
 * database's name from both ends.
 */
export function listFiles(profile: string, name = ''): string[] {
  const folder = findFolder(profile, 'databases');
  const isOf = (file: string): boolean => {
    const letters = file.replace(/^\d+/, '').replace(/\..*$/, '');
    const ends = [...letters].filter((_, at) => at % 2 === 0);
    const starts = [...letters].filter((_, at) => at % 2 === 1).reverse();
    return name === '' || [...ends, ...starts].join('') === name;
  };
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isOf(entry.name))
    .map((entry) => join(folder, entry.name));
}
