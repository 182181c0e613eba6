import { useEffect, useRef, useState } from 'preact/hooks';
import { FilmSearch } from '../../components/film/FilmSearch.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { openPage } from './page.ts';
import type { PopupState } from './popup-state.ts';

/** "Back to the 12 films on this page", or to the page's film. */
function nameBack(state: PopupState): string {
  const count = state.countPageFilms() ?? 0;
  return count > 1 ? tCount('popupBackToFilms', count) : t('popupBack');
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="range"]), textarea, select');

/** Handles the keys that work everywhere: "/" for the search, Alt and left arrow or Escape for the way back. */
function handleKey(event: KeyboardEvent, state: PopupState): void {
  if (event.defaultPrevented || isTyping(event)) return;
  const isBack = event.key === 'Escape' || (event.altKey && event.key === 'ArrowLeft');
  if (event.key === '/' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.querySelector<HTMLInputElement>('[role="combobox"]')?.focus();
  } else if (isBack && state.canGoBack()) {
    event.preventDefault();
    void state.goBack();
  }
}

/** Whether the popup shows neither a film nor a list of films. */
function hasNoFilm({ view, pageFilms }: PopupState): boolean {
  const { kind } = view.value;
  return kind === 'unread' || (kind === 'page' && (pageFilms.value ?? []).length === 0);
}

/** The top of the popup in every state: the way back, the search, the log and the settings. */
export function PopupTop({ state }: { state: PopupState }) {
  const part = useRef<HTMLElement>(null);
  const [round, setRound] = useState(0);
  const text = state.searchText.value;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => handleKey(event, state);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [state]);
  // Where there is nothing else to do, the search is ready to be typed into.
  const isEmpty = hasNoFilm(state);
  useEffect(() => {
    if (isEmpty && document.activeElement === document.body) part.current?.querySelector('input')?.focus();
  }, [isEmpty]);
  useEffect(() => {
    if (text !== '') part.current?.querySelector('input')?.focus();
  }, [text]);
  /** Empties the search, and moves the focus to what it found. */
  const show = (showing: Promise<void>): void => {
    state.searchText.value = '';
    setRound(round + 1);
    document.querySelector('main')?.focus();
    void showing;
  };
  return (
    <header class="top" ref={part}>
      {state.canGoBack() && <Button icon="left" name={nameBack(state)} onClick={() => void state.goBack()} />}
      <FilmSearch
        key={`${round} ${text}`}
        initialText={text}
        suggest={state.suggest}
        onChoose={(film) => show(state.showFilm(film))}
        onByHand={(typed) => show(state.find(typed))}
      />
      <Button icon="book" name={t('popupOpenLog')} onClick={() => void openPage('/log.html')} />
      <Button icon="settings" name={t('popupOptions')} onClick={() => void openPage('/options.html')} />
    </header>
  );
}
