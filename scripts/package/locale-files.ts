// The descriptions of messages are for translators; the browser does not need them.
import { readFileSync } from 'node:fs';
import type { ResolvedPublicFile, Wxt } from 'wxt';

/** Returns the messages of a locale file without their descriptions, as compact JSON. */
export function removeDescriptions(json: string): string {
  const messages = JSON.parse(json) as Record<string, { description?: string }>;
  const kept = Object.entries(messages).map(([key, { description: _, ...message }]) => [key, message]);
  return JSON.stringify(Object.fromEntries(kept));
}

/** WXT hook (`build:publicAssets`): removes the descriptions from the shipped locale files. */
export function shortenLocaleFiles(_wxt: Wxt, files: ResolvedPublicFile[]): void {
  for (const [index, file] of files.entries()) {
    if (!/^_locales[\\/].+[\\/]messages\.json$/.test(file.relativeDest) || !('absoluteSrc' in file)) continue;
    const contents = removeDescriptions(readFileSync(file.absoluteSrc, 'utf8'));
    files[index] = { relativeDest: file.relativeDest, contents };
  }
}
