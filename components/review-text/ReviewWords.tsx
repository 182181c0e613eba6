import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { FormattedText } from './FormattedText.tsx';

/** The text of a review, which list rows do not contain. */
export interface ReviewText {
  review: string;
  hasSpoilers: boolean;
}

const longReview = 900;

/** The words of a review with their formatting. Spoilers and the rest of a long review stay folded until they are opened. */
export function ReviewWords({ review, hasSpoilers }: ReviewText) {
  const [isShown, setIsShown] = useState(!hasSpoilers);
  const [isWhole, setIsWhole] = useState(review.length <= longReview);
  if (!isShown) {
    return (
      <Button icon="hidden" onClick={() => setIsShown(true)}>
        {t('reviewShowSpoilers')}
      </Button>
    );
  }
  return (
    <>
      <FormattedText class={`review-words ${isWhole ? '' : 'cut'}`} text={review} />
      {!isWhole && (
        <button type="button" class="link" onClick={() => setIsWhole(true)}>
          {t('reviewShowAll')}
        </button>
      )}
    </>
  );
}
