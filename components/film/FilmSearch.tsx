import { useId, useState } from 'preact/hooks';
import type { Film } from '../../lib/films/types.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import type { FilmSuggestion } from '../../lib/messaging/protocol.ts';
import { SuggestionList } from './SuggestionList.tsx';
import { useSuggestions } from './use-suggestions.ts';

/** As many letters as `TitleForm` takes; the message takes more. */
const maxTitleLength = 200;

interface FilmSearchProps {
  /** The films that a text may mean, best first. */
  suggest: (text: string) => Promise<FilmSuggestion[]>;
  onChoose: (film: Film) => void;
  /** Called with the typed text if no suggestion is meant. Without it only films can be chosen. */
  onByHand?: (text: string) => void;
  /** The text at the start. */
  initialText?: string;
}

/** The text, the films found, the active row, and what keys and clicks do. */
function useFilmSearch({ suggest, onChoose, onByHand, initialText = '' }: FilmSearchProps) {
  const { text, films, isOpen, change, close, prepare, whenReady } = useSuggestions(suggest, initialText);
  const [moved, setMoved] = useState<number | null>(null);
  // Without a film no row is active: the row that adds the text by hand has to be chosen.
  const active = moved ?? (films.length > 0 ? 0 : -1);
  const rows = films.length + (onByHand ? 1 : 0);

  const choose = (row: number, among = films): void => {
    const chosen = among[row];
    close();
    if (chosen) onChoose(chosen.film);
    else onByHand?.(text.trim());
  };
  /** Enter takes the active row; while films are still searched, it takes the first one when it is there. */
  const enter = (): void => {
    whenReady((found, wasReady) => {
      if (wasReady && active >= 0) choose(active, found);
      else if (found.length > 0) choose(0, found);
    });
  };
  const move = (by: 1 | -1): void => {
    if (isOpen && rows > 0) setMoved(active < 0 && by < 0 ? rows - 1 : (active + by + rows) % rows);
  };
  const type = (changed: string): void => {
    setMoved(null);
    change(changed);
  };
  return { text, films, isOpen, active, choose, enter, move, type, close, prepare };
}

/** Handles a key of the field. Escape empties it; only in an empty field it closes what is around. */
function handleKey(event: KeyboardEvent, search: ReturnType<typeof useFilmSearch>): void {
  const keys: Record<string, (() => void) | undefined> = {
    ArrowDown: () => search.move(1),
    ArrowUp: () => search.move(-1),
    Enter: search.enter,
    Escape: search.text === '' ? undefined : () => search.type(''),
  };
  const act = keys[event.key];
  // Keys while an input method composes a word are meant for that.
  if (act === undefined || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/**
 * A field that suggests films as the user types (a combobox with a list, as the ARIA patterns describe it). The first
 * film is active, so that Enter never takes half a word for a title. The last row adds the text by hand, where that is possible.
 */
export function FilmSearch(props: FilmSearchProps) {
  const id = useId();
  const search = useFilmSearch(props);
  const { text, films, isOpen, active } = search;
  return (
    <div class="film-search">
      <label class="field">
        <span class="field-name">{t('popupFind')}</span>
        <input
          class="input"
          placeholder={t('filmSearchHint')}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          maxLength={maxTitleLength}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          value={text}
          onFocus={search.prepare}
          onInput={({ currentTarget }) => search.type(currentTarget.value)}
          onKeyDown={(event) => handleKey(event, search)}
          onBlur={search.close}
        />
      </label>
      <SuggestionList
        id={id}
        {...{ text, films, isOpen, active }}
        hasByHand={props.onByHand !== undefined}
        onChoose={(row) => search.choose(row)}
      />
      <p class="hidden-text" role="status">
        {isOpen ? tCount('filmSearchFound', films.length) : ''}
      </p>
    </div>
  );
}
