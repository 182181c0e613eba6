import { t } from '../../../lib/i18n/messages.ts';
import type { FollowedSiteOverview } from '../../../lib/messaging/source-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusLine, type Status } from '../../ui/StatusLine.tsx';

interface FollowOfferProps {
  /** The site as it is followed, or null. */
  followed: FollowedSiteOverview | null;
  isBusy: boolean;
  status: Status | null;
  /** Called in the click: the browser is asked for the permission then and there. */
  onFollow: () => void;
  onUndo: () => void;
  onOptions: () => void;
}

/** The way to follow the site of a page that offers its posts, or the word that it is followed. */
export function FollowOffer({ followed, isBusy, status, ...on }: FollowOfferProps) {
  return (
    <section class="block" aria-labelledby="follow">
      <div class="block-head">
        <h2 id="follow" class="label">
          {t('followHeading')}
        </h2>
        <StatusLine status={status} onUndo={on.onUndo} />
      </div>
      {followed === null ? (
        <>
          <p class="muted">{t('followWhat')}</p>
          <p class="follow-button">
            <Button busy={isBusy} onClick={on.onFollow}>
              {t(isBusy ? 'followLooking' : 'followThisSite')}
            </Button>
          </p>
        </>
      ) : (
        <p class="muted">
          {t('followedHere', followed.name)}{' '}
          <button type="button" class="link" onClick={on.onOptions}>
            {t('followedSites')}
          </button>
        </p>
      )}
    </section>
  );
}
