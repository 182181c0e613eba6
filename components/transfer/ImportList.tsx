import { useState } from 'preact/hooks';
import { formatDateTime } from '../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../lib/i18n/messages.ts';
import type { ImportRow } from '../../lib/watchlog/types.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';

interface ImportListProps {
  imports: ImportRow[];
  /** The id of the import that is being undone, or null. */
  undoingId: string | null;
  canWrite: boolean;
  onUndo: (id: string) => void;
}

function formatCounts({ counts }: ImportRow): string {
  const { films = 0, entries = 0, ratings = 0, watchlist = 0, tagged = 0, changed = 0 } = counts;
  return [
    entries > 0 && tCount('recoveryEntries', entries),
    ratings > 0 && tCount('recoveryRatings', ratings),
    films > 0 && tCount('importNewFilms', films),
    watchlist > 0 && tCount('importWatchlist', watchlist),
    tagged > 0 && tCount('importTagged', tagged),
    changed > 0 && tCount('importChanges', changed),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

function stateOf(row: ImportRow): string {
  if (row.undoneAt !== null) {
    // Of an import that two devices have undone, the list has what both left.
    const kept = row.kept?.length ?? row.counts.kept ?? 0;
    const undone = t('importUndoneAt', formatDateTime(row.undoneAt));
    return kept > 0 ? `${undone} · ${tCount('importKept', kept)}` : undone;
  }
  if (row.finishedAt !== null) return '';
  const { done = 0, total = 0 } = row.counts;
  return t('importStoppedAt', formatNumber(done), formatNumber(total));
}

/** All past imports, each with a button that undoes it. */
export function ImportList({ imports, undoingId, canWrite, onUndo }: ImportListProps) {
  const [confirming, setConfirming] = useState<ImportRow | null>(null);
  if (imports.length === 0) return <p class="muted">{t('importsNone')}</p>;
  return (
    <>
      <ul class="imports">
        {imports.map((row) => (
          <li key={row.id}>
            <div>
              <b>{row.fileNames.join(', ')}</b>
              <span class="muted line">
                {[formatDateTime(row.startedAt), formatCounts(row), stateOf(row)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </div>
            {row.undoneAt === null && (
              <Button
                icon="restore"
                disabled={!canWrite || undoingId !== null}
                onClick={() => setConfirming(row)}
              >
                {t(undoingId === row.id ? 'importUndoing' : 'importUndo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {confirming && (
        <Confirm
          title={t('importUndoQuestion')}
          action={t('importUndo')}
          onConfirm={() => {
            setConfirming(null);
            onUndo(confirming.id);
          }}
          onClose={() => setConfirming(null)}
        >
          <p>{t('importUndoMeans')}</p>
        </Confirm>
      )}
    </>
  );
}
