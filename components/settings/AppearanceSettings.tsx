import { formatLanguage } from '../../lib/i18n/locales.ts';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { Appearance, Theme } from '../../lib/settings/shown-appearance.ts';
import { Switch } from '../ui/Switch.tsx';

interface AppearanceSettingsProps {
  appearance: Appearance;
  /** The languages that can be chosen, as tags. */
  languages: readonly string[];
  /** Whether the toolbar icon shows the number of films on a page. */
  countsFilms: boolean;
  onChange: (changes: Partial<Appearance>) => void;
  onCount: (on: boolean) => void;
}

const themeWords = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
} as const satisfies Record<Theme, MessageKey>;

const themes = Object.keys(themeWords) as Theme[];

/** How the pages of Marquee look, their language, and the number on the toolbar icon. */
export function AppearanceSettings({ appearance, languages, countsFilms, ...on }: AppearanceSettingsProps) {
  return (
    <section class="card" aria-labelledby="appearance">
      <h2 id="appearance" class="title">
        {t('optionsAppearance')}
      </h2>
      <fieldset class="choice-row">
        <legend>{t('optionsTheme')}</legend>
        {themes.map((theme) => (
          <label key={theme} class="check">
            <input
              type="radio"
              name="theme"
              checked={appearance.theme === theme}
              onChange={() => on.onChange({ theme })}
            />
            {t(themeWords[theme])}
          </label>
        ))}
      </fieldset>
      <label class="choice-row">
        <span class="legend">{t('optionsLanguage')}</span>
        <select
          class="input"
          value={appearance.language}
          onChange={({ currentTarget }) => on.onChange({ language: currentTarget.value })}
        >
          <option value="">{t('optionsLanguageBrowser')}</option>
          {languages.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {formatLanguage(tag)}
            </option>
          ))}
        </select>
      </label>
      <p class="muted">{t('optionsAppearanceMeans')}</p>
      <Switch label={t('optionsCount')} on={countsFilms} onChange={on.onCount} />
      <p class="muted">{t('optionsCountMeans')}</p>
    </section>
  );
}
