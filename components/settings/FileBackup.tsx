import { formatDateTime } from '../../lib/i18n/dates.ts';
import { t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import type {
  FileBackupFault,
  FileBackupInterval,
  FileBackupState,
} from '../../lib/messaging/log-protocol.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';

export interface FileBackupProps {
  /** Null while it is loading. */
  state: FileBackupState | null;
  isBusy: boolean;
  onSave: () => void;
  onSwitch: (on: boolean) => void;
  onInterval: (interval: FileBackupInterval) => void;
}

const faultWords = {
  'no-permission': 'fileBackupNoPermission',
  unsupported: 'fileBackupUnsupported',
  'log-damaged': 'errorReadOnly',
  'disk-full': 'fileBackupDiskFull',
  'too-slow': 'fileBackupFailed',
  failed: 'fileBackupFailed',
} as const satisfies Record<FileBackupFault, MessageKey>;

function LastFile({ state }: { state: FileBackupState }) {
  const last =
    state.lastDoneAt === null ? t('fileBackupNever') : t('fileBackupLast', formatDateTime(state.lastDoneAt));
  return (
    <p class="state">
      {last}
      {state.files.length > 0 && <span>{tCount('fileBackupKept', state.files.length)}</span>}
    </p>
  );
}

/** Files with the whole log: one now, and automatic ones in the folder for downloads. */
export function FileBackup({ state, isBusy, ...on }: FileBackupProps) {
  if (state === null) return null;
  return (
    <div class="source">
      <h3>{t('fileBackupTitle')}</h3>
      <p class="muted">{t('fileBackupHow')}</p>
      <LastFile state={state} />
      {state.on && state.lastFault !== null && (
        <p class="failed">{t('fileBackupFault', t(faultWords[state.lastFault]))}</p>
      )}
      <p>
        <Button icon="download" busy={isBusy} onClick={on.onSave}>
          {t('fileBackupSave')}
        </Button>
      </p>
      {state.isPossible && (
        <Switch
          label={t('fileBackupAutomatic')}
          on={state.on && state.hasPermission}
          busy={isBusy}
          onChange={on.onSwitch}
        />
      )}
      {state.isPossible && state.on && (
        <label class="choice-row">
          <span class="legend">{t('fileBackupInterval')}</span>
          <select
            class="input"
            value={state.interval}
            onChange={({ currentTarget }) => on.onInterval(currentTarget.value === 'week' ? 'week' : 'day')}
          >
            <option value="day">{t('fileBackupDaily')}</option>
            <option value="week">{t('fileBackupWeekly')}</option>
          </select>
        </label>
      )}
    </div>
  );
}
