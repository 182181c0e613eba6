import { formatMoment } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import type { FollowedSiteOverview } from '../../../lib/messaging/source-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { SafeLink } from '../../ui/SafeLink.tsx';
import { formatFault, formatHosts } from '../source-words.ts';

export interface FollowedSiteActions {
  /** Called inside the click handler, as a permission request requires. */
  onAllow: (site: FollowedSiteOverview) => void;
  onFetch: (site: FollowedSiteOverview) => void;
  /** Reads all older posts, or stops doing so. */
  onPast: (site: FollowedSiteOverview) => void;
  onPause: (site: FollowedSiteOverview, paused: boolean) => void;
  onRemove: (site: FollowedSiteOverview) => void;
}

interface FollowedSiteProps extends FollowedSiteActions {
  site: FollowedSiteOverview;
  isBusy: boolean;
  /** Whether its older posts are being read. */
  isReadingPast: boolean;
}

const kinds = { wordpress: 'siteWordPress', rss: 'siteRss', atom: 'siteAtom', json: 'siteJson' } as const;

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

/** How far the older posts of a site were read. */
function formatPast({ read, total }: NonNullable<FollowedSiteOverview['past']>): string {
  return total === null
    ? tCount('sitePostsRead', read)
    : tCount('sitePostsReadOf', total, formatNumber(read));
}

/** One followed site: its feed and reviews, its state, and its actions. */
export function FollowedSite({ site, isBusy, isReadingPast, ...on }: FollowedSiteProps) {
  const { name, paused, past } = site;
  const isWell = paused || (site.hasPermission && site.error === null);
  return (
    <li class="followed">
      <p>
        <SafeLink url={site.url}>{name}</SafeLink>
      </p>
      <p class="muted">{formatFacts(site)}</p>
      <p class={isWell ? 'state' : 'state needs'}>{formatState(site)}</p>
      {past !== null && <p class="muted">{formatPast(past)}</p>}
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
        {!paused && site.hasPermission && past !== null && (
          <Button
            name={t(isReadingPast ? 'sitePastStopOf' : 'sitePastOf', name)}
            onClick={() => on.onPast(site)}
          >
            {t(isReadingPast ? 'sitePastStop' : 'sitePast')}
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
