import { limits } from '../../../lib/text/log-limits.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import type { WatchEntry, RatingValue } from '../../../lib/watchlog/types.ts';
import { StarRating } from '../../rating/StarRating.tsx';
import { Button } from '../../ui/Button.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { MoreWords, pickMore } from './MoreWords.tsx';
import { PartialDateField } from './PartialDateField.tsx';
import { readDraftDate, toDraftDate } from './draft-date.ts';
import { parseTags } from './tags.ts';

/** The fields of an entry that the form edits. */
export type EntryValues = Pick<
  WatchEntry,
  'watchedOn' | 'rewatch' | 'finished' | 'tags' | 'note' | 'rating'
> &
  Partial<Pick<WatchEntry, 'place' | 'company' | 'review' | 'reviewHasSpoilers'>>;

interface EntryFormProps {
  entry: EntryValues;
  /** `YYYY-MM-DD` in the user's own calendar. */
  today: string;
  saveLabel: string;
  /** Whether the form has the entry's own rating. */
  asksRating?: boolean;
  /** Whether the form has place, company and review. */
  asksAll?: boolean;
  onSave: (entry: EntryValues) => void;
  onCancel: () => void;
  onDelete?: () => void;
}

/** The form's values while the user edits: tags are one text. */
type Draft = Omit<EntryValues, 'watchedOn' | 'tags'> & { tagText: string };

interface PartProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

function Checks({ draft, onChange }: PartProps) {
  return (
    <div class="checks">
      <label class="check">
        <input
          type="checkbox"
          checked={draft.rewatch}
          onChange={({ currentTarget }) => onChange({ rewatch: currentTarget.checked })}
        />
        {t('formRewatch')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={!draft.finished}
          onChange={({ currentTarget }) => onChange({ finished: !currentTarget.checked })}
        />
        {t('formUnfinished')}
      </label>
    </div>
  );
}

function Words({ draft, onChange }: PartProps) {
  return (
    <>
      <label class="field">
        {t('formTags')}
        <input
          class="input"
          type="text"
          value={draft.tagText}
          placeholder={t('formTagsExample')}
          onInput={({ currentTarget }) => onChange({ tagText: currentTarget.value })}
        />
      </label>
      <label class="field">
        {t('formNote')}
        <textarea
          class="input"
          rows={2}
          maxLength={limits.note}
          value={draft.note}
          onInput={({ currentTarget }) => onChange({ note: currentTarget.value })}
        />
      </label>
    </>
  );
}

/** The form of one entry: date, rewatch, finished, tags and note. */
export function EntryForm({ entry, today, saveLabel, asksRating, asksAll, ...on }: EntryFormProps) {
  const { rewatch, finished, note, rating, tags } = entry;
  const more = asksAll ? pickMore(entry) : {};
  const [date, setDate] = useState(() => toDraftDate(entry.watchedOn, today));
  const [draft, setDraft] = useState<Draft>({
    ...{ rewatch, finished, note, rating, ...more },
    tagText: tags.join(', '),
  });
  const change = (changes: Partial<Draft>): void => setDraft({ ...draft, ...changes });
  const form = useRef<HTMLFormElement>(null);
  useReturnedFocus(form);
  useEffect(() => {
    form.current?.scrollIntoView?.({ block: 'nearest' });
    form.current?.querySelector('select')?.focus({ preventScroll: true });
  }, []);
  const watchedOn = readDraftDate(date);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (watchedOn === undefined) return;
    const { tagText, ...rest } = draft;
    on.onSave({ ...rest, watchedOn, tags: parseTags(tagText), note: draft.note.trim() });
  };
  return (
    <form ref={form} class="entry-form" onSubmit={onSubmit}>
      <PartialDateField value={date} today={today} onChange={setDate} />
      {asksRating && (
        <StarRating
          value={draft.rating}
          label={t('formRating')}
          onRate={(changed: RatingValue | null) => change({ rating: changed })}
        />
      )}
      <Checks draft={draft} onChange={change} />
      <Words draft={draft} onChange={change} />
      {asksAll && <MoreWords draft={draft} onChange={change} />}
      <div class="form-actions">
        <Button type="submit" look="primary" disabled={watchedOn === undefined}>
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
