import { createKeyReader, isTyping, type KeyDeed } from './keys.ts';
import type { LogPageState } from '../state/log-state.ts';

/** Moves the focus to the next line of a list, or the one before. */
function moveFocus(steps: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const current = document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
  const at = current === null ? -1 : lines.indexOf(current);
  const next = current === null ? lines.find(isInView) : lines[at + steps];
  next?.querySelector<HTMLElement>('.entry-open, .film-open, button')?.focus();
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

function act(state: LogPageState, deed: KeyDeed, canWrite: boolean): void {
  switch (deed.kind) {
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
    case 'view':
      return state.show(deed.view);
  }
}

/** Hears the keys of the page while nothing stands open over it, and nobody types. */
export function registerToKeys(state: LogPageState): void {
  const readKey = createKeyReader();
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || state.dialog.value !== null || document.querySelector('dialog[open]'))
      return;
    if (isTyping(event.target) && event.key !== 'Escape') return;
    if (!state.keysOn.value && !['Escape', '?'].includes(event.key)) return;
    const deed = readKey(event);
    if (deed === null) return;
    if (deed.kind !== 'leave') event.preventDefault();
    act(state, deed, state.health.value?.state === 'ok');
  });
}
