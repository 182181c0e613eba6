import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const english: unknown = JSON.parse(
  readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);
const messages = new Map(Object.entries(english as Record<string, { message: string }>));

// The fake browser knows no messages: it answers with the English ones, as the browser does.
Object.assign(fakeBrowser.i18n, {
  getUILanguage: () => 'en-GB',
  getMessage: (key: string, substitutions: string | string[] = []) =>
    (messages.get(key)?.message ?? '').replace(
      /\$([1-9])/g,
      (_place, number: string) => [substitutions].flat()[Number(number) - 1] ?? '',
    ),
});
