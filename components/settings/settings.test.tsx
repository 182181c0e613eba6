import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { BadgeSettings } from './BadgeSettings.tsx';
import { BlockedHosts } from './sites/BlockedHosts.tsx';

afterEach(cleanup);

test('each badge setting has a label and reports a change at once', () => {
  const onChange = vi.fn();
  const settings = {
    badgesOn: true,
    preferredScore: 'critics',
    badgeSource: '',
    scoreScale: 'own',
    hideScoresUntilSeen: false,
    keepsSiteScores: true,
    badgesWithoutScore: true,
  } as const;
  const sources = [{ id: 'imdb', name: 'IMDb' }];
  render(<BadgeSettings settings={settings} sources={sources} onChange={onChange} />);
  fireEvent.click(screen.getByRole('switch', { name: 'Show a badge next to each film', checked: true }));
  fireEvent.click(screen.getByRole('switch', { name: /Hide scores/, checked: false }));
  fireEvent.click(screen.getByRole('switch', { name: /Remember scores/, checked: true }));
  fireEvent.click(screen.getByRole('switch', { name: /without a score/, checked: true }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Critics' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: 'Audience' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Preferred service' }), {
    target: { value: 'imdb' },
  });
  fireEvent.click(screen.getByRole('radio', { name: 'all out of 100' }));
  expect(onChange.mock.calls).toEqual([
    [{ badgesOn: false }],
    [{ hideScoresUntilSeen: true }],
    [{ keepsSiteScores: false }],
    [{ badgesWithoutScore: false }],
    [{ preferredScore: 'audience' }],
    [{ badgeSource: 'imdb' }],
    [{ scoreScale: 'hundred' }],
  ]);
});

test('a button switches badges on again for its site', () => {
  const onSwitchOn = vi.fn();
  render(<BlockedHosts sites={['films.example', 'reviews.example']} onSwitchOn={onSwitchOn} />);
  fireEvent.click(screen.getByRole('button', { name: 'Switch badges on for reviews.example' }));
  expect(onSwitchOn).toHaveBeenCalledExactlyOnceWith('reviews.example');
});

test('an empty list explains how sites get onto it', () => {
  render(<BlockedHosts sites={[]} onSwitchOn={vi.fn()} />);
  expect(screen.getByText(/^None\./)).toBeTruthy();
});
