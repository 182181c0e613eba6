import { useEffect, useRef, useState } from 'preact/hooks';
import { FilmSearch } from '../../../components/film/FilmSearch.tsx';
import { formatTypedHint } from '../../../lib/films/hint-film.ts';
import { parseTitle } from '../../../lib/films/titles/title-parse.ts';
import { titleRef } from '../../../lib/films/titles/title-key.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { FilmInput, ListRow } from '../../../lib/watchlog/types.ts';
import type { LogPageState } from '../state/log-state.ts';

/** A film that is known by its title alone. */
function makeTypedFilm(text: string): FilmInput {
  const { title, year } = parseTitle(text);
  const { hint } = formatTypedHint(title, year);
  return { title: hint.title, year: hint.year, refs: [titleRef(hint.title, hint.year)] };
}

/** The search that adds films to a list: Enter at the end, Alt and Enter on top. It stays open for the next film. */
export function AddToThisList({
  state,
  list,
  first,
}: {
  state: LogPageState;
  list: ListRow;
  /** The first item of the list; null if it is empty. */
  first: string | null;
}) {
  const [round, setRound] = useState(0);
  const part = useRef<HTMLDivElement>(null);
  const isOnTop = useRef(false);
  useEffect(() => {
    if (round > 0) part.current?.querySelector('input')?.focus();
  }, [round]);
  const add = (film: FilmInput): void => {
    setRound(round + 1);
    void state.addToList(list, [film], isOnTop.current ? first : null);
  };
  return (
    <div
      ref={part}
      class="list-add"
      onKeyDownCapture={({ altKey }) => void (isOnTop.current = altKey)}
      onPointerDownCapture={({ altKey }) => void (isOnTop.current = altKey)}
    >
      <FilmSearch
        key={round}
        suggest={(text) => sendMessage('suggestFilms', { text })}
        onChoose={add}
        onByHand={(text) => add(makeTypedFilm(text))}
      />
      <p class="muted keys-line">
        <kbd>{t('keyEnter')}</kbd> {t('listAddEnd')} · <kbd>{t('keyAlt')}</kbd> <kbd>{t('keyEnter')}</kbd>{' '}
        {t('listAddTop')}
      </p>
    </div>
  );
}
