import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { focusRow } from '../../../components/ui/use-kept-focus.ts';
import { formatAddress, type Address } from '../../../lib/watchlog/search/address.ts';
import type { LogPageState } from '../state/log-state.ts';

/** Where the user was in a view when the page of a film or list was opened from it. */
interface Place {
  /** The name of the row that had the focus, or whose dialog was open. */
  row: string | null;
  /** The address of the link that had the focus outside of rows. */
  href: string | null;
  /** How far the page was scrolled, in px. */
  top: number;
}

/** The most frames in which the rows of a long list are waited for. */
const mostFrames = 120;
/** For so many frames the page must stay: a long list that is drawn again scrolls to where it believes to be. */
const steadyFrames = 12;

function readPlace({ dialog }: Pick<LogPageState, 'dialog'>): Place {
  const { activeElement } = document;
  const open = dialog.value;
  const ofDialog = open !== null && 'id' in open ? open.id : null;
  return {
    row: activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? ofDialog,
    href: activeElement?.getAttribute('href') ?? null,
    top: window.scrollY,
  };
}

/** Gives the focus to the row or link of a place; false if it is not there. */
function focusPlace({ row, href }: Place): boolean {
  const all = document.querySelectorAll<HTMLElement>(row === null ? 'main a[href]' : 'main [data-row]');
  const found = [...all].find((one) =>
    row === null ? one.getAttribute('href') === href : one.dataset.row === row,
  );
  if (found === undefined) return false;
  if (row === null) found.focus({ preventScroll: true });
  else focusRow(found, { preventScroll: true });
  return true;
}

/** Scrolls to a place and focuses its row as soon as they are there. Returns what stops it, which the user's next act does. */
function returnTo(place: Place): () => void {
  let [frames, steady] = [0, 0];
  let isFocused = place.row === null && place.href === null;
  const acts = ['wheel', 'pointerdown', 'keydown'] as const;
  const stop = (): void => {
    frames = mostFrames;
    for (const act of acts) removeEventListener(act, stop, true);
  };
  const step = (): void => {
    frames += 1;
    if (frames > mostFrames) return stop();
    steady = isFocused && window.scrollY === place.top ? steady + 1 : 0;
    if (steady > steadyFrames) return stop();
    if (window.scrollY !== place.top) scrollTo(0, place.top);
    isFocused ||= focusPlace(place);
    requestAnimationFrame(step);
  };
  for (const act of acts) addEventListener(act, stop, true);
  requestAnimationFrame(step);
  return stop;
}

const isPage = ({ view }: Address): boolean => view === 'film' || view === 'list';

/**
 * Remembers where the user was in a view or a list when the page of a film or list is opened, and on the way back scrolls
 * there and gives the focus to the row again. A link to the view leads to its top.
 */
export function useReturn(state: Pick<LogPageState, 'address' | 'dialog' | 'isFromBrowser'>): void {
  useEffect(() => {
    const places = new Map<string, Place>();
    let shown = state.address.value;
    let stop = (): void => undefined;
    let wasLink = false;
    const onClick = (event: MouseEvent): void => {
      const { target } = event;
      wasLink = !event.defaultPrevented && target instanceof Element && target.closest('a[href]') !== null;
    };
    document.addEventListener('click', onClick);
    const end = effect(() => {
      const next = state.address.value;
      const [from, to] = [formatAddress(shown), formatAddress(next)];
      if (from === to) return;
      stop();
      const place = places.get(to);
      // The view that is left is still on the page.
      if (state.isFromBrowser.peek() && !wasLink && place !== undefined) stop = returnTo(place);
      else if (isPage(next)) places.set(from, readPlace(state));
      places.delete(to);
      wasLink = false;
      shown = next;
    });
    return () => {
      end();
      stop();
      document.removeEventListener('click', onClick);
    };
  }, [state]);
}
