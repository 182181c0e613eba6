import { useEffect, useState } from 'preact/hooks';
import { TrashRows } from '../../../components/lists/TrashRows.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Confirm } from '../../../components/ui/Confirm.tsx';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { TrashItem } from '../../../lib/watchlog/commands/edit-types.ts';
import { listTrash } from '../../../lib/watchlog/queries/trash.ts';
import type { LogPageState } from '../state/log-state.ts';

const shownAtOnce = 200;

/** Returns the rows in the trash, read again after each change of the log; null until the first read. */
function useTrash(state: LogPageState, limit: number): { items: TrashItem[]; hasMore: boolean } | null {
  const [page, setPage] = useState<{ items: TrashItem[]; hasMore: boolean } | null>(null);
  const version = state.shown.value;
  const count = state.trashCount.value;
  useEffect(() => {
    let isCurrent = true;
    void state.reader
      .read((db) => listTrash(db, { now: Date.now(), limit }))
      .then(({ items, next }) => isCurrent && setPage({ items, hasMore: next !== null }));
    return () => void (isCurrent = false);
  }, [state, limit, version, count]);
  return page;
}

const mostAtOnce = 100_000;

/** Reads all of the trash, not only the shown part. */
async function readAll(state: LogPageState): Promise<TrashItem[]> {
  const { items } = await state.reader.read((db) => listTrash(db, { now: Date.now(), limit: mostAtOnce }));
  return items;
}

function PurgeDialog({
  items,
  onPurge,
  onClose,
}: {
  items: TrashItem[];
  onPurge: () => void;
  onClose: () => void;
}) {
  return (
    <Confirm
      title={tCount('trashPurgeQuestion', items.length)}
      action={t('trashPurgeYes')}
      onConfirm={onPurge}
      onClose={onClose}
    >
      <p>{t('trashPurgeMeans')}</p>
    </Confirm>
  );
}

/** The rows deleted in the last 30 days, which can be restored or purged. */
export function TrashView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const [limit, setLimit] = useState(shownAtOnce);
  const [asked, setAsked] = useState<TrashItem[] | null>(null);
  const page = useTrash(state, limit);
  const items = page?.items ?? [];
  const keysOf = (list: TrashItem[]) => list.map(({ store, id }) => ({ store, id }));
  return (
    <>
      <div class="view-head">
        <div>
          <h1 class="title">{t('logViewTrash')}</h1>
          <p class="muted">{t('trashHow')}</p>
        </div>
        {items.length > 0 && (
          <Button
            icon="trash"
            look="danger"
            disabled={!canWrite}
            onClick={() => void readAll(state).then(setAsked)}
          >
            {t('trashEmptyAll')}
          </Button>
        )}
      </div>
      {page === null && <p class="muted">{t('popupLoading')}</p>}
      {page !== null && items.length === 0 && (
        <section class="empty">
          <h2 class="title">{t('trashEmpty')}</h2>
        </section>
      )}
      <TrashRows
        items={items}
        canWrite={canWrite}
        onRestore={(list) => void state.restoreTrash(keysOf(list))}
        onPurge={setAsked}
      />
      {page?.hasMore && <Button onClick={() => setLimit(limit + shownAtOnce)}>{t('trashMore')}</Button>}
      {asked && (
        <PurgeDialog
          items={asked}
          onClose={() => setAsked(null)}
          onPurge={() => {
            setAsked(null);
            void state.purgeTrash(keysOf(asked));
          }}
        />
      )}
    </>
  );
}
