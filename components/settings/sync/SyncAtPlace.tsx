import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import { formatBytes } from '../../../lib/i18n/sizes.ts';
import type { LocationRequest, ShownLocation, SyncState } from '../../../lib/messaging/sync-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { NewPassphraseForm, PasswordForm } from './AccessForms.tsx';
import { Devices } from './Devices.tsx';
import { FolderChoice } from './FolderChoice.tsx';
import { RemoveQuestion } from './LeaveQuestions.tsx';
import type { FaultActions } from './SyncFaultCard.tsx';
import { SyncStatus } from './SyncStatus.tsx';

export interface PlaceActions extends FaultActions {
  onCancel: () => void;
  onPause: (isPaused: boolean) => void;
  onRename: (name: string) => void;
  onLocation: (location: LocationRequest) => void;
  onNewPassphrase: (passphrase: string | null) => void;
  onRemove: () => void;
}

interface PlaceProps extends PlaceActions {
  state: SyncState;
  location: ShownLocation;
  now: number;
  isBusy: boolean;
  /** Which form is open. */
  open: OpenForm;
  onOpen: (form: OpenForm) => void;
  /** Asks before sync ends on this device. */
  onStop: () => void;
}

export type OpenForm = 'password' | 'passphrase' | null;

/** An address with the letters that are escaped in it, for people. */
function showAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

const formatWhere = (location: Exclude<ShownLocation, { kind: 'folder' }>): string => {
  const beside = location.kind === 'couchdb' ? location.database : location.user;
  const url = showAddress(location.url);
  return beside === '' ? url : t('syncWhere', url, beside);
};

function Where({ state, location, onChooseFolder }: PlaceProps) {
  return (
    <>
      {location.kind === 'folder' ? (
        <FolderChoice name={location.name} onChoose={onChooseFolder} />
      ) : (
        <p class="break">{formatWhere(location)}</p>
      )}
      <p class="muted">
        {t(state.isEncrypted ? 'syncSealed' : 'syncUnsealed')}
        {state.size !== null && ` ${t('syncSize', formatBytes(state.size))}`}
      </p>
    </>
  );
}

/** The open form, with the focus on its first field. */
function OpenedForm({ state, location, open, isBusy, onLocation, onNewPassphrase }: PlaceProps) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open !== null) part.current?.querySelector('input')?.focus();
  }, [open]);
  return (
    <div ref={part}>
      {open === 'password' && location.kind !== 'folder' && (
        <PasswordForm location={location} isBusy={isBusy} onSave={onLocation} />
      )}
      {open === 'passphrase' && (
        <NewPassphraseForm isEncrypted={state.isEncrypted} isBusy={isBusy} onSave={onNewPassphrase} />
      )}
    </div>
  );
}

function Controls({ state, location, isBusy, open, onOpen, ...on }: PlaceProps) {
  const toggle = (form: OpenForm) => () => onOpen(open === form ? null : form);
  return (
    <div class="form-actions">
      <Button onClick={() => on.onPause(!state.isPaused)}>
        {t(state.isPaused ? 'syncResume' : 'syncPause')}
      </Button>
      {location.kind !== 'folder' && (
        <Button expanded={open === 'password'} onClick={toggle('password')}>
          {t('syncPasswordChange')}
        </Button>
      )}
      <Button expanded={open === 'passphrase'} onClick={toggle('passphrase')}>
        {t(state.isEncrypted ? 'syncPassphraseChange' : 'syncPassphraseSet')}
      </Button>
      <Button busy={isBusy} onClick={on.onStop}>
        {t('syncStop')}
      </Button>
    </div>
  );
}

/** Sync that is set up: where, how it goes, the devices, and what can be changed. */
export function SyncAtPlace(props: PlaceProps) {
  const { state, location, now, isBusy } = props;
  const [removes, setRemoves] = useState(false);
  return (
    <>
      <Where {...props} />
      <SyncStatus state={state} now={now} onSync={() => props.onSync('ask')} onCancel={props.onCancel} />
      <Devices state={state} now={now} onRename={props.onRename} />
      <Controls {...props} />
      <OpenedForm {...props} />
      <p>
        <Button look="danger" busy={isBusy} onClick={() => setRemoves(true)}>
          {t(location.kind === 'folder' ? 'syncRemoveFolder' : 'syncRemoveServer')}
        </Button>
      </p>
      {removes && (
        <RemoveQuestion
          kind={location.kind}
          onConfirm={() => {
            setRemoves(false);
            props.onRemove();
          }}
          onClose={() => setRemoves(false)}
        />
      )}
    </>
  );
}
