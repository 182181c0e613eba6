import { t } from '../../lib/i18n/messages.ts';
import { Switch } from '../ui/Switch.tsx';

interface ReviewSettingsProps {
  keepsByItself: boolean;
  keepsText: boolean;
  onByItself: (on: boolean) => void;
  onText: (on: boolean) => void;
}

/** What becomes of reviews one reads. */
export function ReviewSettings({ keepsByItself, keepsText, onByItself, onText }: ReviewSettingsProps) {
  return (
    <section class="card" aria-labelledby="kept-reviews">
      <h2 id="kept-reviews" class="title">
        {t('optionsReviews')}
      </h2>
      <Switch label={t('optionsSaveAutomatically')} on={keepsByItself} onChange={onByItself} />
      <p class="muted">{t('optionsSaveAutomaticallyMeans')}</p>
      <Switch label={t('optionsKeepText')} on={keepsText} onChange={onText} />
      <p class="muted">{t('optionsKeepTextMeans')}</p>
    </section>
  );
}
