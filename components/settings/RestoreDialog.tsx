import { formatDateTime } from '../../lib/i18n/dates.ts';
import { formatNumber, t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { RestoreMode, RestorePreview, RestoreSample } from '../../lib/watchlog/commands/edit-types.ts';
import type { BackupSummary } from '../../lib/watchlog/types.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { storeWords } from '../ui/store-words.ts';

/** A backup that may be restored. */
export interface AskedRestore {
  backup: BackupSummary;
  preview: RestorePreview;
  /** Whether the log is synced, so that other devices follow. */
  isSynced: boolean;
}

export interface RestoreDialogProps {
  /** The backup, and what it would change. */
  asked: AskedRestore;
  isBusy: boolean;
  onRestore: (mode: RestoreMode) => void;
  onClose: () => void;
}

const kindWords = {
  added: 'restoreAdded',
  changed: 'restoreChanged',
  removed: 'restoreRemoved',
} as const satisfies Record<RestoreSample['kind'], MessageKey>;
const kinds = ['added', 'changed', 'removed'] as const;

function Counts({ counts }: Pick<RestorePreview, 'counts'>) {
  return (
    <div class="table-scroll">
      <table class="restore-counts">
        <thead>
          <tr>
            <th scope="col">{t('mergeRows')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" class="number">
                {t(kindWords[kind])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row) => (
            <tr key={row.store}>
              <th scope="row">{t(storeWords[row.store])}</th>
              {kinds.map((kind) => (
                <td key={kind} class="number">
                  {formatNumber(row[kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Samples({ samples }: Pick<RestorePreview, 'samples'>) {
  return (
    <ul class="restore-samples">
      {samples.map(({ kind, store, title, year }, at) => (
        <li key={at} class="break">
          {title}
          {year !== null && ` (${year})`}
          <span class="muted">{` · ${t(storeWords[store])}: ${t(kindWords[kind])}`}</span>
        </li>
      ))}
    </ul>
  );
}

/** Shows what a restore would change, and asks how much of it is wanted. */
export function RestoreDialog({ asked, isBusy, onRestore, onClose }: RestoreDialogProps) {
  const { backup, preview, isSynced } = asked;
  const title = t('restoreTitle', formatDateTime(backup.madeAt));
  if (preview.counts.length === 0)
    return (
      <Dialog title={title} onClose={onClose}>
        <p>{t('restoreNothing')}</p>
      </Dialog>
    );
  const brings = preview.counts.some(({ added }) => added > 0);
  const isMore = preview.counts.some(({ changed, removed }) => changed + removed > 0);
  return (
    <Dialog title={title} onClose={onClose}>
      <Counts counts={preview.counts} />
      <Samples samples={preview.samples} />
      <p class="muted">{t('restoreMeans')}</p>
      {isSynced && <p>{t('restoreSynced')}</p>}
      <div class="form-actions">
        <Button look="primary" busy={isBusy} onClick={() => onRestore('back')}>
          {t(isSynced ? 'restoreBackEverywhere' : 'restoreBack')}
        </Button>
        {brings && isMore && (
          <Button busy={isBusy} onClick={() => onRestore('missing')}>
            {t('restoreMissing')}
          </Button>
        )}
        <Button onClick={onClose}>{t('formCancel')}</Button>
      </div>
    </Dialog>
  );
}
