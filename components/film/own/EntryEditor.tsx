import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import type { EntryFields } from '../../../lib/watchlog/types.ts';
import { Button } from '../../ui/Button.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { EntryChecks, EntryPlace, EntryWords } from '../forms/EntryFields.tsx';
import { PartialDateField } from '../forms/PartialDateField.tsx';
import {
  listEntryChanges,
  readEntryDraft,
  toEntryDraft,
  type EntryDraft,
  type EntryValues,
} from '../forms/entry-draft.ts';
import { useAutosave } from './use-autosave.ts';

interface EntryEditorProps {
  /** The entry as it is stored now. */
  entry: EntryValues;
  /** `YYYY-MM-DD` in the user's own calendar. */
  today: string;
  /** Called with what the user changed, a moment after they did. */
  onChange: (changes: EntryFields) => void;
  onDone: () => void;
  onRemove: () => void;
}

/** The form of a viewing that is in the log, saved as the user types. It begins with the note. */
export function EntryEditor({ entry, today, onChange, onDone, onRemove }: EntryEditorProps) {
  const [draft, setDraft] = useState(() => toEntryDraft(entry, today));
  // What another window has changed meanwhile stays: only fields that were touched here are saved.
  const touched = useRef<Partial<EntryDraft>>({});
  const { noteChange, saveNow } = useAutosave(() => {
    const mine = { ...toEntryDraft(entry, today), ...touched.current };
    const changes = listEntryChanges(entry, readEntryDraft(mine, today));
    if (Object.keys(changes).length > 0) onChange(changes);
  });
  const part = useRef<HTMLDivElement>(null);
  useReturnedFocus(part);
  // Before the next key: what is typed at once goes into the note.
  useLayoutEffect(() => part.current?.querySelector('textarea')?.focus(), []);
  const change = (changes: Partial<EntryDraft>): void => {
    Object.assign(touched.current, changes);
    setDraft({ ...draft, ...changes });
    noteChange();
  };
  const fields = { draft, onChange: change };
  return (
    <div
      ref={part}
      class="entry-form"
      role="group"
      aria-label={t('watchedForm')}
      onBlurCapture={saveNow}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <PartialDateField value={draft.date} today={today} onChange={(date) => change({ date })} />
      <EntryPlace {...fields} />
      <EntryWords {...fields} />
      <EntryChecks {...fields} />
      <div class="form-actions">
        <Button onClick={onDone}>{t('formDone')}</Button>
        <button type="button" class="link remove-entry" onClick={onRemove}>
          {t('watchedRemove')}
        </button>
      </div>
    </div>
  );
}
