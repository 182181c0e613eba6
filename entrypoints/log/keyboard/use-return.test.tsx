import { signal } from '@preact/signals';
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseAddress } from '../../../lib/watchlog/search/address.ts';
import type { OpenDialog } from '../state/log-model.ts';
import { useReturn } from './use-return.ts';

afterEach(cleanup);

let frames: FrameRequestCallback[];
let scrolled: number[];

beforeEach(() => {
  frames = [];
  scrolled = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('scrollTo', (_x: number, top: number) => {
    scrolled.push(top);
    Object.assign(window, { scrollY: top });
  });
  Object.assign(window, { scrollY: 0 });
  return () => {
    vi.unstubAllGlobals();
    Object.assign(window, { scrollY: 0 });
  };
});

/** Runs the frames that are asked for until none is, and returns how many there were. */
function runFrames(most = 500): number {
  let count = 0;
  while (frames.length > 0 && count < most) {
    count += 1;
    frames.shift()?.(0);
  }
  return count;
}

function Page({ state }: { state: ReturnType<typeof createState> }) {
  useReturn(state);
  const { view } = state.address.value;
  const rows = state.rows.value;
  return (
    <main>
      <a href="#films">Films</a>
      {view === 'film' ? (
        <button type="button">Back</button>
      ) : (
        <ul>
          {rows.map((name) => (
            <li key={name} data-row={name}>
              <button type="button" class="film-open">
                {name}
              </button>
            </li>
          ))}
          <li>
            <a href="/log.html#list/l1">A list</a>
          </li>
        </ul>
      )}
    </main>
  );
}

function createState() {
  return {
    address: signal(parseAddress('#films?q=a')),
    isFromBrowser: signal(false),
    dialog: signal<OpenDialog | null>(null),
    rows: signal(['heat', 'her', 'ran']),
  };
}

function open() {
  const state = createState();
  render(<Page state={state} />);
  const change = (hash: string, isFromBrowser: boolean): void =>
    void act(() => {
      state.isFromBrowser.value = isFromBrowser;
      state.address.value = parseAddress(hash);
    });
  const go = (hash: string): void => change(hash, false);
  const back = (hash: string): void => change(hash, true);
  return { state, go, back };
}

const press = (text: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(
    (one) => one.textContent === text,
  );
  if (!found) throw new Error(text);
  found.focus();
  return found;
};
const focused = () => document.activeElement?.textContent;

test('the way back from a film’s page leads to its row, as far down as it was', () => {
  const { go, back } = open();
  press('her');
  Object.assign(window, { scrollY: 900 });
  go('#film/her');
  Object.assign(window, { scrollY: 0 });
  press('Back');
  back('#films?q=a');
  runFrames();
  expect([focused(), scrolled]).toEqual(['her', [900]]);
});

test('a row that is drawn late gets the focus when it is there, unless the user does something before', () => {
  for (const isBusy of [false, true]) {
    const { state, go, back } = open();
    press('ran');
    go('#film/ran');
    state.rows.value = [];
    back('#films?q=a');
    runFrames(3);
    if (isBusy) window.dispatchEvent(new Event('pointerdown'));
    void act(() => void (state.rows.value = ['heat', 'ran']));
    runFrames();
    expect(focused() === 'ran').toBe(!isBusy);
    cleanup();
    frames = [];
  }
});

test('a row that is gone is not waited for without end', () => {
  const { state, go, back } = open();
  press('ran');
  go('#film/ran');
  state.rows.value = ['heat'];
  back('#films?q=a');
  expect(runFrames()).toBeLessThan(200);
});

test('the row of an entry whose dialog led to the page gets the focus', () => {
  const { state, go, back } = open();
  state.dialog.value = { kind: 'entry', id: 'heat' };
  go('#film/heat');
  state.dialog.value = null;
  back('#films?q=a');
  runFrames();
  expect(focused()).toBe('heat');
});

test('a link outside of rows gets the focus, as that of a list', () => {
  const { go, back } = open();
  press('A list');
  go('#list/l1');
  back('#films?q=a');
  runFrames();
  expect(focused()).toBe('A list');
});

test('a link, a step forward, and another view lead to their top', () => {
  const { go, back } = open();
  const leave = (): void => {
    press('her');
    Object.assign(window, { scrollY: 900 });
    go('#film/her');
    Object.assign(window, { scrollY: 0 });
  };
  leave();
  back('#watchlist');
  runFrames();
  go('#films?q=a');
  leave();
  go('#films?q=a');
  runFrames();
  leave();
  press('Films').click();
  back('#films?q=a');
  runFrames();
  expect([scrolled, focused()]).toEqual([[], 'Films']);
  leave();
  back('#films?q=a');
  runFrames();
  expect([scrolled, focused()]).toEqual([[900], 'her']);
});
