import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { LogSettings } from './LogSettings.tsx';

afterEach(cleanup);

test('switches keep logged films on the watchlist, and posters as covers', () => {
  const onChange = vi.fn();
  render(<LogSettings settings={{ keepsWatchlist: false, keepsCovers: true }} onChange={onChange} />);
  fireEvent.click(
    screen.getByRole('switch', { name: 'Keep films that I log on my watchlist', checked: false }),
  );
  fireEvent.click(screen.getByRole('switch', { name: /posters/, checked: true }));
  expect(onChange.mock.calls).toEqual([[{ keepsWatchlist: true }], [{ keepsCovers: false }]]);
});
