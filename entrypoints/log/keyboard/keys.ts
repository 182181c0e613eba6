import type { KeyHelp } from '../../../components/log/KeysDialog.tsx';
import type { ViewName } from '../../../lib/watchlog/search/address.ts';

/** What a key can ask for. */
export type KeyDeed =
  | { kind: 'search' | 'add' | 'keys' | 'undo' | 'next' | 'previous' | 'select' | 'leave' }
  | { kind: 'view'; view: ViewName };

const single: Record<string, KeyDeed> = {
  '/': { kind: 'search' },
  n: { kind: 'add' },
  '?': { kind: 'keys' },
  z: { kind: 'undo' },
  j: { kind: 'next' },
  k: { kind: 'previous' },
  x: { kind: 'select' },
  Escape: { kind: 'leave' },
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

/** The list under "?". */
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
  { keys: ['?'], words: 'keysTitle' },
  { keys: ['Esc'], words: 'keyLeave' },
];

/** A key as the browser tells it. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'timeStamp'>;

const longestPauseMs = 1500;

/** Turns keys into deeds; `g` waits for the next. Null: the key means nothing here. */
export function createKeyReader(): (pressed: PressedKey) => KeyDeed | null {
  let beganAt = -Infinity;
  return ({ key, altKey, ctrlKey, metaKey, timeStamp }) => {
    if (altKey || ctrlKey || metaKey) return null;
    const isSecond = timeStamp - beganAt < longestPauseMs;
    beganAt = key === 'g' && !isSecond ? timeStamp : -Infinity;
    if (isSecond) {
      const view = Object.hasOwn(afterG, key) ? afterG[key] : undefined;
      return view === undefined ? null : { kind: 'view', view };
    }
    return (Object.hasOwn(single, key) ? single[key] : undefined) ?? null;
  };
}

/** Whether the element takes letters itself. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
