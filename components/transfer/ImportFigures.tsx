import { formatNumber, t, tCount, type PluralKey } from '../../lib/i18n/messages.ts';
import type { Figure } from '../../lib/transfer/plan/plan-figures.ts';

/** A figure with its name in singular and plural. */
export interface NamedFigure {
  words: PluralKey;
  figure: Figure;
}

function formatWords(words: PluralKey, { count, added }: Figure): string {
  const name = tCount(words, count);
  if (added === count) return name;
  return added === 0 ? t('importFigureNone', name) : t('importFigureNew', name, formatNumber(added));
}

/** What the log has after an import, as a row of figures. */
export function ImportFigures({ figures }: { figures: NamedFigure[] }) {
  return (
    <section class="import-figures" aria-label={t('importFigures')}>
      <dl>
        {figures.map(({ words, figure }) => (
          <div key={words}>
            <dt class="muted">{formatWords(words, figure)}</dt>
            <dd class="title number">{formatNumber(figure.count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
