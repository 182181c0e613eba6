import { limits } from '../../../lib/text/log-limits.ts';
import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';

interface ReasonFormProps {
  reason: string;
  disabled: boolean;
  onSave: (reason: string) => void;
}

/** The form for the reason why a film is on the watchlist. */
export function ReasonForm({ reason, disabled, onSave }: ReasonFormProps) {
  const [text, setText] = useState(reason);
  return (
    <form
      class="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
    >
      <label class="field">
        {t('watchlistReason')}
        <input
          class="input"
          maxLength={limits.note}
          value={text}
          disabled={disabled}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <Button type="submit" disabled={disabled || text.trim() === reason}>
        {t('formSaveChanges')}
      </Button>
    </form>
  );
}
