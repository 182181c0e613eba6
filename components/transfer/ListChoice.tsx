import { t } from '../../lib/i18n/messages.ts';
import type { ListUse } from '../../lib/transfer/types.ts';

const uses = [
  { use: 'watchlist', words: 'listsToWatchlist' },
  { use: 'tags', words: 'listsToTags' },
] as const;

/** Chooses how to import lists that may be the watchlist. */
export function ListChoice({ use, onUse }: { use: ListUse; onUse: (use: ListUse) => void }) {
  return (
    <fieldset class="policies">
      <legend class="label">{t('listsTitle')}</legend>
      {uses.map((one) => (
        <label key={one.use} class="check">
          <input type="radio" name="lists" checked={use === one.use} onChange={() => onUse(one.use)} />
          <span>{t(one.words)}</span>
        </label>
      ))}
    </fieldset>
  );
}
