import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { RemoteCheck } from '../../../lib/messaging/sync-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** What is asked before sync begins. */
export interface SyncQuestion {
  /** What was found there. */
  state: Exclude<RemoteCheck['state'], 'sealed' | 'fault' | 'empty'>;
  /** What the log of this device holds; null if nothing, so that no two logs are joined. */
  own: { films: number; entries: number } | null;
  /** Whether a passphrase was given that the log there does not have. */
  isPassphraseUnused: boolean;
}

interface JoinQuestionProps {
  question: SyncQuestion;
  onBegin: () => void;
  onClose: () => void;
}

/** Asks before two logs become one, and before a given passphrase is not used. */
export function JoinQuestion({ question, onBegin, onClose }: JoinQuestionProps) {
  const { state, own, isPassphraseUnused } = question;
  return (
    <Dialog title={t(own === null ? 'syncUseOpenTitle' : 'syncJoinTitle')} onClose={onClose}>
      <p>{t(state === 'open' ? 'syncJoinOpen' : 'syncJoinSealed')}</p>
      {own !== null && (
        <p>{t('syncJoinMeans', tCount('logFilms', own.films), tCount('syncEntries', own.entries))}</p>
      )}
      {isPassphraseUnused && <p>{t('syncJoinUnsealed')}</p>}
      {own !== null && <p class="muted">{t('syncJoinBackup')}</p>}
      <div class="form-actions">
        <Button onClick={onClose}>{t('formCancel')}</Button>
        <Button look="primary" onClick={onBegin}>
          {t(own === null ? 'syncUseOpen' : 'syncJoin')}
        </Button>
      </div>
    </Dialog>
  );
}
