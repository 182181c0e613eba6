import { formatNumber, t } from '../../lib/i18n/messages.ts';

const steps = [0, 1, 2, 3];

/** What the colours of a heat map mean. `squareClass` is the class of its squares, if they have one. */
export function HeatLegend({ squareClass = '' }: { squareClass?: string }) {
  return (
    <p class="heat-legend muted">
      {t('heatLegend')}
      {steps.map((step) => (
        <span key={step}>
          <i class={`${squareClass} heat-${step}`} aria-hidden="true" />
          {step < 3 ? formatNumber(step) : t('heatLegendMore', formatNumber(step))}
        </span>
      ))}
    </p>
  );
}
