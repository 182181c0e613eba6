import { formatNumber, t, tCount } from '../../lib/i18n/messages.ts';

/** How many films of a list the user has seen, as a bar with its figure in words. */
export function ListProgress({ seen, count }: { seen: number; count: number }) {
  if (count === 0) return null;
  const words =
    seen === count ? tCount('listAllSeen', count) : t('listSeen', formatNumber(seen), formatNumber(count));
  return (
    <div class="list-progress">
      <span class="list-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(seen / count) * 100}%` }} />
      </span>
      <span class="muted">{words}</span>
    </div>
  );
}
