import { t } from '../../lib/i18n/messages.ts';
import { Switch } from '../ui/Switch.tsx';

interface ReviewSettingsProps {
  savesAutomatically: boolean;
  keepsText: boolean;
  onSaveAutomatically: (on: boolean) => void;
  onText: (on: boolean) => void;
}

/** Whether Marquee saves the reviews that the user reads, and their full text. */
export function ReviewSettings({
  savesAutomatically,
  keepsText,
  onSaveAutomatically,
  onText,
}: ReviewSettingsProps) {
  return (
    <section class="card" aria-labelledby="kept-reviews">
      <h3 id="kept-reviews" class="title">
        {t('optionsReviews')}
      </h3>
      <Switch label={t('optionsSaveAutomatically')} on={savesAutomatically} onChange={onSaveAutomatically} />
      <p class="muted">{t('optionsSaveAutomaticallyMeans')}</p>
      <Switch label={t('optionsKeepText')} on={keepsText} onChange={onText} />
      <p class="muted">{t('optionsKeepTextMeans')}</p>
    </section>
  );
}
