import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MenuButton } from './MenuButton.tsx';

afterEach(cleanup);

function mount() {
  const onChoose = vi.fn();
  const items = ['One', 'Two', 'Three'].map((words) => ({ words, onChoose: () => void onChoose(words) }));
  render(<MenuButton name="Numbers" icon="down" items={items} />);
  return onChoose;
}

const opener = () => screen.getByRole('button', { name: 'Numbers' });
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
const focused = () => document.activeElement?.textContent;

test('opens at a press or with the arrow down, at its first line', () => {
  mount();
  expect(screen.queryByRole('menu')).toBeNull();
  fireEvent.click(opener());
  expect([opener().getAttribute('aria-expanded'), focused()]).toEqual(['true', 'One']);
  fireEvent.click(opener());
  expect(screen.queryByRole('menu')).toBeNull();
  opener().focus();
  press('ArrowDown');
  expect(focused()).toBe('One');
});

test('the arrows, Home and End move between the lines', () => {
  mount();
  fireEvent.click(opener());
  const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => {
    press(key);
    return focused();
  });
  expect(seen).toEqual(['Two', 'Three', 'One', 'Three', 'One', 'Three']);
});

test('a choice closes it and returns the focus; Escape chooses nothing', () => {
  const onChoose = mount();
  fireEvent.click(opener());
  press('Escape');
  expect([screen.queryByRole('menu'), document.activeElement]).toEqual([null, opener()]);
  expect(onChoose).not.toHaveBeenCalled();
  fireEvent.click(opener());
  fireEvent.click(screen.getByRole('menuitem', { name: 'Two' }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('Two');
  expect([screen.queryByRole('menu'), document.activeElement]).toEqual([null, opener()]);
});

test('a press beside it and Tab close it', () => {
  mount();
  fireEvent.click(opener());
  fireEvent.pointerDown(screen.getByRole('menuitem', { name: 'Two' }));
  expect(screen.queryByRole('menu')).not.toBeNull();
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('menu')).toBeNull();
  fireEvent.click(opener());
  press('Tab');
  expect(screen.queryByRole('menu')).toBeNull();
});
