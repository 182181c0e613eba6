import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import type { ImportEnd } from '../../../lib/catalogue/store/import-protocol.ts';
import { formatImportFault, formatSkipReason } from './catalogue-words.ts';

/** The result of an import: the number of films, the skipped rows with reasons, or where it failed. */
export function ImportResult({ end }: { end: ImportEnd | null }) {
  return (
    <div role="status" class="import-result">
      {end?.type === 'cancelled' && <p>{t('importCancelled')}</p>}
      {end?.type === 'failed' && <p class="failed">{formatImportFault(end)}</p>}
      {end?.type === 'ratings' && <p>{tCount('ratingsAdded', end.ratings)}</p>}
      {end?.type === 'done' && (
        <>
          <p>{tCount('catalogueAdded', end.films, end.name)}</p>
          <p class="muted">{tCount('importRows', end.rowsRead)}</p>
          <ul class="muted">
            {Object.entries(end.skipped)
              .filter(([, count]) => count > 0)
              .map(([reason, count]) => (
                <li key={reason}>{t('importSkipped', formatNumber(count), formatSkipReason(reason))}</li>
              ))}
          </ul>
        </>
      )}
    </div>
  );
}
