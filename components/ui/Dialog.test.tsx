import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Button } from './Button.tsx';
import { Confirm } from './Confirm.tsx';
import { Dialog } from './Dialog.tsx';

/** jsdom has no modal dialogs. In a browser the close event fires shortly after the dialog closed. */
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
      this.querySelector<HTMLElement>('button, input')?.focus();
    },
    close: vi.fn(),
  });
});
afterEach(cleanup);

const onClose = vi.fn();
const renderDialog = (children: ComponentChildren | ((close: () => void) => ComponentChildren)) =>
  render(
    <Dialog title="A film" onClose={onClose}>
      {children}
    </Dialog>,
  );
const dialog = () => screen.getByRole('dialog', { name: 'A film' });
const question = () => screen.queryByRole('dialog', { name: 'Discard what you typed?' });

/** The pointer at a place, pressed and let go. jsdom has no layout, so the dialog lies at 100 to 300 by what is said here. */
function clickAt(target: Element, x: number, y: number, pressedAt = x): void {
  vi.spyOn(dialog(), 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 100, 200, 200));
  const press = new MouseEvent('pointerdown', { clientX: pressedAt, clientY: y, bubbles: true });
  fireEvent(target, press);
  fireEvent.click(target, { clientX: x, clientY: y });
}

/** Writes into a field as a person does: comes to it first. */
function write(field: HTMLElement, value: string): void {
  field.focus();
  fireEvent.input(field, { target: { value } });
}

const ways: [name: string, close: () => void][] = [
  ['its button', () => fireEvent.click(screen.getAllByRole('button', { name: 'Close' })[0]!)],
  ['Escape', () => fireEvent.keyDown(document.activeElement ?? dialog(), { key: 'Escape' })],
  ['a click beside it', () => clickAt(dialog(), 20, 150)],
  [
    "the browser's own way, such as a gesture",
    () => fireEvent(dialog(), new Event('cancel', { cancelable: true })),
  ],
];

describe.each(ways)('closed by %s', (_name, close) => {
  test('asks nothing where nothing was typed', () => {
    renderDialog(<input aria-label="Note" defaultValue="as it was" />);
    screen.getByLabelText('Note').focus();
    close();
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('asks before typed text is lost, and keeps it', () => {
    renderDialog(<textarea aria-label="Note" />);
    write(screen.getByLabelText('Note'), 'Ada slept');
    close();
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Keep editing' }));
    expect(question()).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Ada slept');
  });

  test('closes once the user discards the text', () => {
    renderDialog(<input type="date" aria-label="Day" />);
    write(screen.getByLabelText('Day'), '2024-02-03');
    close();
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

test.each([
  ['a search', <input type="search" aria-label="Field" />],
  ['a search for a film', <input role="combobox" aria-label="Field" />],
  ['a field that applies at once', <div data-applies>{<input aria-label="Field" />}</div>],
])('the words of %s are not missed', (_name, field) => {
  renderDialog(field);
  write(screen.getByLabelText('Field'), 'heat');
  fireEvent.keyDown(dialog(), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

test('text that is typed and removed again is not missed', () => {
  renderDialog(<input aria-label="Note" />);
  write(screen.getByLabelText('Note'), 'x');
  write(screen.getByLabelText('Note'), '');
  fireEvent.keyDown(dialog(), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

/** A form that stays open after it is saved; its button is off while there is nothing to save. */
function SavingForm({ saves }: { saves: boolean }) {
  const [saved, setSaved] = useState('');
  const [text, setText] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (saves) setSaved(text);
  };
  return (
    <form onSubmit={submit}>
      <input aria-label="Tags" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      <Button type="submit" disabled={text === saved}>
        {'Save'}
      </Button>
    </form>
  );
}

test.each([
  ['does not ask about text that was saved', true, 1],
  ['asks about text whose saving failed', false, 0],
])('%s', (_name, saves, closed) => {
  renderDialog(<SavingForm saves={saves} />);
  write(screen.getByLabelText('Tags'), 'cinema');
  fireEvent.submit(screen.getByLabelText<HTMLInputElement>('Tags').form!);
  fireEvent.keyDown(dialog(), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(closed);
});

test('the contents can close it as its button does', () => {
  renderDialog((close) => (
    <>
      <input aria-label="Note" />
      <Button onClick={close}>{'Cancel'}</Button>
    </>
  ));
  write(screen.getByLabelText('Note'), 'Ada slept');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onClose).not.toHaveBeenCalled();
  expect(question()).not.toBeNull();
});

test.each([
  ['a click in it', (inside: Element) => clickAt(inside, 150, 150)],
  ['a click on its own edge', () => clickAt(dialog(), 110, 110)],
  ['a selection of text that ends beside it', () => clickAt(dialog(), 20, 150, 150)],
])('%s leaves it open', (_name, click) => {
  renderDialog(<p>{'A form'}</p>);
  click(screen.getByText('A form'));
  expect(onClose).not.toHaveBeenCalled();
});

test.each([
  ['a control that uses Escape itself', { key: 'Escape' }, true],
  ['an input method that composes a word', { key: 'Escape', isComposing: true }, false],
  ['another key', { key: 'a' }, false],
])('%s leaves it open', (_name, key, isUsed) => {
  renderDialog(<button type="button" onKeyDown={(event) => isUsed && event.preventDefault()} />);
  fireEvent.keyDown(screen.getAllByRole('button')[1]!, key);
  expect(onClose).not.toHaveBeenCalled();
});

test('the focus is on the first control of its contents; on the Close button if there is none', () => {
  const { unmount } = renderDialog(<input aria-label="Note" />);
  expect(document.activeElement).toBe(screen.getByLabelText('Note'));
  unmount();
  renderDialog(<p>{'A form'}</p>);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
});

test('calls onClose when the browser closes the dialog', () => {
  renderDialog('A form');
  fireEvent(dialog(), new Event('close'));
  expect(onClose).toHaveBeenCalledOnce();
});

test('a dialog that was removed does not close the next one', () => {
  const { unmount } = renderDialog('A form');
  const removed = dialog();
  unmount();
  fireEvent(removed, new Event('close'));
  expect(onClose).not.toHaveBeenCalled();
});

test('a question puts the button that loses something last, with the focus on Cancel', () => {
  const onConfirm = vi.fn();
  render(<Confirm title="Delete it?" action="Delete" onConfirm={onConfirm} onClose={onClose} />);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    '',
    'Cancel',
    'Delete',
  ]);
  expect(document.activeElement?.textContent).toBe('Cancel');
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(onConfirm).toHaveBeenCalledOnce();
});
