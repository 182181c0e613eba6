import { t } from '../../lib/i18n/messages.ts';
import type { ListUse } from '../../lib/transfer/types.ts';
import { AnswerCards } from './AnswerCards.tsx';

const uses = [
  { use: 'watchlist', words: 'listsToWatchlist' },
  { use: 'list', words: 'listsToLists' },
] as const;

/** Chooses how to import lists that may be the watchlist. */
export function ListChoice({ use, onUse }: { use: ListUse; onUse: (use: ListUse) => void }) {
  return (
    <AnswerCards
      question={t('listsTitle')}
      hint={t('questionForAll')}
      answers={uses.map((one) => ({
        name: t(one.words),
        isChosen: use === one.use,
        onChoose: () => onUse(one.use),
      }))}
    />
  );
}
