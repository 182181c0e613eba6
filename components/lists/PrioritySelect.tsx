import { t } from '../../lib/i18n/messages.ts';
import type { WatchlistRow } from '../../lib/watchlog/types.ts';

type Priority = WatchlistRow['priority'];

const priorities = [3, 2, 1, 0] as const satisfies Priority[];

const priorityWords = {
  0: 'priorityNone',
  1: 'priorityLow',
  2: 'priorityMiddle',
  3: 'priorityHigh',
} as const;

interface PrioritySelectProps {
  value: Priority;
  name: string;
  disabled?: boolean;
  onChange: (priority: Priority) => void;
}

/** Selects the priority of a film on the watchlist. */
export function PrioritySelect({ value, name, disabled, onChange }: PrioritySelectProps) {
  return (
    <select
      class={`input priority priority-${value}`}
      aria-label={name}
      value={String(value)}
      disabled={disabled}
      onChange={({ currentTarget }) => {
        const chosen = priorities.find((priority) => String(priority) === currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {priorities.map((priority) => (
        <option key={priority} value={String(priority)}>
          {t(priorityWords[priority])}
        </option>
      ))}
    </select>
  );
}
