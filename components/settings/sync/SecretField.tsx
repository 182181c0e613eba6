import { useId, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';

interface SecretFieldProps {
  label: string;
  value: string;
  /** Why the contents cannot be used, or null. */
  fault: string | null;
  hint?: string;
  placeholder?: string;
  onInput: (value: string) => void;
}

/** A field for a password or a passphrase, with a button that shows it. */
export function SecretField({ label, value, fault, hint, placeholder = '', onInput }: SecretFieldProps) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  const input = {
    id,
    class: 'input',
    autocomplete: 'off',
    autocapitalize: 'off' as const,
    spellcheck: false,
    maxLength: 500,
    placeholder,
    value,
    'aria-invalid': fault !== null || undefined,
    'aria-describedby': `${id}-hint`,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="sync-secret">
        {isShown ? <input type="text" {...input} /> : <input type="password" {...input} />}
        <button
          type="button"
          class="link"
          aria-label={`${t(isShown ? 'syncHide' : 'syncShow')}: ${label}`}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'syncHide' : 'syncShow')}
        </button>
      </div>
      <div id={`${id}-hint`}>
        {fault !== null && <p class="failed">{fault}</p>}
        {hint !== undefined && <p class="muted">{hint}</p>}
      </div>
    </div>
  );
}

interface PassphraseFieldProps {
  value: string;
  fault: string | null;
  /** What an empty field means, or ''. */
  ifEmpty: string;
  /** Whether it is set now, and not one that exists. */
  isNew: boolean;
  onInput: (value: string) => void;
}

/** The field for the passphrase of the log, with what it means. */
export function PassphraseField({ ifEmpty, isNew, ...field }: PassphraseFieldProps) {
  return (
    <SecretField
      {...field}
      label={t('syncPassphrase')}
      hint={`${t('syncPassphraseHow')} ${ifEmpty}`}
      placeholder={isNew ? t('syncPassphraseLength') : ''}
    />
  );
}
