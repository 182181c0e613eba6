import { t } from '../../../lib/i18n/messages.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { layOutSpread, type SpreadPoint } from './spread-layout.ts';

const looks: Record<SpreadPoint['who'], { icon: IconName; shape: IconName }> = {
  you: { icon: 'star', shape: 'star' },
  critics: { icon: 'pen', shape: 'diamond' },
  audience: { icon: 'people', shape: 'circle' },
  readers: { icon: 'people', shape: 'circle' },
};

const names = {
  you: 'spreadYou',
  critics: 'scoreCritics',
  audience: 'scoreAudience',
  readers: 'scoreReaders',
} as const;

/** The user's rating, the audience and each critics' score on one line from 0 to 100, with one shape per kind. */
export function Spread({ points }: { points: SpreadPoint[] }) {
  const placed = layOutSpread(points);
  const rows = Math.max(...placed.map((point) => point.row)) + 1;
  const lanes = Math.max(...placed.map((point) => point.lane));
  const words = placed.map((point) => `${t(names[point.who])} ${point.fullText ?? point.text}`).join(', ');
  return (
    <div
      class="spread"
      role="img"
      aria-label={t('spreadName', words)}
      style={{ '--rows': String(rows), '--lanes': String(lanes) }}
    >
      {placed.map((point, index) => (
        <span
          key={index}
          class={`spread-label ${point.who}`}
          title={point.fullText}
          style={{ left: `${point.labelAt}%`, '--row': String(point.row) }}
        >
          <Icon name={looks[point.who].icon} weight={2.8} />
          {point.text}
        </span>
      ))}
      <div class="spread-line">
        {placed.map((point, index) => (
          <span
            key={index}
            class={`spread-mark ${point.who}`}
            style={{ left: `${point.at}%`, '--lane': String(point.lane) }}
          >
            <Icon name={looks[point.who].shape} />
          </span>
        ))}
      </div>
      <span class="spread-end">{t('spreadStart')}</span>
      <span class="spread-end last">{t('spreadEnd')}</span>
    </div>
  );
}
