import { useState } from 'preact/hooks';
import { formatDate, formatRecentMoment } from '../../../lib/i18n/dates.ts';
import { t } from '../../../lib/i18n/messages.ts';
import type { SyncState } from '../../../lib/messaging/sync-protocol.ts';
import type { SyncDevice } from '../../../lib/sync/sync-types.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextField } from './TextField.tsx';

interface DevicesProps {
  state: SyncState;
  now: number;
  onRename: (name: string) => void;
}

/** After this time a device is no longer one that just synced: milliseconds. */
const longAgoMs = 60 * 86_400_000;

const formatSeen = (seenAt: number, now: number): string =>
  now - seenAt > longAgoMs
    ? t('syncNotSeen', formatDate(seenAt))
    : t('syncSeen', formatRecentMoment(seenAt, now));

function RenameForm({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [typed, setTyped] = useState(name);
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onRename(typed.trim());
      }}
    >
      <TextField label={t('syncDevice')} value={typed} maxLength={60} onInput={setTyped} />
      <p>
        <Button type="submit">{t('syncRenameSave')}</Button>
      </p>
    </form>
  );
}

function OtherDevice({ device, now }: { device: SyncDevice; now: number }) {
  return (
    <li class="sync-device">
      <Icon name="device" />
      <span class="break">{device.name}</span>
      <span class="muted">{formatSeen(device.seenAt, now)}</span>
    </li>
  );
}

/** The devices that sync with the same place, this one first, which can be renamed. */
export function Devices({ state, now, onRename }: DevicesProps) {
  const [isRenaming, setRenaming] = useState(false);
  const others = [...state.devices].sort((a, b) => b.seenAt - a.seenAt);
  return (
    <div>
      <h3 class="label" id="sync-devices">
        {t('syncDevices')}
      </h3>
      <ul aria-labelledby="sync-devices">
        <li class="sync-device">
          <Icon name="device" />
          <span class="break">{state.deviceName}</span>
          <span class="sync-own">{t('syncThisOne')}</span>
          <Button expanded={isRenaming} onClick={() => setRenaming(!isRenaming)}>
            {t('syncRename')}
          </Button>
          {isRenaming && (
            <RenameForm
              name={state.deviceName}
              onRename={(name) => {
                setRenaming(false);
                onRename(name);
              }}
            />
          )}
        </li>
        {others.map((device) => (
          <OtherDevice key={device.device} device={device} now={now} />
        ))}
      </ul>
    </div>
  );
}
