import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import { AddToList } from './AddToList.tsx';

afterEach(cleanup);

const choices: ListChoice[] = [
  { id: 'l1', name: 'Courtrooms', ranked: true, films: 14, isOn: true },
  { id: 'l2', name: 'To show Anna', ranked: false, films: 9, isOn: false },
  { id: 'l3', name: 'Été', ranked: false, films: 1, isOn: false },
];

function mount(lists = choices) {
  const on = { onSet: vi.fn(), onCreate: vi.fn() };
  render(<AddToList lists={lists} canWrite {...on} />);
  return on;
}

const opener = () => screen.getByRole('button', { expanded: undefined, name: /list/ });
const open = () => fireEvent.click(screen.getByRole('button', { name: /^(On \d+ lists?|Add to list)$/ }));
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Find or name a list' });
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const enter = () => fireEvent.keyDown(field(), { key: 'Enter' });
const shown = () => screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent);

test.each([
  [choices, 'On 1 list'],
  [choices.map((list) => ({ ...list, isOn: true })), 'On 3 lists'],
  [[], 'Add to list'],
])('the button says on how many lists the film is: %#', (lists, name) => {
  mount(lists);
  expect(opener().textContent).toBe(name);
});

test('a check box puts the film on a list or takes it off', () => {
  const { onSet } = mount();
  open();
  expect(document.activeElement).toBe(field());
  expect(shown()).toEqual(['CourtroomsRanked · 14', 'To show Anna9 films', 'Été1 film']);
  fireEvent.click(screen.getByRole('checkbox', { name: /Courtrooms/, checked: true }));
  fireEvent.click(screen.getByRole('checkbox', { name: /Anna/, checked: false }));
  expect(onSet.mock.calls).toEqual([
    ['l1', false],
    ['l2', true],
  ]);
});

test('typing finds a list by any part of its name, whatever its accents, and Enter takes the only one', () => {
  const { onSet, onCreate } = mount();
  open();
  type('ETE');
  expect(shown()).toEqual(['Été1 film']);
  expect(screen.queryByRole('button', { name: /New list/ })).toBeNull();
  type('o');
  enter();
  expect(onSet).not.toHaveBeenCalled();
  type('ann');
  enter();
  expect(onSet).toHaveBeenCalledExactlyOnceWith('l2', true);
  expect(onCreate).not.toHaveBeenCalled();
});

test('a name that no list has makes a new list, by its button or by Enter, once', () => {
  const { onCreate } = mount();
  open();
  expect(screen.getByRole('button', { name: 'New list' }).hasAttribute('disabled')).toBe(true);
  type('  Winter ');
  fireEvent.click(screen.getByRole('button', { name: 'New list “Winter”' }));
  expect(onCreate).toHaveBeenCalledExactlyOnceWith('Winter');
  enter();
  type('Winter 2');
  enter();
  expect(onCreate.mock.calls).toEqual([['Winter'], ['Winter 2']]);
});

test('Enter takes what is in the field, although the last letters are not drawn yet', () => {
  const { onCreate } = mount();
  open();
  type('Summe');
  field().value = 'Summer';
  enter();
  expect(onCreate).toHaveBeenCalledExactlyOnceWith('Summer');
});

test('without lists it says how to make the first', () => {
  mount([]);
  open();
  expect(screen.getByText(/No list yet/)).toBeTruthy();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
});

test('Escape closes it and returns the focus, and a press beside it closes it', () => {
  mount();
  open();
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement?.textContent).toBe('On 1 list');
  open();
  fireEvent.pointerDown(field());
  expect(screen.queryByRole('textbox')).not.toBeNull();
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('textbox')).toBeNull();
});
