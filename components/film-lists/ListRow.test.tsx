import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { ListFilm } from '../../lib/watchlog/search/list-films.ts';
import { ListRow } from './ListRow.tsx';

afterEach(cleanup);

const film: ListFilm = {
  ...{ id: 'i1', place: 3, title: 'Heat', year: 1995, refs: [], note: '', addedAt: 0, at: 0, isSeen: false },
};

function mount(changes: { canMove?: boolean } = {}) {
  const on = {
    ...{ onMove: vi.fn(), onPlace: vi.fn(), onNote: vi.fn(), onRemove: vi.fn(), onWatchlist: vi.fn() },
  };
  render(
    <ListRow
      {...{ film, index: 2, rowRef: () => undefined, count: 40, rating: null, isListed: false, facts: '' }}
      {...{ isRanked: true, canChange: true, canMove: true, canWrite: true, href: '/log.html#film/f1' }}
      {...on}
      {...changes}
    />,
  );
  return on;
}

const row = () => screen.getByRole('link', { name: 'Heat' });
const type = (...keys: string[]) => keys.map((key) => fireEvent.keyDown(row(), { key }));

test('a number, then Enter, moves the film to that place, and says before what Enter will do', () => {
  const { onPlace } = mount();
  type('1', '2');
  expect(screen.getByRole('status').textContent).toBe('To place 12: press Enter');
  type('Backspace', '7');
  expect(onPlace).not.toHaveBeenCalled();
  // The key is used up: the link under the focus is not followed.
  expect(type('Enter')).toEqual([false]);
  expect(onPlace).toHaveBeenCalledExactlyOnceWith(film, 17);
  expect(screen.getByRole('status').textContent).toBe('');
});

test('a number beyond the list is its end', () => {
  const { onPlace } = mount();
  type('4', '1', 'Enter');
  expect(onPlace).toHaveBeenCalledExactlyOnceWith(film, 40);
});

test.each<[string, string[]]>([
  ['Enter alone', ['Enter']],
  ['nothing that is left', ['5', 'Backspace', 'Enter']],
  ['Escape', ['5', 'Escape', 'Enter']],
  ['zero', ['0', 'Enter']],
  ['letters', ['a', 'Enter']],
])('%s moves nothing', (_what, keys) => {
  const { onPlace } = mount();
  type(...keys);
  expect(onPlace).not.toHaveBeenCalled();
});

test('what is typed is forgotten when the row loses the focus', () => {
  const { onPlace } = mount();
  type('5');
  fireEvent.blur(row());
  type('Enter');
  expect(onPlace).not.toHaveBeenCalled();
});

test('digits with Control, in a field, and where rows cannot be moved are no place', () => {
  const { onPlace } = mount();
  expect(fireEvent.keyDown(row(), { key: '5', ctrlKey: true })).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: /Heat/, expanded: false }));
  fireEvent.keyDown(screen.getByRole('spinbutton'), { key: '5' });
  fireEvent.keyDown(screen.getByRole('spinbutton'), { key: 'Enter' });
  expect(onPlace).not.toHaveBeenCalled();
  cleanup();
  const still = mount({ canMove: false });
  type('5', 'Enter');
  expect(still.onPlace).not.toHaveBeenCalled();
});
