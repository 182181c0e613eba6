import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { useVirtualRows } from './use-virtual-rows.ts';

afterEach(cleanup);
// jsdom scrolls nothing.
beforeAll(() => {
  window.scrollTo = () => undefined;
});

const height = 100;

/** Rows from the three-thousandth on are twice as high. */
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

test('of a new list what is in view is drawn first, and the rows around it once that has been painted', async () => {
  const { rerender } = render(<List places={list(1000)} />);
  expect(countDrawn()).toBe(inView);
  await waitFor(() => expect(countDrawn()).toBe(inView + 5));
  rerender(<List places={list(1000, 5000)} />);
  expect(countDrawn()).toBe(inView);
  await waitFor(() => expect(countDrawn()).toBe(inView + 5));
});

test('of a new list the rows that stand there already stay, around what is in view too', async () => {
  const { rerender } = render(<List places={list(1000)} />);
  await waitFor(() => expect(countDrawn()).toBe(inView + 5));
  const rows = screen.getAllByRole('listitem');
  const tellSame = (): boolean[] => screen.getAllByRole('listitem').map((row, at) => row === rows[at]);
  rerender(<List places={list(500)} />);
  expect(tellSame()).toEqual(rows.map(() => true));
  rerender(<List places={[...list(inView + 2), ...list(500, 5000)]} />);
  expect(tellSame()).toEqual(rows.slice(0, inView + 2).map(() => true));
});

test('the rows that are not drawn leave their room', () => {
  render(<List places={list(1000)} />);
  expect(screen.getByRole('list').style.paddingBottom).toBe(`${(1000 - inView) * height}px`);
});

const tellHeight = (): number => {
  const { paddingTop, paddingBottom } = screen.getByRole('list').style;
  return parseInt(paddingTop) + countDrawn() * height + parseInt(paddingBottom);
};

test('the rest of a very long list takes the room of as many rows, and its own once the list has stood for a while', async () => {
  const { rerender } = render(<List places={list(10_000)} />);
  expect(tellHeight()).toBe(10_000 * height);
  await waitFor(() => expect(tellHeight()).toBe(17_000 * height));
  rerender(<List places={list(9000)} />);
  expect(tellHeight()).toBe(9000 * height);
  await waitFor(() => expect(tellHeight()).toBe(15_000 * height));
});

test('a very long list has its rows wherever it is scrolled to', () => {
  const scrolled = vi.spyOn(window, 'scrollY', 'get').mockReturnValue(2_000_000);
  fireEvent.scroll(window);
  render(<List places={list(100_000, 7)} />);
  // 3,000 rows and 8,500 of twice their height lie above.
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe(String(11_500 + 7));
  scrolled.mockReturnValue(0);
  fireEvent.scroll(window);
});

test('to draw rows has nothing laid out before its time', () => {
  const asked = [
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect'),
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get'),
  ];
  const { rerender } = render(<List places={list(1000)} />);
  rerender(<List places={list(500)} />);
  for (const ask of asked) expect(ask).not.toHaveBeenCalled();
});
