import { limits } from '../../../lib/text/log-limits.ts';
import { t } from '../../../lib/i18n/messages.ts';
import type { EntryDraft } from './entry-draft.ts';

interface PartProps {
  draft: EntryDraft;
  onChange: (changes: Partial<EntryDraft>) => void;
}

/** The check boxes of an entry: rewatch, and not finished. */
export function EntryChecks({ draft, onChange }: PartProps) {
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

/** The fields for where an entry's film was watched, and with whom. */
export function EntryPlace({ draft, onChange }: PartProps) {
  return (
    <div class="field-pair">
      <label class="field">
        {t('formPlace')}
        <input
          class="input"
          maxLength={limits.place}
          value={draft.place}
          onInput={({ currentTarget }) => onChange({ place: currentTarget.value })}
        />
      </label>
      <label class="field">
        {t('formCompany')}
        <input
          class="input"
          maxLength={limits.place}
          value={draft.company}
          onInput={({ currentTarget }) => onChange({ company: currentTarget.value })}
        />
      </label>
    </div>
  );
}

/** The fields for an entry's tags and its note. */
export function EntryWords({ draft, onChange }: PartProps) {
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
          class="input entry-note"
          rows={2}
          maxLength={limits.note}
          value={draft.note}
          onInput={({ currentTarget }) => onChange({ note: currentTarget.value })}
        />
      </label>
    </>
  );
}

/** The field for the user's own review of an entry. */
export function EntryReview({ draft, onChange }: PartProps) {
  return (
    <>
      <label class="field">
        {t('formReview')}
        <textarea
          class="input review-field"
          rows={4}
          maxLength={limits.review}
          value={draft.review}
          onInput={({ currentTarget }) => onChange({ review: currentTarget.value })}
        />
      </label>
      {draft.review !== '' && (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.reviewHasSpoilers}
            onChange={({ currentTarget }) => onChange({ reviewHasSpoilers: currentTarget.checked })}
          />
          {t('formSpoilers')}
        </label>
      )}
    </>
  );
}
