import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import type { LocationRequest, ShownLocation } from '../../../lib/messaging/sync-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { PassphraseField, SecretField } from './SecretField.tsx';
import { isPassphraseFit, withAccess } from './sync-draft.ts';
import { TextField } from './TextField.tsx';

interface PasswordFormProps {
  location: Exclude<ShownLocation, { kind: 'folder' }>;
  isBusy: boolean;
  onSave: (location: LocationRequest) => void;
}

/** The user name and the password of the same server. */
export function PasswordForm({ location, isBusy, onSave }: PasswordFormProps) {
  const [user, setUser] = useState(location.user);
  const [password, setPassword] = useState('');
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSave(withAccess(location, user, password));
      }}
    >
      <div class="sync-pair">
        <TextField label={t('syncUser')} value={user} onInput={setUser} />
        <SecretField
          label={t(location.kind === 'couchdb' ? 'syncPasswordPlain' : 'syncPassword')}
          value={password}
          fault={null}
          onInput={setPassword}
        />
      </div>
      <p>
        <Button type="submit" busy={isBusy}>
          {t('syncPasswordSave')}
        </Button>
      </p>
    </form>
  );
}

interface NewPassphraseFormProps {
  /** Whether the log has a passphrase now. */
  isEncrypted: boolean;
  isBusy: boolean;
  onSave: (passphrase: string | null) => void;
}

/** Another passphrase for the log, or none. */
export function NewPassphraseForm({ isEncrypted, isBusy, onSave }: NewPassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isTried, setTried] = useState(false);
  const [asks, setAsks] = useState(false);
  const isFit = passphrase !== '' && isPassphraseFit(passphrase);
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isBusy && isFit) onSave(passphrase);
      }}
    >
      <p class="muted">{t('syncPassphraseChangeMeans')}</p>
      <PassphraseField
        isNew
        ifEmpty=""
        value={passphrase}
        fault={isTried && !isFit ? t('syncPassphraseLength') : null}
        onInput={setPassphrase}
      />
      <div class="form-actions">
        <Button type="submit" busy={isBusy}>
          {t('syncPassphraseSave')}
        </Button>
        {isEncrypted && (
          <Button look="danger" busy={isBusy} onClick={() => setAsks(true)}>
            {t('syncUnseal')}
          </Button>
        )}
      </div>
      {asks && (
        <Confirm
          title={t('syncUseOpenTitle')}
          action={t('syncUnsealYes')}
          onConfirm={() => {
            setAsks(false);
            onSave(null);
          }}
          onClose={() => setAsks(false)}
        >
          <p>{t('syncUnsealQuestion')}</p>
        </Confirm>
      )}
    </form>
  );
}
