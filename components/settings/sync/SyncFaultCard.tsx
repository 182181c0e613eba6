import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import type { SyncState } from '../../../lib/messaging/sync-protocol.ts';
import type { SyncFailure } from '../../../lib/sync/sync-types.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PassphraseField } from './SecretField.tsx';
import {
  formatAfterFault,
  formatNotSynced,
  formatOffline,
  formatSyncFault,
  isHarmless,
  listFaultHelp,
  type FaultHelp,
  type SyncKind,
} from './sync-words.ts';

/** What helps against faults. Those that ask the browser are called inside the click handler. */
export interface FaultActions {
  onSync: (deletions: 'ask' | 'deleted' | 'kept') => void;
  onAllow: () => void;
  onChooseFolder: () => void;
  onPassphrase: (passphrase: string) => void;
  onPutAgain: () => void;
}

interface FaultCardProps extends FaultActions {
  state: SyncState;
  failure: SyncFailure;
  kind: SyncKind;
  now: number;
  isBusy: boolean;
  /** Opens the fields of the user name and password. */
  onEnterPassword: () => void;
}

function PassphraseForm({ isBusy, onPassphrase }: Pick<FaultCardProps, 'isBusy' | 'onPassphrase'>) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onPassphrase(passphrase);
      }}
    >
      <PassphraseField
        isNew={false}
        ifEmpty={t('syncPassphraseGone')}
        value={passphrase}
        fault={null}
        onInput={setPassphrase}
      />
      <p>
        <Button type="submit" busy={isBusy}>
          {t('syncPassphraseSave')}
        </Button>
      </p>
    </form>
  );
}

function Help({ help, ...card }: FaultCardProps & { help: FaultHelp }) {
  const button = (words: Parameters<typeof t>[0], act: () => void) => (
    <Button busy={card.isBusy} onClick={act}>
      {t(words)}
    </Button>
  );
  switch (help) {
    case 'try':
      return button('syncTryAgain', () => card.onSync('ask'));
    case 'password':
      return button('syncEnterPassword', card.onEnterPassword);
    case 'allow':
      return button('syncAllow', card.onAllow);
    case 'folder':
      return button('syncFolderOther', card.onChooseFolder);
    case 'put-again':
      return button('syncPutAgain', card.onPutAgain);
    case 'log':
      return <a href="/log.html">{t('popupOpenLog')}</a>;
    case 'passphrase':
      return <PassphraseForm isBusy={card.isBusy} onPassphrase={card.onPassphrase} />;
    case 'answer':
      return (
        <>
          {button('syncKeep', () => card.onSync('kept'))}
          <Button look="danger" busy={card.isBusy} onClick={() => card.onSync('deleted')}>
            {t('syncDeleteToo')}
          </Button>
        </>
      );
  }
}

/** Why the last sync did not succeed, what that means for the log, and what helps. Being offline is no error. */
export function SyncFaultCard(props: FaultCardProps) {
  const { state, failure, kind, now } = props;
  if (failure.fault === 'offline')
    return (
      <p class="sync-notice" role="status">
        <Icon name="clock" />
        <span>{formatOffline(state.waiting)}</span>
      </p>
    );
  const isNotice = isHarmless(failure.fault) || (failure.fault === 'no-permission' && kind === 'folder');
  return (
    <div class={isNotice ? 'sync-notice' : 'sync-fault'}>
      <Icon name={isNotice ? 'info' : 'warning'} />
      <div>
        <p role={isNotice ? 'status' : 'alert'}>
          {!isNotice && <strong>{formatNotSynced(state, now)} </strong>}
          {formatSyncFault(failure, kind)}{' '}
          {!isHarmless(failure.fault) && formatAfterFault(state, failure, now)}
        </p>
        <div class="form-actions">
          {listFaultHelp(failure.fault, kind).map((help) => (
            <Help key={help} help={help} {...props} />
          ))}
        </div>
      </div>
    </div>
  );
}
