import type { FilmAward } from '../../../lib/films/review-types.ts';
import { listAwardTexts } from '../../../lib/i18n/awards.ts';
import { t } from '../../../lib/i18n/messages.ts';

/** The film's prizes, one kind a line; nothing if it has none. */
export function AwardsPanel({ awards }: { awards: FilmAward[] }) {
  const lines = listAwardTexts(awards);
  if (lines.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="film-awards">
      <h2 id="film-awards" class="label">
        {t('awardsLabel')}
      </h2>
      <ul class="film-awards">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
