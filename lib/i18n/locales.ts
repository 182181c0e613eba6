/** The languages of `public/_locales`, as tags. */
export const locales = ['de', 'en'] as const;

/** The name of a language in itself, such as "Deutsch". */
export function formatLanguage(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
