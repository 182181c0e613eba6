import { t, tCount } from '../../lib/i18n/messages.ts';
import { formatStars, formatStarsName } from '../../lib/i18n/scores.ts';

/** A bar chart of how often each rating was given, from half a star to five. */
export function RatingsPanel({ counts }: { counts: number[] }) {
  const most = Math.max(1, ...counts);
  const words = counts.flatMap((count, index) =>
    count === 0 ? [] : [`${formatStarsName(index + 1)}: ${tCount('logFilms', count)}`],
  );
  return (
    <section class="panel" aria-labelledby="ratings">
      <h2 id="ratings" class="label">
        {t('logRatings')}
      </h2>
      <div class="bars-up" role="img" aria-label={words.length > 0 ? words.join('; ') : t('logRatingsNone')}>
        {counts.map((count, index) => (
          <span
            key={index}
            class={count === 0 ? 'none' : ''}
            style={{ height: `${(count / most) * 100}%` }}
            title={`${formatStarsName(index + 1)}: ${tCount('logFilms', count)}`}
          />
        ))}
      </div>
      <p class="muted ends number" aria-hidden="true">
        <span>{formatStars(1)}</span>
        <span>{formatStars(5)}</span>
        <span>{formatStars(10)}</span>
      </p>
    </section>
  );
}
