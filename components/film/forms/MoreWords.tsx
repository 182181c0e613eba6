import { limits } from '../../../lib/text/log-limits.ts';
import { t } from '../../../lib/i18n/messages.ts';
import type { WatchEntry } from '../../../lib/watchlog/types.ts';

type More = Pick<WatchEntry, 'place' | 'company' | 'review' | 'reviewHasSpoilers'>;

interface MoreWordsProps {
  draft: Partial<More>;
  onChange: (changes: Partial<More>) => void;
}

/** Returns place, company and review of an entry; empty strings for missing ones. */
export const pickMore = ({
  place = '',
  company = '',
  review = '',
  reviewHasSpoilers = false,
}: Partial<More>): More => ({
  place,
  company,
  review,
  reviewHasSpoilers,
});

/** The fields for place, company and the user's own review. */
export function MoreWords({ draft, onChange }: MoreWordsProps) {
  return (
    <>
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
