import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import type {
  EntryFields,
  OwnRecord,
  PartialDate,
  RatingValue,
  WatchEntry,
} from '../../../lib/watchlog/types.ts';
import { StarRating } from '../../rating/StarRating.tsx';
import { Button } from '../../ui/Button.tsx';
import { StatusLine, type Status } from '../../ui/StatusLine.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { EntryChip } from './EntryChip.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import { WatchedMenu } from './WatchedMenu.tsx';

interface OwnPanelProps {
  title: string;
  own: OwnRecord | null;
  /** The entry that is shown in place of "Watched": today's, or the one just logged; null without one. */
  viewing: WatchEntry | null;
  /** Whether the form of that viewing is open. */
  isOpen: boolean;
  /** `YYYY-MM-DD` in the user's own calendar. */
  today: string;
  status: Status | null;
  /** False while nothing can be saved. */
  canWrite: boolean;
  /** Whether the popup was opened to log the film: what logs it has the focus then. */
  beginsWithLog?: boolean;
  /** What is shown after the button of the watchlist. */
  children?: ComponentChildren;
  onRate: (value: RatingValue | null) => void;
  onLike: (liked: boolean) => void;
  onLog: (watchedOn: PartialDate | null) => void;
  onWatchlist: (listed: boolean) => void;
  /** Opens or closes the form of the viewing. */
  onToggle: (isOpen: boolean) => void;
  onChange: (changes: EntryFields) => void;
  onRemove: () => void;
  onUndo: () => void;
}

type RowProps = Pick<OwnPanelProps, 'title' | 'own' | 'canWrite' | 'onRate' | 'onLike'>;

/** The stars with their value, and the like. */
function RatingRow({ title, own, canWrite, onRate, onLike }: RowProps) {
  const isLiked = own?.liked ?? false;
  const rating = own?.rating ?? null;
  return (
    <div class="own-rating">
      <StarRating
        value={rating}
        label={t('ownRatingOf', title)}
        disabled={!canWrite}
        canClear={own?.isRated}
        onRate={onRate}
      />
      {rating === null && (
        <span class="muted" aria-hidden="true">
          {t('ownRating')}
        </span>
      )}
      <Button
        icon={isLiked ? 'heart-full' : 'heart'}
        pressed={isLiked}
        disabled={!canWrite}
        onClick={() => onLike(!isLiked)}
      >
        {t('filmLike')}
      </Button>
    </div>
  );
}

/** The user's own part of a film: the rating, the viewing, the watchlist and the lists. */
export function OwnPanel({ viewing, today, status, canWrite, isOpen, children, ...props }: OwnPanelProps) {
  const { title, own, beginsWithLog = false, ...on } = props;
  const part = useKeptFocus<HTMLElement>();
  // Once, as soon as the button can be pressed: what is disabled takes no focus.
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!beginsWithLog || !canWrite || hasBegun.current) return;
    hasBegun.current = true;
    part.current?.querySelector<HTMLElement>('.own-watched button')?.focus();
  }, [beginsWithLog, canWrite, part]);
  const isListed = own?.onWatchlist ?? false;
  return (
    <section ref={part} tabIndex={-1} class="block own" aria-label={t('ownRating')}>
      <RatingRow {...{ title, own, canWrite }} onRate={on.onRate} onLike={on.onLike} />
      <div class="own-watched">
        {viewing ? (
          <EntryChip
            entry={viewing}
            {...{ today, isOpen }}
            disabled={!canWrite}
            onToggle={() => on.onToggle(!isOpen)}
          />
        ) : (
          <WatchedMenu {...{ today, canWrite }} onLog={on.onLog} />
        )}
        <StatusLine status={status} onUndo={on.onUndo} />
      </div>
      {viewing && isOpen && (
        <EntryEditor
          key={viewing.id}
          entry={viewing}
          today={today}
          onChange={on.onChange}
          onDone={() => on.onToggle(false)}
          onRemove={on.onRemove}
        />
      )}
      <div class="own-lists">
        <Button
          icon="bookmark"
          pressed={isListed}
          disabled={!canWrite}
          onClick={() => on.onWatchlist(!isListed)}
        >
          {t('ownWatchlist')}
        </Button>
        {children}
      </div>
    </section>
  );
}
