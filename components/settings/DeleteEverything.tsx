import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';

interface DeleteEverythingProps {
  isBusy: boolean;
  /** Why it failed, or null. */
  fault: string | null;
  onSaveFile: () => void;
  onDelete: () => void;
}

/** Deletes all that is stored, after a question that offers a file with the log first. */
export function DeleteEverything({ isBusy, fault, onSaveFile, onDelete }: DeleteEverythingProps) {
  const [asks, setAsks] = useState(false);
  return (
    <section class="card" aria-labelledby="delete-everything">
      <h3 id="delete-everything" class="title">
        {t('deleteEverything')}
      </h3>
      <p class="muted">{t('deleteEverythingMeans')}</p>
      {fault !== null && (
        <p class="failed" role="alert">
          {t('deleteEverythingFailed', fault)}
        </p>
      )}
      <p>
        <Button look="danger" busy={isBusy} onClick={() => setAsks(true)}>
          {t('deleteEverythingAsk')}
        </Button>
      </p>
      {asks && (
        <Confirm
          title={t('deleteEverythingQuestion')}
          action={t('deleteEverythingYes')}
          onConfirm={() => {
            setAsks(false);
            onDelete();
          }}
          onClose={() => setAsks(false)}
        >
          <p>{t('deleteEverythingNoUndo')}</p>
          <p>
            <Button icon="download" onClick={onSaveFile}>
              {t('fileBackupSave')}
            </Button>
          </p>
        </Confirm>
      )}
    </section>
  );
}
