import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import type { EntryFields } from '../../../lib/watchlog/types.ts';
import { StarRating } from '../../rating/StarRating.tsx';
import { Button } from '../../ui/Button.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { EntryChecks, EntryPlace, EntryReview, EntryWords } from './EntryFields.tsx';
import { PartialDateField } from './PartialDateField.tsx';
import { readEntryDraft, toEntryDraft, type EntryDraft, type EntryValues } from './entry-draft.ts';

interface EntryFormProps {
  entry: EntryValues;
  /** `YYYY-MM-DD` in the user's own calendar. */
  today: string;
  saveLabel: string;
  onSave: (entry: EntryFields) => void;
  onCancel: () => void;
  onDelete?: () => void;
}

/** The form of one entry with all its fields, which is saved by its button. */
export function EntryForm({ entry, today, saveLabel, ...on }: EntryFormProps) {
  const [draft, setDraft] = useState(() => toEntryDraft(entry, today));
  const change = (changes: Partial<EntryDraft>): void => setDraft({ ...draft, ...changes });
  const form = useRef<HTMLFormElement>(null);
  useReturnedFocus(form);
  useEffect(() => {
    form.current?.scrollIntoView?.({ block: 'nearest' });
    form.current?.querySelector('select')?.focus({ preventScroll: true });
  }, []);
  const values = readEntryDraft(draft, today);
  const isPossible = values.watchedOn !== undefined;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (isPossible) on.onSave(values);
  };
  const part = { draft, onChange: change };
  return (
    <form ref={form} class="entry-form" onSubmit={onSubmit}>
      <PartialDateField value={draft.date} today={today} onChange={(date) => change({ date })} />
      <StarRating value={draft.rating} label={t('formRating')} onRate={(rating) => change({ rating })} />
      <EntryChecks {...part} />
      <EntryWords {...part} />
      <EntryPlace {...part} />
      <EntryReview {...part} />
      <div class="form-actions">
        <Button type="submit" look="primary" disabled={!isPossible}>
          {saveLabel}
        </Button>
        <Button onClick={on.onCancel}>{t('formCancel')}</Button>
        {on.onDelete && (
          <Button look="danger" onClick={on.onDelete}>
            {t('formDelete')}
          </Button>
        )}
      </div>
    </form>
  );
}
