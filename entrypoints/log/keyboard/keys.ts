import type { KeyHelp } from '../../../components/log/KeysDialog.tsx';
import type { Address, ViewName } from '../../../lib/watchlog/search/address.ts';

/** The action of a key. */
export type KeyAction =
  | { kind: 'search' | 'add' | 'keys' | 'undo' | 'next' | 'previous' | 'select' | 'leave' }
  | { kind: FilmAct }
  | { kind: 'view'; view: ViewName };

/** What a key does on a film's page: edits the last entry, logs another, or puts the film on the watchlist or takes it off. */
type FilmAct = 'edit-entry' | 'log-another' | 'watchlist';

const single: Record<string, KeyAction> = {
  '/': { kind: 'search' },
  n: { kind: 'add' },
  '?': { kind: 'keys' },
  z: { kind: 'undo' },
  j: { kind: 'next' },
  k: { kind: 'previous' },
  x: { kind: 'select' },
  Escape: { kind: 'leave' },
};

const onFilmPage: Record<string, KeyAction> = {
  e: { kind: 'edit-entry' },
  l: { kind: 'log-another' },
  w: { kind: 'watchlist' },
};

const afterG: Record<string, ViewName> = {
  d: 'diary',
  f: 'films',
  w: 'watchlist',
  r: 'reviews',
  s: 'statistics',
  i: 'transfer',
  t: 'trash',
};

/** The keys listed in the help dialog (`?`). */
export const keyHelp: KeyHelp[] = [
  { keys: ['/'], words: 'keySearch' },
  { keys: ['n'], words: 'logAdd' },
  { keys: ['j'], words: 'keyNext' },
  { keys: ['k'], words: 'keyPrevious' },
  { keys: ['x'], words: 'keySelect' },
  { keys: ['z'], words: 'keyUndo' },
  { keys: ['g', 'd'], words: 'logDiary' },
  { keys: ['g', 'f'], words: 'logViewFilms' },
  { keys: ['g', 'w'], words: 'logViewWatchlist' },
  { keys: ['g', 'r'], words: 'logViewReviews' },
  { keys: ['g', 's'], words: 'logViewStatistics' },
  { keys: ['g', 'i'], words: 'logViewTransfer' },
  { keys: ['g', 't'], words: 'logViewTrash' },
  { keys: ['e'], words: 'keyEditEntry' },
  { keys: ['l'], words: 'keyLogAnother' },
  { keys: ['w'], words: 'keyWatchlist' },
  { keys: ['?'], words: 'keysTitle' },
  { keys: ['Esc'], words: 'keyLeave' },
];

/** The fields of a keyboard event that the reader needs. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'timeStamp'>;

const longestPauseMs = 1500;

/** Returns a function from keys to actions. It returns null for a key without an action and for `g`, the first of two. */
export function createKeyReader(): (pressed: PressedKey, view?: Address['view']) => KeyAction | null {
  let beganAt = -Infinity;
  return ({ key, altKey, ctrlKey, metaKey, timeStamp }, view) => {
    if (altKey || ctrlKey || metaKey) return null;
    const isSecond = timeStamp - beganAt < longestPauseMs;
    beganAt = key === 'g' && !isSecond ? timeStamp : -Infinity;
    if (isSecond) {
      const view = Object.hasOwn(afterG, key) ? afterG[key] : undefined;
      return view === undefined ? null : { kind: 'view', view };
    }
    const keys = view === 'film' ? { ...single, ...onFilmPage } : single;
    return (Object.hasOwn(keys, key) ? keys[key] : undefined) ?? null;
  };
}

/** Whether the element handles letter keys itself. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
