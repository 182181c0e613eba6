import { formatDuration } from '../../lib/i18n/dates.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import type { WatchTime } from '../../lib/stats/types.ts';

/** Whether nothing at all is known of a time: there are entries, and the length of none is known. */
const isUnknown = ({ timed, untimed }: WatchTime): boolean => timed === 0 && untimed > 0;

/** A time that was watched, without what is known of it: "412 h"; a dash if no length is known. */
export const formatKnownHours = (time: WatchTime): string =>
  isUnknown(time) ? t('logNoFigure') : formatDuration(time.minutes);

/** A time that was watched, and of how many entries it is if some lengths are unknown: "412 h for 230 of 260". */
export function formatHours(time: WatchTime): string {
  const { timed, untimed } = time;
  const known = formatKnownHours(time);
  return untimed === 0 || timed === 0
    ? known
    : t('statsHoursOf', known, formatNumber(timed), formatNumber(timed + untimed));
}

/** The words under a time: "watched", or of how many entries the length is known. */
export const formatWatched = ({ timed, untimed }: WatchTime): string =>
  untimed === 0 ? t('logWatched') : t('statsWatchedOf', formatNumber(timed), formatNumber(timed + untimed));
