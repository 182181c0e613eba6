import { addDays } from '../../../lib/dates/partial-date.ts';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { t } from '../../../lib/i18n/messages.ts';
import type { WatchEntry } from '../../../lib/watchlog/types.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Says in words when an entry's film was watched: "Watched today". */
function formatWatched({ watchedOn }: Pick<WatchEntry, 'watchedOn'>, today: string): string {
  if (watchedOn === null) return t('watchedUnknown');
  if (watchedOn === today) return t('watchedToday');
  return watchedOn === addDays(today, -1)
    ? t('watchedYesterday')
    : t('watchedOn', formatPartialDate(watchedOn));
}

interface EntryChipProps {
  entry: Pick<WatchEntry, 'watchedOn'>;
  /** `YYYY-MM-DD` in the user's own calendar. */
  today: string;
  isOpen: boolean;
  disabled: boolean;
  onToggle: () => void;
}

/** A viewing in one line, which opens the form of that viewing. */
export function EntryChip({ entry, today, isOpen, disabled, onToggle }: EntryChipProps) {
  const words = formatWatched(entry, today);
  return (
    <button
      type="button"
      class="button on chip-entry"
      aria-expanded={isOpen}
      aria-label={t(isOpen ? 'watchedClose' : 'watchedEdit', words)}
      disabled={disabled}
      onClick={onToggle}
    >
      <Icon name="tick" />
      <span>{words}</span> <span class="link">{t(isOpen ? 'chipClose' : 'chipEdit')}</span>
    </button>
  );
}
