import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import { AddToList } from './AddToList.tsx';

afterEach(cleanup);

const choices: ListChoice[] = [
  { id: 'l1', name: 'Courtrooms', ranked: true, films: 14, isOn: true },
  { id: 'l2', name: 'To show Anna', ranked: false, films: 9, isOn: false },
  { id: 'l3', name: 'Été', ranked: false, films: 1, isOn: false },
];

async function mount(lists = choices, ofRow?: string) {
  const on = { onSet: vi.fn(), onCreate: vi.fn(), load: vi.fn(() => Promise.resolve(lists)) };
  const page = (version: number) => (
    <AddToList version={version} canWrite {...on} {...(ofRow !== undefined && { ofRow })} />
  );
  const { rerender } = render(page(1));
  await settle();
  return { ...on, renew: (version: number) => rerender(page(version)) };
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));

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
])('the button says on how many lists the film is: %#', async (lists, name) => {
  await mount(lists);
  expect(opener().textContent).toBe(name);
});

test('a check box puts the film on a list or takes it off', async () => {
  const { onSet } = await mount();
  open();
  expect(document.activeElement).toBe(field());
  expect(shown()).toEqual(['CourtroomsRanked · 14', 'To show Anna9 films', 'Été1 film']);
  fireEvent.click(screen.getByRole('checkbox', { name: /Courtrooms/, checked: true }));
  fireEvent.click(screen.getByRole('checkbox', { name: /Anna/, checked: false }));
  expect(onSet.mock.calls).toEqual([
    [choices[0], false],
    [choices[1], true],
  ]);
});

test('typing finds a list by any part of its name, whatever its accents, and Enter takes the only one', async () => {
  const { onSet, onCreate } = await mount();
  open();
  type('ETE');
  expect(shown()).toEqual(['Été1 film']);
  expect(screen.queryByRole('button', { name: /New list/ })).toBeNull();
  type('o');
  enter();
  expect(onSet).not.toHaveBeenCalled();
  type('ann');
  enter();
  expect(onSet).toHaveBeenCalledExactlyOnceWith(choices[1], true);
  expect(onCreate).not.toHaveBeenCalled();
});

test('a name that no list has makes a new list, by its button or by Enter, once', async () => {
  const { onCreate } = await mount();
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

test('Enter takes what is in the field, although the last letters are not drawn yet', async () => {
  const { onCreate } = await mount();
  open();
  type('Summe');
  field().value = 'Summer';
  enter();
  expect(onCreate).toHaveBeenCalledExactlyOnceWith('Summer');
});

test('without lists it says how to make the first', async () => {
  await mount([]);
  open();
  expect(screen.getByText(/No list yet/)).toBeTruthy();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
});

test('Escape closes it and returns the focus, and a press beside it closes it', async () => {
  await mount();
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

test('it closes when the focus leaves it', async () => {
  await mount();
  render(<button type="button">Next</button>);
  open();
  screen.getByRole('checkbox', { name: /Courtrooms/ }).focus();
  expect(screen.queryByRole('textbox')).not.toBeNull();
  await act(() => screen.getByRole('button', { name: 'Next' }).focus());
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('the lists are loaded again with each version, and an older answer is dropped', async () => {
  const { load, renew } = await mount();
  let answerLate: (lists: ListChoice[]) => void = () => undefined;
  load.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
  renew(2);
  load.mockReturnValueOnce(Promise.resolve([]));
  renew(3);
  await settle();
  answerLate(choices);
  await settle();
  expect(opener().textContent).toBe('Add to list');
  expect(load).toHaveBeenCalledTimes(3);
});

test('in a row of films it has a name with the title, and loads the lists when it is opened', async () => {
  const { load, onSet } = await mount(choices, 'Heat');
  expect(load).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Add Heat to a list' }));
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('group', { name: 'Add Heat to a list' })).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: /Anna/ }));
  expect(onSet).toHaveBeenCalledExactlyOnceWith(choices[1], true);
});
