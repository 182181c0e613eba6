import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { LogSettings } from './LogSettings.tsx';

afterEach(cleanup);

test('a switch keeps logged films on the watchlist', () => {
  const onChange = vi.fn();
  render(<LogSettings settings={{ keepsWatchlist: false }} onChange={onChange} />);
  fireEvent.click(
    screen.getByRole('switch', { name: 'Keep films that I log on my watchlist', checked: false }),
  );
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ keepsWatchlist: true });
});
