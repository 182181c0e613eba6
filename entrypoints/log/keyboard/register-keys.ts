import { focusRow } from '../../../components/ui/use-kept-focus.ts';
import { isWritable } from '../../../lib/watchlog/health.ts';
import { findLastEntry, toListedFilm } from '../../../lib/watchlog/search/list-items.ts';
import { createKeyReader, isTyping, type KeyAction } from './keys.ts';
import { toFilmInput } from '../state/film-input.ts';
import type { LogPageState } from '../state/log-state.ts';

/** Moves the focus to the next line of a list, or the one before. */
function moveFocus(steps: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const current = document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
  const at = current === null ? -1 : lines.indexOf(current);
  const next = current === null ? lines.find(isInView) : lines[at + steps];
  focusRow(next);
  next?.scrollIntoView({ block: 'nearest' });
}

const isInView = (line: HTMLElement): boolean => line.getBoundingClientRect().top >= 0;

function selectFocused(state: LogPageState): void {
  const id = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (id !== undefined) state.toggleSelected(id);
}

function leave(state: LogPageState): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && isTyping(activeElement)) activeElement.blur();
  else state.endSelecting();
}

/** Does what a key of a film's page means, for the film that it shows. */
function actOnFilm(state: LogPageState, kind: KeyAction['kind']): void {
  const index = state.index();
  const at = index.positions.films.get(state.pageId.value ?? '');
  if (at === undefined || !index.films.live[at]) return;
  const film = toListedFilm(index, at);
  const last = findLastEntry(index, at);
  if (kind === 'watchlist') void state.list(toFilmInput(film), film.priority === null);
  else if (kind === 'edit-entry' && last !== null) state.openDialog({ kind: 'entry', id: last });
  else state.openDialog({ kind: 'new-entry', filmId: film.id });
}

function act(state: LogPageState, action: KeyAction, canWrite: boolean): void {
  switch (action.kind) {
    case 'search':
      return document.getElementById('search')?.focus();
    case 'add':
      return canWrite ? state.openDialog({ kind: 'add' }) : undefined;
    case 'keys':
      return state.openDialog({ kind: 'keys' });
    case 'undo':
      return void state.undo();
    case 'next':
      return moveFocus(1);
    case 'previous':
      return moveFocus(-1);
    case 'select':
      return canWrite ? selectFocused(state) : undefined;
    case 'leave':
      return leave(state);
    case 'edit-entry':
    case 'log-another':
    case 'watchlist':
      return canWrite ? actOnFilm(state, action.kind) : undefined;
    case 'view':
      return state.show(action.view);
  }
}

/** Whether a key means the browser's Back. It has no effect where a page was opened in a tab of its own, so we do it. */
const isBack = ({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  key === 'ArrowLeft' && altKey && !ctrlKey && !metaKey && !shiftKey;

/** Handles the page's keys, except while a dialog is open or the user types. */
export function registerKeys(state: LogPageState): void {
  const readKey = createKeyReader();
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || state.dialog.value !== null || document.querySelector('dialog[open]'))
      return;
    if (isTyping(event.target) && event.key !== 'Escape') return;
    if (isBack(event) && state.pageId.value !== null && (state.cameFrom() !== null || history.length === 1)) {
      event.preventDefault();
      return state.leavePage(state.view.value === 'list' ? 'lists' : 'films');
    }
    if (!state.keysOn.value && !['Escape', '?'].includes(event.key)) return;
    const action = readKey(event, state.view.value);
    if (action === null) return;
    if (action.kind !== 'leave') event.preventDefault();
    const health = state.health.value;
    act(state, action, health !== null && isWritable(health));
  });
}
