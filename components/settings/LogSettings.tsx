import { t } from '../../lib/i18n/messages.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { Switch } from '../ui/Switch.tsx';

type Shown = Pick<Settings, 'keepsWatchlist' | 'keepsCovers'>;

interface LogSettingsProps {
  settings: Shown;
  onChange: (changes: Partial<Shown>) => void;
}

/** The settings of the user's own log. */
export function LogSettings({ settings, onChange }: LogSettingsProps) {
  return (
    <section class="card" aria-labelledby="your-log">
      <h2 id="your-log" class="title">
        {t('optionsLog')}
      </h2>
      <Switch
        label={t('optionsKeepsWatchlist')}
        on={settings.keepsWatchlist}
        onChange={(keepsWatchlist) => onChange({ keepsWatchlist })}
      />
      <p class="muted">{t('optionsKeepsWatchlistMeans')}</p>
      <Switch
        label={t('optionsKeepsCovers')}
        on={settings.keepsCovers}
        onChange={(keepsCovers) => onChange({ keepsCovers })}
      />
      <p class="muted">{t('optionsKeepsCoversMeans')}</p>
    </section>
  );
}
