import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { RatingValue } from '../../lib/watchlog/types.ts';
import { StarRating } from './StarRating.tsx';
import { Stars } from './Stars.tsx';

afterEach(cleanup);

function mount(value: RatingValue | null) {
  const onRate = vi.fn();
  render(<StarRating value={value} label="Your rating of Her" onRate={onRate} />);
  return { onRate, slider: screen.getByRole('slider', { name: 'Your rating of Her' }) };
}

test('announces the rating in stars', () => {
  expect(mount(9).slider.getAttribute('aria-valuetext')).toBe('4½ stars');
  cleanup();
  expect(mount(null).slider.getAttribute('aria-valuetext')).toBe('Not rated');
});

test.each([
  ['1', null, 2],
  ['5', 3, 10],
  ['ArrowRight', 8, 9],
  ['ArrowUp', null, 1],
  ['ArrowLeft', 9, 8],
  ['ArrowDown', 1, null],
  ['Home', 9, 1],
  ['End', 2, 10],
  ['0', 9, null],
  ['Delete', 9, null],
  ['Backspace', 9, null],
] as const)('the key %s on %s half stars rates %s', (key, before, after) => {
  const { onRate, slider } = mount(before);
  fireEvent.keyDown(slider, { key });
  expect(onRate).toHaveBeenCalledExactlyOnceWith(after);
});

test.each([
  ['ArrowRight', 10],
  ['4', 8],
  ['0', null],
  ['x', 4],
] as const)('the key %s on %s half stars changes nothing', (key, before) => {
  const { onRate, slider } = mount(before);
  fireEvent.keyDown(slider, { key });
  expect(onRate).not.toHaveBeenCalled();
});

test("does not handle the browser's own shortcuts", () => {
  const { onRate, slider } = mount(4);
  expect(fireEvent.keyDown(slider, { key: '1', ctrlKey: true })).toBe(true);
  expect(onRate).not.toHaveBeenCalled();
});

test('arrow keys follow the text direction', () => {
  const onRate = vi.fn();
  render(
    <div style="direction: rtl">
      <StarRating value={4} label="Rating" onRate={onRate} />
    </div>,
  );
  fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowLeft' });
  expect(onRate).toHaveBeenCalledExactlyOnceWith(5);
});

test('a drag shows the figure, and rates when it ends', () => {
  const { onRate, slider } = mount(4);
  fireEvent.input(slider, { target: { value: '7' } });
  expect(screen.getByText('3½')).toBeTruthy();
  expect(onRate).not.toHaveBeenCalled();
  fireEvent.change(slider, { target: { value: '7' } });
  expect(onRate).toHaveBeenCalledExactlyOnceWith(7);
});

test('a button clears the rating, and appears only if there is one', () => {
  const { onRate } = mount(4);
  fireEvent.click(screen.getByRole('button', { name: 'Clear rating' }));
  expect(onRate).toHaveBeenCalledExactlyOnceWith(null);
  cleanup();
  mount(null);
  expect(screen.queryByRole('button')).toBeNull();
});

test('an entry’s rating can be changed here but not cleared', () => {
  const onRate = vi.fn();
  render(<StarRating value={4} label="Rating" canClear={false} onRate={onRate} />);
  const slider = screen.getByRole('slider');
  expect(screen.queryByRole('button')).toBeNull();
  fireEvent.keyDown(slider, { key: 'Delete' });
  expect(onRate).not.toHaveBeenCalled();
  fireEvent.keyDown(slider, { key: '5' });
  expect(onRate).toHaveBeenCalledExactlyOnceWith(10);
});

test('the control is disabled while nothing can be saved', () => {
  render(<StarRating value={4} label="Rating" disabled onRate={vi.fn()} />);
  expect(screen.getByRole('slider').hasAttribute('disabled')).toBe(true);
  expect(screen.queryByRole('button')).toBeNull();
});

test('Stars are labelled with their rating', () => {
  const { container } = render(<Stars value={7} />);
  expect(screen.getByRole('img', { name: '3½ stars' })).toBeTruthy();
  const filled = container.querySelector('.star-filled')?.getAttribute('d') ?? '';
  const full = container.querySelector('.star-empty')?.getAttribute('d') ?? '';
  const starsOf = (path: string): string[] => path.split('M').slice(1);
  expect(starsOf(full)).toHaveLength(5);
  expect(starsOf(filled)).toHaveLength(4);
  expect(starsOf(filled).slice(0, 3)).toEqual(starsOf(full).slice(0, 3));
  expect(starsOf(filled)[3]).not.toBe(starsOf(full)[3]);
});
