import { useState } from 'preact/hooks';
import { formatDateTime } from '../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../lib/i18n/messages.ts';
import type { WritableHealth } from '../../lib/watchlog/health.ts';
import type { BackupSummary, LogHealth } from '../../lib/watchlog/types.ts';
import { Button } from '../ui/Button.tsx';
import { formatLogError } from '../ui/error-words.ts';
import { formatWitness } from './witness-words.ts';
import { Confirm } from '../ui/Confirm.tsx';

interface RecoveryProps {
  health: Exclude<LogHealth, WritableHealth>;
  /** True while a restore runs. */
  isBusy: boolean;
  /** Why the last restore failed, or null. */
  fault: string | null;
  onRestore: (id: string) => void;
  onAccept: () => void;
}

function formatReason(health: RecoveryProps['health']): string {
  switch (health.state) {
    case 'damaged':
      return t('recoveryDamagedWhy', formatNumber(health.promisedRows), formatNumber(health.foundRows));
    case 'unreadable':
      return t('recoveryUnreadableWhy', formatLogError(health.code));
    case 'newer':
      return t('recoveryNewerWhy', formatNumber(health.version));
  }
}

function Backups({
  backups,
  isBusy,
  onRestore,
}: { backups: BackupSummary[] } & Pick<RecoveryProps, 'isBusy' | 'onRestore'>) {
  if (backups.length === 0) return <p class="muted">{t('recoveryNoBackups')}</p>;
  return (
    <table class="backups">
      <caption class="label">{t('recoveryBackups')}</caption>
      <thead class="hidden-text">
        <tr>
          <th scope="col">{t('recoveryMadeAt')}</th>
          <th scope="col">{t('recoveryHolds')}</th>
          <th scope="col">{t('recoveryRestore')}</th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup, index) => (
          <tr key={backup.id}>
            <th scope="row">{formatDateTime(backup.madeAt)}</th>
            <td class="muted number">
              {[
                tCount('recoveryEntries', backup.entries),
                tCount('recoveryRatings', backup.ratings),
                tCount('logFilms', backup.films),
              ].join(' · ')}
            </td>
            <td>
              <Button
                look={index === 0 ? 'primary' : 'quiet'}
                disabled={isBusy}
                onClick={() => onRestore(backup.id)}
              >
                {t('recoveryRestore')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Shown instead of the log when rows are missing. Nothing is discarded until the user agrees. */
export function Recovery({ health, isBusy, fault, onRestore, onAccept }: RecoveryProps) {
  const [asks, setAsks] = useState(false);
  const canRepair = health.state !== 'newer';
  const hasBackups = health.state !== 'newer' && health.backups.length > 0;
  return (
    <section class="recovery" aria-labelledby="recovery">
      <h1 id="recovery" class="title">
        {t(health.state === 'newer' ? 'recoveryNewer' : 'recoveryTitle')}
      </h1>
      <p>{formatReason(health)}</p>
      {health.state === 'unreadable' && <p>{t('recoveryRestart')}</p>}
      {health.state === 'damaged' && health.witness && <p>{formatWitness(health.witness)}</p>}
      {canRepair && <p>{t('recoverySafe')}</p>}
      {fault !== null && (
        <p class="fault" role="alert">
          {t('recoveryFailed', fault)}
        </p>
      )}
      {canRepair && <Backups backups={health.backups} isBusy={isBusy} onRestore={onRestore} />}
      {canRepair && (
        <Button disabled={isBusy} onClick={() => setAsks(true)}>
          {t('recoveryContinue')}
        </Button>
      )}
      {asks && (
        <Confirm
          title={t('recoveryContinueQuestion')}
          action={t('recoveryContinueYes')}
          onConfirm={() => {
            setAsks(false);
            onAccept();
          }}
          onClose={() => setAsks(false)}
        >
          <p>{t(hasBackups ? 'recoveryContinueMeans' : 'recoveryContinueMeansNoBackups')}</p>
        </Confirm>
      )}
    </section>
  );
}
