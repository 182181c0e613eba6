import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './Button.tsx';
import { Switch } from './Switch.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

afterEach(cleanup);

test('busy controls keep the focus and ignore presses', () => {
  const onPress = vi.fn();
  const onSubmit = vi.fn((event: Event) => event.preventDefault());
  const show = (busy: boolean) => (
    <form onSubmit={onSubmit}>
      <Button type="submit" busy={busy} onClick={onPress}>
        Send
      </Button>
      <Switch label="Ask" on={false} busy={busy} onChange={onPress} />
    </form>
  );
  const { rerender } = render(show(false));
  screen.getByRole('button').focus();
  rerender(show(true));
  expect(document.activeElement).toBe(screen.getByRole('button'));
  fireEvent.click(screen.getByRole('button'));
  fireEvent.click(screen.getByRole('switch'));
  expect(screen.getByRole<HTMLInputElement>('switch').checked).toBe(false);
  expect(onPress).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
  rerender(show(false));
  fireEvent.click(screen.getByRole('button'));
  fireEvent.click(screen.getByRole('switch'));
  expect(onPress).toHaveBeenCalledTimes(2);
  expect(onSubmit).toHaveBeenCalledOnce();
});

function Rows({ names }: { names: string[] }) {
  const part = useKeptFocus<HTMLElement>();
  return (
    <section ref={part} tabIndex={-1} aria-label="Rows">
      {names.map((name) => (
        <button key={name} type="button">
          {name}
        </button>
      ))}
    </section>
  );
}

const showList = (names: string[], dialog = false) => <List names={names} dialog={dialog} />;

function List({ names, dialog }: { names: string[]; dialog: boolean }) {
  const part = useKeptFocus<HTMLElement>();
  return (
    <main ref={part} tabIndex={-1}>
      <ul>
        {names.map((name) => (
          <li key={name} data-row={name}>
            <input type="checkbox" />
            <button type="button">{name}</button>
          </li>
        ))}
      </ul>
      {dialog && <dialog open>{<button type="button">Delete</button>}</dialog>}
    </main>
  );
}

const expectFocus = (name: string) =>
  waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name })));

test('moves the focus to the next row when the focused row is removed, then to the one before, then to the part', async () => {
  const { rerender } = render(showList(['One', 'Two', 'Three']));
  screen.getByRole('button', { name: 'Two' }).focus();
  rerender(showList(['One', 'Three']));
  await expectFocus('Three');
  rerender(showList(['One']));
  await expectFocus('One');
  rerender(showList([]));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});

test('moves the focus to the next row when a row is removed in a dialog', async () => {
  const { rerender } = render(showList(['One', 'Two'], true));
  screen.getByRole('button', { name: 'One' }).focus();
  screen.getByRole('button', { name: 'Delete' }).focus();
  rerender(showList(['Two'], false));
  await expectFocus('Two');
});

test('leaves the focus when the focused row is scrolled away', async () => {
  const { rerender } = render(showList(['One', 'Two']));
  screen.getByRole('button', { name: 'One' }).focus();
  const away = { top: -900, bottom: -860 } as DOMRect;
  vi.spyOn(screen.getByText('Two').closest('li')!, 'getBoundingClientRect').mockReturnValue(away);
  rerender(showList(['Two']));
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.activeElement).toBe(document.body);
});

test('moves the focus to the part when its focused element is removed, and otherwise not', async () => {
  const show = (names: string[]) => (
    <>
      <Rows names={names} />
      <input />
    </>
  );
  const { rerender } = render(show(['One', 'Two', 'Three']));
  screen.getByRole('button', { name: 'One' }).focus();
  rerender(show(['Two', 'Three']));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Rows' })));

  screen.getByRole('button', { name: 'Two' }).focus();
  screen.getByRole('textbox').focus();
  rerender(show(['Three']));
  await Promise.resolve();
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});
