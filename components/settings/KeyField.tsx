import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';

interface KeyFieldProps {
  /** The service's name. */
  name: string;
  hasKey: boolean;
  /** The page where the user gets a key, or null. */
  keyUrl: string | null;
  isBusy: boolean;
  /** The result of checking the last key, or null. */
  answer: string | null;
  onSet: (key: string) => void;
  onRemove: () => void;
}

const maxKeyLength = 600;

type EntryProps = Omit<KeyFieldProps, 'hasKey' | 'answer' | 'onRemove'>;

function KeyEntry({ name, keyUrl, isBusy, onSet }: EntryProps) {
  const [key, setKey] = useState('');
  return (
    <form
      class="key-entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim() === '') return;
        onSet(key.trim());
        setKey('');
      }}
    >
      <label class="field">
        {t('keyLabel', name)}
        <input
          class="input"
          type="password"
          autocomplete="off"
          spellcheck={false}
          maxLength={maxKeyLength}
          value={key}
          onInput={({ currentTarget }) => setKey(currentTarget.value)}
        />
      </label>
      <Button type="submit" busy={isBusy}>
        {t(isBusy ? 'keyChecking' : 'keySet')}
      </Button>
      {keyUrl !== null && (
        <p class="muted">
          <SafeLink url={keyUrl}>{t('keyGet', name)}</SafeLink>
        </p>
      )}
    </form>
  );
}

/** Sets, replaces and removes the user's API key for a service. A saved key is never shown again. */
export function KeyField({ hasKey, answer, onRemove, ...entry }: KeyFieldProps) {
  const [isReplacing, setReplacing] = useState(false);
  const showsEntry = !hasKey || isReplacing;
  return (
    <div class="key">
      {hasKey && (
        <p class="key-kept">
          <span>{t('keyKept')}</span>
          <Button expanded={isReplacing} onClick={() => setReplacing(!isReplacing)}>
            {t('keyReplace')}
          </Button>
          <Button name={t('keyRemoveOf', entry.name)} onClick={onRemove}>
            {t('keyRemove')}
          </Button>
        </p>
      )}
      {showsEntry && (
        <KeyEntry
          {...entry}
          onSet={(key) => {
            setReplacing(false);
            entry.onSet(key);
          }}
        />
      )}
      <p class="said" role="status">
        {answer}
      </p>
    </div>
  );
}
