import { Fragment, type Ref } from 'preact';
import { t } from '../../lib/i18n/messages.ts';
import { formatScore, formatStars } from '../../lib/i18n/scores.ts';
import type { SourceScore } from '../../lib/reviews/types.ts';
import { Glyph } from './Glyph.tsx';
import { formatBadgeName, listBadgeScores, type ShownBadgeState } from './badge-text.ts';

interface BadgeButtonProps {
  state: ShownBadgeState;
  /** Whether the details stand open; null where there are none to open. */
  expanded: boolean | null;
  buttonRef?: Ref<HTMLButtonElement>;
}

const Figure = ({ score }: { score: SourceScore }) => (
  <>
    <Glyph name={score.kind === 'critics' ? 'pen' : 'people'} />
    {formatScore(score, score.source).figure}
  </>
);

/** What the badge says, without its frame: your own rating, else one figure of the critics and one of the audience. */
function BadgeFace({ state }: { state: ShownBadgeState }) {
  if (state.kind === 'ambiguous') return <span class="dim">{t('badgeWhichOne')}</span>;
  const { own } = state;
  const rating = own?.rating ?? null;
  const tick = own?.watched && <Glyph name="tick" />;
  if (rating !== null) {
    return (
      <>
        <Glyph name="star" />
        {formatStars(rating)}
        {tick}
      </>
    );
  }
  if (state.kind === 'no-score') return tick || <span class="dim">{t('badgeNoScore')}</span>;
  if (state.hidesScores) return <Glyph name="hidden" />;
  return (
    <>
      {listBadgeScores(state.scores).map((score, index) => (
        <Fragment key={score.source}>
          {index > 0 && <span class="sep" />}
          <Figure score={score} />
        </Fragment>
      ))}
      {tick}
    </>
  );
}

/** The small mark beside a title: one button, 20 px high to the eye and 24 px to the pointer. */
export function BadgeButton({ state, expanded, buttonRef }: BadgeButtonProps) {
  const isOwn = state.kind !== 'ambiguous' && typeof state.own?.rating === 'number';
  return (
    <button
      ref={buttonRef}
      type="button"
      class="badge"
      aria-label={formatBadgeName(state)}
      aria-haspopup={expanded === null ? undefined : 'dialog'}
      aria-expanded={expanded ?? undefined}
    >
      <span class={isOwn ? 'face own' : 'face'}>
        <BadgeFace state={state} />
      </span>
    </button>
  );
}
