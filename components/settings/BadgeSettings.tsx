import { t } from '../../lib/i18n/messages.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { Icon } from '../ui/Icon.tsx';
import { Switch } from '../ui/Switch.tsx';

interface BadgeSettingsProps extends Pick<Settings, 'badgesOn' | 'badgeFirst' | 'hideScoresUntilSeen'> {
  onBadges: (on: boolean) => void;
  onFirst: (first: Settings['badgeFirst']) => void;
  onHiding: (hides: boolean) => void;
}

/** What badges show, and whether there are any. */
export function BadgeSettings({ badgesOn, badgeFirst, hideScoresUntilSeen, ...on }: BadgeSettingsProps) {
  return (
    <section class="card" aria-labelledby="badges">
      <h2 id="badges" class="title">
        {t('optionsBadges')}
      </h2>
      <Switch label={t('optionsBadgesOn')} on={badgesOn} onChange={on.onBadges} />
      <fieldset class="choice-row">
        <legend>{t('optionsFirst')}</legend>
        {(['critics', 'audience'] as const).map((kind) => (
          <label key={kind} class="check">
            <input
              type="radio"
              name="first"
              checked={badgeFirst === kind}
              onChange={() => on.onFirst(kind)}
            />
            <Icon name={kind === 'critics' ? 'pen' : 'people'} />
            {t(kind === 'critics' ? 'scoreCritics' : 'scoreAudience')}
          </label>
        ))}
      </fieldset>
      <Switch label={t('optionsHide')} on={hideScoresUntilSeen} onChange={on.onHiding} />
      <p class="muted">{t('optionsHideMeans')}</p>
    </section>
  );
}
