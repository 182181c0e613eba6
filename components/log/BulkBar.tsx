import { useEffect, useRef, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/i18n/messages.ts';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import type { RatingValue } from '../../lib/watchlog/types.ts';
import { parseTags } from '../film/forms/tags.ts';
import { ListChoices } from '../film/ListChoices.tsx';
import { StarRating } from '../rating/StarRating.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** A change to everything selected. */
export type BulkEdit =
  | { kind: 'rate'; rating: RatingValue | null }
  | { kind: 'tags'; add: string[]; remove: string[] }
  | { kind: 'like'; liked: boolean }
  | { kind: 'list'; listed: boolean }
  | { kind: 'add-to-list'; list: ListChoice }
  | { kind: 'new-list'; name: string }
  | { kind: 'delete' };

interface BulkBarProps {
  /** The kind of the list's lines. */
  of: 'entries' | 'films';
  count: number;
  /** The number of lines in the list. */
  total: number;
  loadLists: () => Promise<ListChoice[]>;
  onAll: () => void;
  onEdit: (edit: BulkEdit) => void;
  onEnd: () => void;
}

function RateDialog({ onEdit, onClose }: { onEdit: (edit: BulkEdit) => void; onClose: () => void }) {
  const [rating, setRating] = useState<RatingValue | null>(null);
  return (
    <Dialog title={t('bulkRate')} onClose={onClose}>
      <StarRating value={rating} label={t('bulkRate')} onRate={setRating} />
      <div class="form-actions">
        <Button look="primary" disabled={rating === null} onClick={() => onEdit({ kind: 'rate', rating })}>
          {t('bulkApply')}
        </Button>
        <Button onClick={onClose}>{t('formCancel')}</Button>
        <Button look="danger" onClick={() => onEdit({ kind: 'rate', rating: null })}>
          {t('bulkClearRatings')}
        </Button>
      </div>
    </Dialog>
  );
}

function TagsDialog({ onEdit, onClose }: { onEdit: (edit: BulkEdit) => void; onClose: () => void }) {
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState('');
  return (
    <Dialog title={t('bulkTags')} onClose={onClose}>
      {(close) => (
        <form
          class="entry-form"
          onSubmit={(event) => {
            event.preventDefault();
            onEdit({ kind: 'tags', add: parseTags(add), remove: parseTags(remove) });
          }}
        >
          <label class="field">
            {t('bulkTagsAdd')}
            <input class="input" value={add} onInput={({ currentTarget }) => setAdd(currentTarget.value)} />
          </label>
          <label class="field">
            {t('bulkTagsRemove')}
            <input
              class="input"
              value={remove}
              onInput={({ currentTarget }) => setRemove(currentTarget.value)}
            />
          </label>
          <div class="form-actions">
            <Button type="submit" look="primary" disabled={add.trim() === '' && remove.trim() === ''}>
              {t('bulkApply')}
            </Button>
            <Button onClick={close}>{t('formCancel')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** The lists to put the films on; each choice is one step. */
function ListsDialog({
  loadLists,
  onEdit,
  onClose,
}: Pick<BulkBarProps, 'loadLists' | 'onEdit'> & { onClose: () => void }) {
  const [lists, setLists] = useState<ListChoice[] | null>(null);
  const loadOnce = useRef(loadLists);
  useEffect(() => {
    let isCurrent = true;
    void loadOnce
      .current()
      .catch((): ListChoice[] => [])
      .then((loaded) => isCurrent && setLists(loaded));
    return () => void (isCurrent = false);
  }, []);
  return (
    <Dialog title={t('bulkLists')} onClose={onClose}>
      <div class="list-picker">
        <ListChoices
          lists={lists}
          canRemove={false}
          onChoose={(list) => onEdit({ kind: 'add-to-list', list })}
          onCreate={(name) => onEdit({ kind: 'new-list', name })}
        />
      </div>
    </Dialog>
  );
}

/** The bar with the actions for all selected lines. */
export function BulkBar({ of, count, total, loadLists, onAll, onEdit, onEnd }: BulkBarProps) {
  const [asks, setAsks] = useState<'rate' | 'tags' | 'lists' | null>(null);
  const edit = (change: BulkEdit): void => {
    setAsks(null);
    onEdit(change);
  };
  const none = count === 0;
  return (
    <section class="bulk" aria-label={t('bulkBar')}>
      <b role="status">{tCount('bulkSelected', count)}</b>
      <button type="button" class="link" onClick={onAll}>
        {tCount('bulkAll', total)}
      </button>
      <span class="bulk-acts">
        <Button icon="star" disabled={none} onClick={() => setAsks('rate')}>
          {t('bulkRateShort')}
        </Button>
        <Button icon="note" disabled={none} onClick={() => setAsks('tags')}>
          {t('bulkTagsShort')}
        </Button>
        {of === 'films' && (
          <>
            <Button icon="heart" disabled={none} onClick={() => edit({ kind: 'like', liked: true })}>
              {t('filmLike')}
            </Button>
            <Button icon="bookmark" disabled={none} onClick={() => edit({ kind: 'list', listed: true })}>
              {t('ownWatchlist')}
            </Button>
          </>
        )}
        <Button icon="list-add" disabled={none} onClick={() => setAsks('lists')}>
          {t('onListAdd')}
        </Button>
        <Button icon="trash" look="danger" disabled={none} onClick={() => edit({ kind: 'delete' })}>
          {t('bulkDelete')}
        </Button>
        <Button onClick={onEnd}>{t('bulkEnd')}</Button>
      </span>
      {asks === 'rate' && <RateDialog onEdit={edit} onClose={() => setAsks(null)} />}
      {asks === 'tags' && <TagsDialog onEdit={edit} onClose={() => setAsks(null)} />}
      {asks === 'lists' && <ListsDialog {...{ loadLists }} onEdit={edit} onClose={() => setAsks(null)} />}
    </section>
  );
}
