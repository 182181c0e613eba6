import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';

/** Whether TMDB's pictures are shown. `not-allowed`: they are on, and the browser does not allow their origin. */
export type PicturesState = 'off' | 'on' | 'not-allowed';

interface TmdbPicturesProps {
  state: PicturesState;
  /** Why the last try to switch them on did nothing, or empty. */
  answer: string;
  /** Called inside the click handler, as a permission request requires. */
  onSwitch: (on: boolean) => void;
}

/** The switch for covers from TMDB, and what it sends. */
export function TmdbPictures({ state, answer, onSwitch }: TmdbPicturesProps) {
  return (
    <div class="source-pictures">
      <Switch label={t('picturesTmdb')} on={state !== 'off'} onChange={onSwitch} />
      <p class="muted">{t('picturesTmdbMeans')}</p>
      {state === 'not-allowed' && (
        <p class="state needs">
          {t('sourceIsNotAllowed', 'image.tmdb.org')}
          <Button onClick={() => onSwitch(true)}>{t('sourceAllow')}</Button>
        </p>
      )}
      <p class="said" role="status">
        {answer}
      </p>
    </div>
  );
}
