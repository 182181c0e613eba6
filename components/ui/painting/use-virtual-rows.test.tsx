import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { useVirtualRows } from './use-virtual-rows.ts';

afterEach(cleanup);
// jsdom does not implement scrolling.
beforeAll(() => {
  window.scrollTo = () => undefined;
});

const height = 100;

/** Rows from index 3000 are twice as high. */
const heightOf = (index: number): number => (index < 3000 ? height : 2 * height);

function List({ places }: { places: readonly number[] }) {
  const { rows, listRef, style, measure } = useVirtualRows({
    count: places.length,
    list: places,
    estimateHeight: heightOf,
    keyOf: (index) => places[index] ?? index,
    overscan: 5,
  });
  return (
    <ol ref={(element) => void (listRef.current = element)} style={style}>
      {rows.map(({ index, key }) => (
        <li key={key} ref={measure} data-index={index}>
          {places[index]}
        </li>
      ))}
    </ol>
  );
}

const list = (count: number, first = 0): number[] => Array.from({ length: count }, (_, at) => first + at);
const countDrawn = (): number => screen.getAllByRole('listitem').length;
const inView = Math.ceil(window.innerHeight / height);

test('renders the rows in view of a new list first, and the rows around them after the paint', async () => {
  const { rerender } = render(<List places={list(1000)} />);
  expect(countDrawn()).toBe(inView);
  await waitFor(() => expect(countDrawn()).toBe(inView + 5));
  rerender(<List places={list(1000, 5000)} />);
  expect(countDrawn()).toBe(inView);
  await waitFor(() => expect(countDrawn()).toBe(inView + 5));
});

test('keeps rows of the old list that are in the new one, also outside the view', async () => {
  const { rerender } = render(<List places={list(1000)} />);
  await waitFor(() => expect(countDrawn()).toBe(inView + 5));
  const rows = screen.getAllByRole('listitem');
  const compareRows = (): boolean[] => screen.getAllByRole('listitem').map((row, at) => row === rows[at]);
  rerender(<List places={list(500)} />);
  expect(compareRows()).toEqual(rows.map(() => true));
  rerender(<List places={[...list(inView + 2), ...list(500, 5000)]} />);
  expect(compareRows()).toEqual(rows.slice(0, inView + 2).map(() => true));
});

test('reserves the height of rows that are not rendered', () => {
  render(<List places={list(1000)} />);
  expect(screen.getByRole('list').style.paddingBottom).toBe(`${(1000 - inView) * height}px`);
});

const readHeight = (): number => {
  const { paddingTop, paddingBottom } = screen.getByRole('list').style;
  return parseInt(paddingTop) + countDrawn() * height + parseInt(paddingBottom);
};

test('estimates the height of a very long list at first, and computes it after a while', async () => {
  const { rerender } = render(<List places={list(10_000)} />);
  expect(readHeight()).toBe(10_000 * height);
  await waitFor(() => expect(readHeight()).toBe(17_000 * height));
  rerender(<List places={list(9000)} />);
  expect(readHeight()).toBe(9000 * height);
  await waitFor(() => expect(readHeight()).toBe(15_000 * height));
});

test('renders the rows of a very long list at any scroll position', () => {
  const scrolled = vi.spyOn(window, 'scrollY', 'get').mockReturnValue(2_000_000);
  fireEvent.scroll(window);
  render(<List places={list(100_000, 7)} />);
  // Above are 3,000 rows, and 8,500 of twice their height.
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe(String(11_500 + 7));
  scrolled.mockReturnValue(0);
  fireEvent.scroll(window);
});

test('does not force a layout while it renders', () => {
  const layoutReads = [
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect'),
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get'),
  ];
  const { rerender } = render(<List places={list(1000)} />);
  rerender(<List places={list(500)} />);
  for (const read of layoutReads) expect(read).not.toHaveBeenCalled();
});
