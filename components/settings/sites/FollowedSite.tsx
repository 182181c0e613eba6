import { formatMoment } from '../../../lib/i18n/dates.ts';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { FollowedSiteOverview } from '../../../lib/messaging/source-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { SafeLink } from '../../ui/SafeLink.tsx';
import { formatFault, formatHosts } from '../source-words.ts';

export interface FollowedSiteActions {
  /** Called inside the click handler, as a permission request requires. */
  onAllow: (site: FollowedSiteOverview) => void;
  onFetch: (site: FollowedSiteOverview) => void;
  onPause: (site: FollowedSiteOverview, paused: boolean) => void;
  onRemove: (site: FollowedSiteOverview) => void;
}

interface FollowedSiteProps extends FollowedSiteActions {
  site: FollowedSiteOverview;
  isBusy: boolean;
}

const kinds = { wordpress: 'siteWordPress', rss: 'siteRss', atom: 'siteAtom' } as const;

/** Describes the state of a followed site in one sentence. */
function formatState({ paused, hasPermission, origins, error, restUntil }: FollowedSiteOverview): string {
  if (paused) return t('sitePaused');
  if (!hasPermission) return t('sourceIsNotAllowed', formatHosts(origins));
  if (error === null) return t('siteFollowed');
  const fault = formatFault(error);
  return restUntil === null ? t('siteFailing', fault) : t('siteFailingUntil', fault, formatMoment(restUntil));
}

function formatFacts({ feedKind, reviews, unmatched, lastFetchedAt }: FollowedSiteOverview): string {
  const fetched =
    lastFetchedAt === null ? t('siteNotFetched') : t('siteFetched', formatMoment(lastFetchedAt));
  const withoutFilm = unmatched === 0 ? '' : tCount('siteUnmatched', unmatched);
  return [t(kinds[feedKind]), tCount('siteReviews', reviews), withoutFilm, fetched]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** One followed site: its feed and reviews, its state, and its actions. */
export function FollowedSite({ site, isBusy, ...on }: FollowedSiteProps) {
  const { name, paused } = site;
  const isWell = paused || (site.hasPermission && site.error === null);
  return (
    <li class="followed">
      <p>
        <SafeLink url={site.url}>{name}</SafeLink>
      </p>
      <p class="muted">{formatFacts(site)}</p>
      <p class={isWell ? 'state' : 'state needs'}>{formatState(site)}</p>
      <p class="row-actions">
        {!site.hasPermission && <Button onClick={() => on.onAllow(site)}>{t('sourceAllow')}</Button>}
        {!paused && site.hasPermission && (
          <Button
            name={t(isBusy ? 'siteFetchingOf' : 'siteFetchNowOf', name)}
            busy={isBusy}
            onClick={() => on.onFetch(site)}
          >
            {t(isBusy ? 'siteFetching' : 'siteFetchNow')}
          </Button>
        )}
        <Button
          name={t(paused ? 'siteResumeOf' : 'sitePauseOf', name)}
          onClick={() => on.onPause(site, !paused)}
        >
          {t(paused ? 'siteResume' : 'sitePause')}
        </Button>
        <Button name={t('removeNamed', name)} onClick={() => on.onRemove(site)}>
          {t('keyRemove')}
        </Button>
      </p>
    </li>
  );
}
