import { storage } from 'wxt/utils/storage';
import { readItem } from './read-item.ts';
import {
  keepShownAppearance,
  loadShownAppearance,
  showTheme,
  themes,
  type Appearance,
  type Theme,
} from './shown-appearance.ts';

const themeItem = storage.defineItem<Theme>('local:theme', { fallback: 'system', version: 1 });
const languageItem = storage.defineItem<string>('local:language', { fallback: '', version: 1 });

/** The appearance that the user chose. Never rejects. */
export async function loadAppearance(): Promise<Appearance> {
  const [theme, language] = await Promise.all([readItem(themeItem), readItem(languageItem)]);
  return { theme: themes.find((each) => each === theme) ?? 'system', language: String(language) };
}

/** Saves the given parts. This page shows the theme at once; the language is that of the next page. */
export async function saveAppearance(changes: Partial<Appearance>): Promise<void> {
  const appearance = { ...(await loadAppearance()), ...changes };
  if (changes.theme !== undefined) await themeItem.setValue(appearance.theme);
  if (changes.language !== undefined) await languageItem.setValue(appearance.language);
  keepShownAppearance(appearance);
  showTheme(appearance.theme);
}

/** Shows the theme that the user chose on this page, and each later choice. The language stays: texts are not changed in use. */
export function followAppearance(): void {
  const follow = async (): Promise<void> => {
    const appearance = await loadAppearance();
    const shown = loadShownAppearance();
    if (appearance.theme === shown.theme && appearance.language === shown.language)
      return showTheme(shown.theme);
    keepShownAppearance(appearance);
    showTheme(appearance.theme);
  };
  themeItem.watch(() => void follow());
  languageItem.watch(() => void follow());
  void follow();
}
