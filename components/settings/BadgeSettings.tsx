import { t } from '../../lib/i18n/messages.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { Icon } from '../ui/Icon.tsx';
import { Switch } from '../ui/Switch.tsx';

type Shown = Pick<
  Settings,
  | 'badgesOn'
  | 'preferredScore'
  | 'badgeSource'
  | 'scoreScale'
  | 'hideScoresUntilSeen'
  | 'keepsSiteScores'
  | 'badgesWithoutScore'
>;

interface BadgeSettingsProps {
  settings: Shown;
  /** The sources that the user can prefer. */
  sources: { id: string; name: string }[];
  onChange: (changes: Partial<Shown>) => void;
}

type ChoiceProps = Pick<BadgeSettingsProps, 'settings' | 'onChange'>;

function FirstKind({ settings, onChange }: ChoiceProps) {
  return (
    <fieldset class="choice-row">
      <legend>{t('optionsFirst')}</legend>
      {(['critics', 'audience'] as const).map((kind) => (
        <label key={kind} class="check">
          <input
            type="radio"
            name="first"
            checked={settings.preferredScore === kind}
            onChange={() => onChange({ preferredScore: kind })}
          />
          <Icon name={kind === 'critics' ? 'pen' : 'people'} />
          {t(kind === 'critics' ? 'scoreCritics' : 'scoreAudience')}
        </label>
      ))}
    </fieldset>
  );
}

function Scale({ settings, onChange }: ChoiceProps) {
  return (
    <fieldset class="choice-row">
      <legend>{t('optionsScale')}</legend>
      {(['own', 'hundred'] as const).map((scale) => (
        <label key={scale} class="check">
          <input
            type="radio"
            name="scale"
            checked={settings.scoreScale === scale}
            onChange={() => onChange({ scoreScale: scale })}
          />
          {t(scale === 'own' ? 'optionsScaleOwn' : 'optionsScaleHundred')}
        </label>
      ))}
    </fieldset>
  );
}

/** The settings of badges: on or off, which score they show, and on which scale. */
export function BadgeSettings({ settings, sources, onChange }: BadgeSettingsProps) {
  return (
    <section class="card" aria-labelledby="badges">
      <h2 id="badges" class="title">
        {t('optionsBadges')}
      </h2>
      <Switch
        label={t('optionsBadgesOn')}
        on={settings.badgesOn}
        onChange={(badgesOn) => onChange({ badgesOn })}
      />
      <FirstKind settings={settings} onChange={onChange} />
      <label class="choice-row">
        <span class="legend">{t('optionsSource')}</span>
        <select
          class="input"
          value={settings.badgeSource}
          onChange={({ currentTarget }) => onChange({ badgeSource: currentTarget.value })}
        >
          <option value="">{t('optionsSourceAny')}</option>
          {sources.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Scale settings={settings} onChange={onChange} />
      <Switch
        label={t('optionsHide')}
        on={settings.hideScoresUntilSeen}
        onChange={(hideScoresUntilSeen) => onChange({ hideScoresUntilSeen })}
      />
      <p class="muted">{t('optionsHideMeans')}</p>
      <Switch
        label={t('optionsSiteScores')}
        on={settings.keepsSiteScores}
        onChange={(keepsSiteScores) => onChange({ keepsSiteScores })}
      />
      <p class="muted">{t('optionsSiteScoresMeans')}</p>
      <Switch
        label={t('optionsWithoutScore')}
        on={settings.badgesWithoutScore}
        onChange={(badgesWithoutScore) => onChange({ badgesWithoutScore })}
      />
      <p class="muted">{t('optionsWithoutScoreMeans')}</p>
    </section>
  );
}
