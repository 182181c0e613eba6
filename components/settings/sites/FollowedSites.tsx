import { t } from '../../../lib/i18n/messages.ts';
import type { FollowedSiteOverview } from '../../../lib/messaging/source-protocol.ts';
import { StatusLine, type Status } from '../../ui/StatusLine.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { AddressForm } from './AddressForm.tsx';
import { FollowedSite, type FollowedSiteActions } from './FollowedSite.tsx';

interface FollowedSitesProps extends FollowedSiteActions {
  /** Null while they are loading. */
  sites: FollowedSiteOverview[] | null;
  fault: string | null;
  /** The id of the site that is being fetched, `new` for one that is being added, or null. */
  busy: string | null;
  /** The id of the site whose older posts are being read, or null. */
  readingPast: string | null;
  status: Status | null;
  onUndo: () => void;
  /** Called inside the click handler. */
  onFollow: (url: string) => void;
}

/** The followed review sites, and the form that follows another. */
export function FollowedSites({
  sites,
  fault,
  busy,
  readingPast,
  status,
  onUndo,
  onFollow,
  ...on
}: FollowedSitesProps) {
  const part = useKeptFocus<HTMLElement>();
  return (
    <section class="card" ref={part} tabIndex={-1} aria-labelledby="followed-sites">
      <div class="card-head">
        <h3 id="followed-sites" class="title">
          {t('optionsFollowed')}
        </h3>
        <StatusLine status={status} onUndo={onUndo} />
      </div>
      <p>{t('optionsFollowedWhat')}</p>
      {fault !== null && <p class="failed">{t('optionsUnreadable', fault)}</p>}
      {sites?.length === 0 && <p class="muted">{t('optionsFollowedNone')}</p>}
      <ul>
        {(sites ?? []).map((site) => (
          <FollowedSite
            key={site.id}
            site={site}
            isBusy={busy === site.id}
            isReadingPast={readingPast === site.id}
            {...on}
          />
        ))}
      </ul>
      <AddressForm
        label={t('followAddress')}
        action={t(busy === 'new' ? 'followLooking' : 'followSite')}
        example={t('followExample')}
        isBusy={busy !== null}
        onSubmit={onFollow}
      />
    </section>
  );
}
