/** How pages of ours look, as pages can read it before they paint: the storage of the extension answers too late for that. */
export interface Appearance {
  theme: Theme;
  /** The tag of a shipped language; empty for the browser's. */
  language: string;
}

/** `system` follows the system's setting. */
export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const name = 'marquee-appearance';

/** The appearance as this browser last showed it; the system's and the browser's if that is not known. Never throws. */
export function loadShownAppearance(): Appearance {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<
      Record<string, unknown>
    >;
    return {
      theme: themes.find((each) => each === theme) ?? 'system',
      language: typeof language === 'string' ? language : '',
    };
  } catch {
    return { theme: 'system', language: '' };
  }
}

/** Keeps the appearance for the next page. Never throws: without it a page shows the system's for a moment. */
export function keepShownAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(name, JSON.stringify(appearance));
  } catch {
    // A browser that keeps nothing.
  }
}

/** Shows the theme on this page. */
export function showTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
}
