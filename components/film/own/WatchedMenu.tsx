import { useEffect, useRef, useState } from 'preact/hooks';
import { addDays } from '../../../lib/dates/partial-date.ts';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { t } from '../../../lib/i18n/messages.ts';
import type { PartialDate } from '../../../lib/watchlog/types.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { isPossibleDay, readDraftDate, toDraftDate } from '../forms/draft-date.ts';
import { PartialDateField } from '../forms/PartialDateField.tsx';

interface WatchedMenuProps {
  /** `YYYY-MM-DD` in the user's own calendar. */
  today: string;
  /** False while nothing can be saved. */
  canWrite: boolean;
  /** Logs the film on a day, or at an unknown time (null). */
  onLog: (watchedOn: PartialDate | null) => void;
}

interface DayFormProps extends Pick<WatchedMenuProps, 'today' | 'onLog'> {
  onCancel: () => void;
}

/** Asks for another day, month or year. */
function DayForm({ today, onLog, onCancel }: DayFormProps) {
  const [date, setDate] = useState(() => toDraftDate(addDays(today, -1), today));
  const form = useRef<HTMLFormElement>(null);
  useReturnedFocus(form);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const day = readDraftDate(date);
  const isPossible = isPossibleDay(day, today);
  return (
    <form
      ref={form}
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPossible && day !== undefined) onLog(day);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <PartialDateField value={date} today={today} onChange={setDate} />
      <div class="form-actions">
        <Button type="submit" look="primary" disabled={!isPossible}>
          {t('formLog')}
        </Button>
        <Button onClick={onCancel}>{t('formCancel')}</Button>
      </div>
    </form>
  );
}

/** "Watched" logs today at one press; the arrow beside it offers other days. */
export function WatchedMenu({ today, canWrite, onLog }: WatchedMenuProps) {
  const [asksDay, setAsksDay] = useState(false);
  const yesterday = addDays(today, -1);
  if (asksDay) return <DayForm today={today} onLog={onLog} onCancel={() => setAsksDay(false)} />;
  return (
    <div class="watched">
      <Button
        look="primary"
        icon="tick"
        name={t('ownWatchToday')}
        disabled={!canWrite}
        onClick={() => onLog(today)}
      >
        {t('ownWatched')}
      </Button>
      <MenuButton
        look="primary"
        icon="down"
        name={t('ownWatchedWhen')}
        disabled={!canWrite}
        items={[
          { words: t('dayToday'), note: formatPartialDate(today, 'medium'), onChoose: () => onLog(today) },
          {
            words: t('dayYesterday'),
            note: formatPartialDate(yesterday, 'medium'),
            onChoose: () => onLog(yesterday),
          },
          { words: t('dayOther'), onChoose: () => setAsksDay(true) },
          { words: t('dayUnknown'), onChoose: () => onLog(null) },
        ]}
      />
    </div>
  );
}
