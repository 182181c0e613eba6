import { formatDate, formatPartialDate } from '../../../lib/i18n/dates.ts';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import { formatBytes } from '../../../lib/i18n/sizes.ts';
import type { RatingsOverview } from '../../../lib/messaging/ratings-protocol.ts';
import { SourceTerms } from '../../film/SourceTerms.tsx';
import { TodaysScores, type TodaysScoresProps } from '../../film/TodaysScores.tsx';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';

interface RatingsProps extends Omit<TodaysScoresProps, 'ratings' | 'look'> {
  /** Null while it is loading. */
  ratings: RatingsOverview | null;
  onSwitchOff: () => void;
  onRemove: () => void;
}

function Facts({
  table,
  on,
  nextAt,
}: Pick<RatingsOverview, 'on' | 'nextAt'> & { table: NonNullable<RatingsOverview['table']> }) {
  const facts = [
    tCount('ratingsTitles', table.ratings),
    formatBytes(table.bytes),
    t('scoreAsOf', formatPartialDate(table.asOf, 'medium')),
    on && nextAt !== null ? t('ratingsNext', formatDate(nextAt)) : '',
  ];
  return <p class="muted">{facts.filter((fact) => fact !== '').join(' · ')}</p>;
}

/** IMDb's ratings: fetching them, their date and terms, and how to be rid of them. */
export function Ratings({ ratings, onSwitchOff, onRemove, ...on }: RatingsProps) {
  if (!ratings) return null;
  const { table } = ratings;
  return (
    <div class="followed" role="group" aria-labelledby="imdb-ratings">
      <h3 id="imdb-ratings" class="label">
        {t('ratingsHeading')}
      </h3>
      {table && <Facts table={table} on={ratings.on} nextAt={ratings.nextAt} />}
      <TodaysScores ratings={ratings} {...on} />
      {table && (
        <>
          <Switch
            label={t('ratingsWeekly')}
            on={ratings.on}
            onChange={(isOn) => (isOn ? on.onStart() : onSwitchOff())}
          />
          <p class="row-actions">
            <Button name={t('removeNamed', t('ratingsHeading'))} onClick={onRemove}>
              {t('keyRemove')}
            </Button>
          </p>
        </>
      )}
      <p class="muted">
        <SourceTerms source="imdb" /> {t('ratingsTerms')}
      </p>
    </div>
  );
}
