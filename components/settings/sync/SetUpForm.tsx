import { useEffect, useRef, useState } from 'preact/hooks';
import { t, type MessageKey } from '../../../lib/i18n/messages.ts';
import type { RemoteCheck } from '../../../lib/messaging/sync-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { FolderChoice } from './FolderChoice.tsx';
import { PassphraseField, SecretField } from './SecretField.tsx';
import { formatSyncFault, type SyncKind } from './sync-words.ts';
import {
  createDraft,
  isOpenAddress,
  listBadFields,
  parseDraft,
  type DraftField,
  type SyncDraft,
  type SyncSetUpRequest,
} from './sync-draft.ts';
import { TextField } from './TextField.tsx';

export interface SetUpProps {
  /** The name of the chosen folder, or null. */
  folder: string | null;
  /** What this device is called until the user names it. */
  deviceName: string;
  isBusy: boolean;
  /** What was found there, why that is not known, or null. */
  found: RemoteCheck | 'declined' | null;
  /** Called inside the click handler, as a choice of the browser requires. */
  onChooseFolder: () => void;
  /** Called inside the click handler, as a permission request requires. */
  onCheck: (request: SyncSetUpRequest) => void;
  /** Called when something is typed: what was found is no longer about that. */
  onEdit: () => void;
}

interface FieldsProps {
  kind: SyncKind;
  draft: SyncDraft;
  /** Why a field cannot be used, or null. */
  findFault: (field: DraftField) => string | null;
  onChange: (changes: Partial<SyncDraft>) => void;
}

function ServerFields({ kind, draft, findFault, onChange }: FieldsProps) {
  const isCouchdb = kind === 'couchdb';
  return (
    <>
      <TextField
        label={t(isCouchdb ? 'syncAddress' : 'syncAddressWebdav')}
        example={t(isCouchdb ? 'syncAddressExampleCouchdb' : 'syncAddressExampleWebdav')}
        value={draft.url}
        mode="url"
        fault={findFault('url')}
        hint={isOpenAddress(draft.url) ? t('syncAddressOpen') : ''}
        onInput={(url) => onChange({ url })}
      />
      {isCouchdb && (
        <TextField
          label={t('syncDatabase')}
          value={draft.database}
          fault={findFault('database')}
          onInput={(database) => onChange({ database })}
        />
      )}
      <div class="sync-pair">
        <TextField label={t('syncUser')} value={draft.user} onInput={(user) => onChange({ user })} />
        <SecretField
          label={t(isCouchdb ? 'syncPasswordPlain' : 'syncPassword')}
          value={draft.password}
          fault={null}
          onInput={(password) => onChange({ password })}
        />
      </div>
    </>
  );
}

const badWords: Partial<Record<DraftField, MessageKey>> = {
  folder: 'syncFolderNone',
  url: 'syncAddressBad',
  database: 'syncDatabaseBad',
  passphrase: 'syncPassphraseShort',
};

/** What a check says about the passphrase, or null. */
function findSealedFault(found: SetUpProps['found']): string | null {
  if (found === null || found === 'declined' || found.state !== 'sealed') return null;
  return t(found.isWrong ? 'syncPassphraseWrong' : 'syncPassphraseNeeded');
}

/** Why it could not be checked. */
function CheckFault({ found, kind }: Pick<SetUpProps, 'found'> & { kind: SyncKind }) {
  const words =
    found === 'declined' ? t('syncDeclined') : found?.state === 'fault' ? formatSyncFault(found, kind) : null;
  return (
    <div role="alert">
      {words !== null && (
        <p class="sync-fault">
          {words} {t('syncNothingChanged')}
        </p>
      )}
    </div>
  );
}

/** Moves the focus to the first field that cannot be used, each time `turn` changes. */
function useFocusOnFault(turn: string) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [turn]);
  return form;
}

/** The fields that set up sync at a place of one kind. */
export function SetUpForm({ kind, folder, isBusy, found, ...props }: SetUpProps & { kind: SyncKind }) {
  const [draft, setDraft] = useState(() => createDraft(props.deviceName));
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState(0);
  const sealed = findSealedFault(found);
  const form = useFocusOnFault(`${refused} ${sealed ?? ''}`);
  const change = (changes: Partial<SyncDraft>): void => {
    setDraft({ ...draft, ...changes });
    props.onEdit();
  };
  const bad = isTried ? listBadFields(kind, draft, folder) : [];
  const findFault = (field: DraftField): string | null => {
    const words = bad.includes(field) ? badWords[field] : undefined;
    return words === undefined ? null : t(words);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    const request = parseDraft(kind, draft, folder);
    if (request !== null) props.onCheck({ ...request, deviceName: request.deviceName || props.deviceName });
    else setRefused((times) => times + 1);
  };
  return (
    <form ref={form} class="sync-form" onSubmit={submit} noValidate>
      <CheckFault found={found} kind={kind} />
      {kind === 'folder' ? (
        <FolderChoice name={folder} isMissing={bad.includes('folder')} onChoose={props.onChooseFolder} />
      ) : (
        <ServerFields kind={kind} draft={draft} findFault={findFault} onChange={change} />
      )}
      <PassphraseField
        isNew
        ifEmpty={t('syncPassphraseNone')}
        value={draft.passphrase}
        fault={findFault('passphrase') ?? sealed}
        onInput={(passphrase) => change({ passphrase })}
      />
      <TextField
        label={t('syncDevice')}
        value={draft.deviceName}
        maxLength={60}
        onInput={(deviceName) => change({ deviceName })}
      />
      <div class="sync-begin">
        <Button look="primary" type="submit" busy={isBusy}>
          {t(isBusy ? 'syncChecking' : 'syncBegin')}
        </Button>
        <span class="muted">{t('syncBeginMeans')}</span>
      </div>
    </form>
  );
}
