import { t } from '../../../lib/i18n/messages.ts';
import type { FollowedSiteOverview } from '../../../lib/messaging/source-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusLine, type Status } from '../../ui/StatusLine.tsx';

interface FollowOfferProps {
  /** The followed site, or null if the page's site is not followed. */
  followed: FollowedSiteOverview | null;
  isBusy: boolean;
  status: Status | null;
  /** Called inside the click handler, as a permission request requires. */
  onFollow: () => void;
  onUndo: () => void;
  onOptions: () => void;
}

/** Offers to follow the site of a page that has a feed, or says that it is followed. */
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
