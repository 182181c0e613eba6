import { browser } from 'wxt/browser';
import { locales } from './locales.ts';
import { findLanguage, replaceMessages, t, type MessageKey } from './messages.ts';

/** Takes the messages of a shipped language in place of the browser's. It stays as it is if they cannot be read. */
async function loadLanguage(tag: string): Promise<void> {
  if (!locales.some((locale) => locale === tag) || tag === t('languageTag')) return;
  try {
    const answer = await fetch(
      browser.runtime.getURL(`/_locales/${tag.replace('-', '_')}/messages.json` as '/log.html'),
    );
    const messages = (await answer.json()) as Record<string, { message: string }>;
    replaceMessages(new Map(Object.entries(messages).map(([key, { message }]) => [key, message])));
  } catch {
    // The browser's language is better than none.
  }
}

/**
 * Prepares a page of ours before it renders: its language, direction and title. `language` is the chosen one, or empty.
 * Nothing is loaded, and nothing waits, unless another language than the browser's is chosen.
 */
export async function prepareOwnPage(title: MessageKey, language: string): Promise<void> {
  if (language !== '') await loadLanguage(language);
  const { documentElement } = document;
  documentElement.lang = findLanguage();
  documentElement.dir = t('languageDirection');
  document.title = t(title);
}
