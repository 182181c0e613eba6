import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { SyncState } from '../../../lib/messaging/sync-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formatLastSync, rateSync } from './sync-words.ts';

interface SyncStatusProps {
  state: SyncState;
  now: number;
  onSync: () => void;
  onCancel: () => void;
}

function Running({ received, onCancel }: { received: number; onCancel: () => void }) {
  const words = tCount('syncRows', received);
  return (
    <div class="sync-running">
      <progress aria-label={t('syncing')} aria-valuetext={words} />
      <div class="sync-line">
        <p class="muted number">
          {t('syncing')} {received > 0 && words}
        </p>
        <Button onClick={onCancel}>{t('formCancel')}</Button>
      </div>
    </div>
  );
}

/** The last success, what waits, and the pass that is on its way. */
export function SyncStatus({ state, now, onSync, onCancel }: SyncStatusProps) {
  const { busy, waiting, damaged, sealed, isPaused } = state;
  return (
    <>
      {busy !== null && <Running received={busy.received} onCancel={onCancel} />}
      <div class="sync-line">
        <div class="sync-lines">
          <p class="sync-last">
            <Icon name={rateSync(state) === 'works' ? 'tick' : 'clock'} />
            <span role="status">{isPaused ? t('syncPaused') : formatLastSync(state, now)}</span>
          </p>
          {waiting > 0 && (
            <p class="sync-last">
              <Icon name="clock" />
              <span>{tCount('syncWaiting', waiting)}</span>
            </p>
          )}
        </div>
        {busy === null && (
          <Button icon="again" onClick={onSync}>
            {t('syncNow')}
          </Button>
        )}
      </div>
      {damaged > 0 && <p class="sync-notice">{tCount('syncDamaged', damaged)}</p>}
      {sealed > 0 && <p class="sync-notice">{tCount('syncSealed', sealed)}</p>}
    </>
  );
}
