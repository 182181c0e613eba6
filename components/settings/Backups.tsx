import { formatDateTime } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import type { BackupSummary } from '../../lib/watchlog/types.ts';
import { Button } from '../ui/Button.tsx';
import { StatusLine, type Status } from '../ui/StatusLine.tsx';
import { FileBackup, type FileBackupProps } from './FileBackup.tsx';
import { LogCheck, type LogCheckProps } from './LogCheck.tsx';
import { RestoreDialog, type RestoreDialogProps } from './RestoreDialog.tsx';

interface BackupsProps {
  /** The kept backups, newest first; null while they are loading. */
  backups: BackupSummary[] | null;
  /** Why they cannot be shown, or null. */
  fault: string | null;
  status: Status | null;
  /** Whether a backup is being made or read, or the log is being restored. */
  isBusy: boolean;
  /** The backup that the user is asked about, with what it would change; null if none. */
  asked: RestoreDialogProps['asked'] | null;
  files: FileBackupProps;
  check: LogCheckProps;
  onMake: () => void;
  onAsk: (backup: BackupSummary) => void;
  onRestore: RestoreDialogProps['onRestore'];
  onClose: () => void;
  onUndo: () => void;
}

/** What a backup has, in words. */
function formatBackup({ entries, ratings, films }: Omit<BackupSummary, 'id' | 'madeAt'>): string {
  return [
    tCount('recoveryEntries', entries),
    tCount('recoveryRatings', ratings),
    tCount('logFilms', films),
  ].join(' · ');
}

function BackupRow({
  backup,
  isBusy,
  onAsk,
}: { backup: BackupSummary } & Pick<BackupsProps, 'isBusy' | 'onAsk'>) {
  const madeAt = formatDateTime(backup.madeAt);
  return (
    <li class="site-row">
      <div>
        <b>{madeAt}</b>
        <div class="state">{formatBackup(backup)}</div>
      </div>
      <Button busy={isBusy} name={t('backupsRestoreOf', madeAt)} onClick={() => onAsk(backup)}>
        {t('backupsRestore')}
      </Button>
    </li>
  );
}

/** The backups of the log: those on this device, with a restore and its preview, files, and the check of the log. */
export function Backups({ backups, fault, status, isBusy, asked, files, check, ...on }: BackupsProps) {
  return (
    <section class="card" aria-labelledby="backups">
      <div class="card-head">
        <h2 id="backups" class="title">
          {t('optionsBackups')}
        </h2>
        <StatusLine status={status} onUndo={on.onUndo} />
      </div>
      <p class="muted">{t('backupsHow')}</p>
      {fault !== null && <p class="failed">{t('optionsUnreadable', fault)}</p>}
      {backups?.length === 0 && <p>{t('backupsNone')}</p>}
      <ul class="bare">
        {backups?.map((backup) => (
          <BackupRow key={backup.id} {...{ backup, isBusy }} onAsk={on.onAsk} />
        ))}
      </ul>
      <p>
        <Button busy={isBusy} onClick={on.onMake}>
          {t('backupsMake')}
        </Button>
      </p>
      <FileBackup {...files} />
      <LogCheck {...check} />
      {asked !== null && (
        <RestoreDialog asked={asked} isBusy={isBusy} onRestore={on.onRestore} onClose={on.onClose} />
      )}
    </section>
  );
}
