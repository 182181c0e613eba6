import { Evenings } from '../../../components/log/Evenings.tsx';
import { RatingsPanel } from '../../../components/log/RatingsPanel.tsx';
import { YearPanel } from '../../../components/log/YearPanel.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import type { ViewProps } from '../LazyView.tsx';

/** Figures of the log. */
export function StatisticsView({ state }: ViewProps) {
  const glance = state.glance.value;
  if (glance === null) return <p class="muted">{t('popupLoading')}</p>;
  return (
    <>
      <h1 class="title">{t('logViewStatistics')}</h1>
      <YearPanel totals={glance.year} />
      <Evenings days={glance.days} />
      <RatingsPanel counts={glance.ratings} />
    </>
  );
}
