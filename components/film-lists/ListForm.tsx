import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { limits } from '../../lib/text/log-limits.ts';
import { Button } from '../ui/Button.tsx';

/** What the user writes about a list. */
interface ListValues {
  name: string;
  description: string;
  ranked: boolean;
}

interface ListFormProps {
  values: ListValues;
  saveLabel: string;
  onSave: (values: ListValues) => void;
  onCancel: () => void;
}

/** The form for a list's name, description and ranking. */
export function ListForm({ values, saveLabel, onSave, onCancel }: ListFormProps) {
  const [{ name, description, ranked }, setValues] = useState(values);
  const change = (changes: Partial<ListValues>): void => setValues({ name, description, ranked, ...changes });
  return (
    <form
      class="list-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave({ name: name.trim(), description: description.trim(), ranked });
      }}
    >
      <label class="field">
        {t('listName')}
        <input
          class="input"
          required
          maxLength={limits.listName}
          value={name}
          onInput={({ currentTarget }) => change({ name: currentTarget.value })}
        />
      </label>
      <label class="field">
        {t('listDescription')}
        <textarea
          class="input"
          rows={3}
          maxLength={limits.description}
          value={description}
          onInput={({ currentTarget }) => change({ description: currentTarget.value })}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={ranked}
          onChange={({ currentTarget }) => change({ ranked: currentTarget.checked })}
        />
        {t('listIsRanked')}
      </label>
      <div class="form-actions">
        <Button type="submit" look="primary">
          {saveLabel}
        </Button>
        <Button onClick={onCancel}>{t('formCancel')}</Button>
      </div>
    </form>
  );
}
