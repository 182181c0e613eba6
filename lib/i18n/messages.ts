import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** The keys of `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

/**
 * The start of keys that hold one message for each form that a number asks for: `logFilms` of `logFilms_one` and
 * `logFilms_other`. Which forms there are depends on the language (`Intl.PluralRules`); each has `_other`.
 */
export type PluralKey = {
  [Key in MessageKey]: Key extends `${infer Stem}_other` ? Stem : never;
}[MessageKey];

/** The part of the browser's API that answers messages: its generated type lists the keys of the last build. */
interface MessageSource {
  getMessage(key: MessageKey, substitutions: string[]): string;
}

/** Messages without placeholders: the browser is asked once, because a page shows some of them at every keystroke. */
const known = new Map<MessageKey, string>();

/** The messages of a language that the user chose for pages of ours; null for the browser's. */
let chosen: ReadonlyMap<string, string> | null = null;

/** Takes other messages in place of the browser's, before any is used: `$1` to `$9` in them are replaced. */
export function replaceMessages(messages: ReadonlyMap<string, string>): void {
  chosen = messages;
  known.clear();
  language = pluralRules = undefined;
}

function find(key: MessageKey, substitutions: string[]): string {
  const message = chosen?.get(key);
  if (message !== undefined)
    return message.replace(/\$([1-9])/g, (_, at: string) => substitutions[Number(at) - 1] ?? '');
  const source: MessageSource = browser.i18n;
  return source.getMessage(key, substitutions);
}

/** The message in the user's language, `$1` to `$9` replaced in order. Throws if no locale has the key. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  const before = substitutions.length === 0 ? known.get(key) : undefined;
  if (before !== undefined) return before;
  const message = find(key, substitutions);
  if (message === '') throw new Error(`No message is called ${key}`);
  if (substitutions.length === 0) known.set(key, message);
  return message;
}

let language: string | undefined;

/**
 * BCP 47 tag for numbers and dates: the browser's own where its language is the one the messages are in
 * (so that en-GB keeps its dates), else the language of the messages.
 */
export function findLanguage(): string {
  if (language !== undefined) return language;
  const ofMessages = t('languageTag');
  const ofBrowser = browser.i18n.getUILanguage().replaceAll('_', '-');
  language = ofBrowser.split('-')[0] === ofMessages ? ofBrowser : ofMessages;
  return language;
}

let pluralRules: Intl.PluralRules | undefined;

/** The key for the form that a number asks for in the user's language. English need not have a key for that form. */
export function findPluralKey(stem: PluralKey, count: number): MessageKey {
  pluralRules ??= new Intl.PluralRules(findLanguage());
  return `${stem}_${pluralRules.select(count)}` as MessageKey;
}

/** The form of a message that goes with a number; the formatted number is `$1`. */
export function tCount(stem: PluralKey, count: number, ...more: string[]): string {
  return t(findPluralKey(stem, count), formatNumber(count), ...more);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** The user's language's format with these options; made once, because a page may show a thousand figures. */
export function findNumberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = JSON.stringify(options);
  let format = numberFormats.get(name);
  if (!format) {
    format = new Intl.NumberFormat(findLanguage(), options);
    numberFormats.set(name, format);
  }
  return format;
}

/** A number in the user's language, with the given number of decimals (default 0). */
export function formatNumber(value: number, decimals = 0): string {
  return findNumberFormat({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}
