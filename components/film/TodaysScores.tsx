import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { findNumberFormat, t, type MessageKey } from '../../lib/i18n/messages.ts';
import { formatBytes } from '../../lib/i18n/sizes.ts';
import type { RatingsFaultCode, RatingsOverview } from '../../lib/messaging/ratings-protocol.ts';
import { Button } from '../ui/Button.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';

const faultWords = {
  offline: 'ratingsOffline',
  unreachable: 'ratingsUnreachable',
  server: 'ratingsServer',
  forbidden: 'ratingsForbidden',
  'other-file': 'ratingsOtherFile',
  'cut-off': 'ratingsCutOff',
  'no-space': 'ratingsNoSpace',
  cancelled: 'ratingsCancelled',
  declined: 'ratingsDeclined',
  'no-permission': 'ratingsDeclined',
  failed: 'ratingsFailed',
} as const satisfies Record<RatingsFaultCode, MessageKey>;

/** What the user did on purpose, which is no error. */
const isOwnDoing = (code: RatingsFaultCode): boolean => code === 'cancelled' || code === 'declined';

/** Progress in words, such as "3.1 of 8 MB"; only what has come where the server does not say how much there is. */
function formatRatingsProgress({ done, of }: NonNullable<RatingsOverview['progress']>): string {
  if (of === null) return formatBytes(done);
  const megabytes = findNumberFormat({ maximumFractionDigits: 1 }).format(Math.min(done, of) / 1e6);
  return t('ratingsProgress', megabytes, formatBytes(of));
}

export interface TodaysScoresProps {
  ratings: RatingsOverview;
  /** Whether the page has seen them being fetched. */
  sawProgress: boolean;
  look?: 'primary' | 'quiet';
  /** Called inside the click handler, as a permission request requires. */
  onStart: () => void;
  onStop: () => void;
  /** Opens the options where the file can be imported. */
  onBring: () => void;
}

function Running({
  progress,
  onStop,
}: {
  progress: NonNullable<RatingsOverview['progress']>;
  onStop: () => void;
}) {
  const words = formatRatingsProgress(progress);
  return (
    <>
      <progress
        aria-label={t('ratingsGetting')}
        aria-valuetext={words}
        value={progress.of === null ? undefined : Math.min(progress.done, progress.of)}
        max={progress.of ?? undefined}
      />
      <p class="muted number">{words}</p>
      <p class="row-actions">
        <Button onClick={onStop}>{t('ratingsStop')}</Button>
        <span class="muted">{t('ratingsMayClose')}</span>
      </p>
    </>
  );
}

function Fault({ ratings, onBring }: Pick<TodaysScoresProps, 'ratings' | 'onBring'>) {
  const { fault, table } = ratings;
  if (!fault) return null;
  const { code, status } = fault;
  // Without a status the placeholder stays empty: only words with a status have one.
  const words = t(faultWords[code], String(status ?? ''));
  return (
    <p class={isOwnDoing(code) ? 'muted' : 'failed'}>
      <span role={isOwnDoing(code) ? 'status' : 'alert'}>
        {words}
        {table && ` ${t('ratingsKept', formatPartialDate(table.asOf, 'medium'))}`}
      </span>{' '}
      {!isOwnDoing(code) && (
        <button type="button" class="link" onClick={onBring}>
          {t('ratingsBring')}
        </button>
      )}
    </p>
  );
}

/** Fetches IMDb's ratings in one click, and shows how far it is, that they are here, or why not. */
export function TodaysScores({ ratings, sawProgress, look = 'quiet', ...on }: TodaysScoresProps) {
  // The button goes while the ratings are fetched, and the button to stop goes after that.
  const part = useKeptFocus<HTMLDivElement>();
  const { progress, fault, table } = ratings;
  const isDone = !progress && !fault && table !== null;
  const isRetry = fault !== null && !isOwnDoing(fault.code);
  return (
    <div
      class="todays-scores"
      ref={part}
      tabIndex={-1}
      role="group"
      aria-label={t('ratingsGet')}
      aria-busy={progress !== null}
    >
      <p role="status" class={progress || (isDone && sawProgress) ? 'now' : 'hidden-text'}>
        {progress ? t('ratingsGetting') : isDone && sawProgress ? t('ratingsDone') : ''}
      </p>
      {progress && <Running progress={progress} onStop={on.onStop} />}
      {!progress && !isDone && (
        <>
          {!fault && <p class="muted">{t('ratingsWhat')}</p>}
          <Fault ratings={ratings} onBring={on.onBring} />
          <p class="row-actions">
            <Button look={look} onClick={on.onStart}>
              {t(isRetry ? 'ratingsTryNow' : 'ratingsGet')}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}
