import { formatDateTime } from '../../lib/i18n/dates.ts';
import { t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import type { WritableHealth } from '../../lib/watchlog/health.ts';
import type { BackupFault, LogStore, MissingData, OldLog } from '../../lib/watchlog/types.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { formatWitness } from './witness-words.ts';

const countWords = {
  films: 'logFilms',
  ratings: 'recoveryRatings',
  entries: 'recoveryEntries',
} as const;

const hasWords = (store: LogStore): store is keyof typeof countWords => store in countWords;

function formatRows(rows: MissingData['rows']): string {
  const named = rows.map(({ store, count }) =>
    tCount(hasWords(store) ? countWords[store] : 'incompleteOther', count),
  );
  return t('incompleteRows', named.join(' · '));
}

function formatTime({ since, until }: MissingData): string | null {
  if (since !== null && until !== null)
    return t('incompleteBetween', formatDateTime(since), formatDateTime(until));
  if (since !== null) return t('incompleteAfter', formatDateTime(since));
  return until === null ? null : t('incompleteBefore', formatDateTime(until));
}

function Missing({ missing, onDismiss }: { missing: MissingData; onDismiss: () => void }) {
  const sentences = [
    missing.rows.length > 0 ? formatRows(missing.rows) : null,
    missing.commits > 0 ? tCount('incompleteCommits', missing.commits) : null,
    formatTime(missing),
  ];
  return (
    <div class="warning" role="alert">
      <Icon name="question" />
      <div>
        <p>{t('incompleteTitle')}</p>
        <p>{sentences.filter((sentence) => sentence !== null).join(' ')}</p>
        <Button onClick={onDismiss}>{t('recoveryContinueYes')}</Button>
      </div>
    </div>
  );
}

function Older({ older, onDismiss }: { older: OldLog; onDismiss: () => void }) {
  const { changedAt, witness } = older;
  return (
    <div class="warning" role="alert">
      <Icon name="question" />
      <div>
        <p>{changedAt === null ? t('olderEmpty') : t('olderTitle', formatDateTime(changedAt))}</p>
        <p>{formatWitness(witness)}</p>
        <Button onClick={onDismiss}>{t('olderKeep')}</Button>
      </div>
    </div>
  );
}

const faultWords = {
  'storage-full': 'logBackupFull',
  failed: 'logBackupFailed',
  'storage-broken': 'logBackupBroken',
} as const satisfies Record<BackupFault, MessageKey>;

/** Shown over a log that can be written although something is wrong with it or its backups. */
export function HealthNotice({ health, onDismiss }: { health: WritableHealth; onDismiss: () => void }) {
  return (
    <>
      {health.state === 'incomplete' && <Missing missing={health.missing} onDismiss={onDismiss} />}
      {health.state === 'ok' && health.older && <Older older={health.older} onDismiss={onDismiss} />}
      {health.backupFault !== undefined && (
        <p class="warning" role="alert">
          <Icon name="question" />
          {t(faultWords[health.backupFault])}
        </p>
      )}
    </>
  );
}
