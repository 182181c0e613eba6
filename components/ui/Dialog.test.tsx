import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Dialog } from './Dialog.tsx';

afterEach(cleanup);

/** jsdom has no modal dialogs; a browser tells that one was closed a moment after it. */
function renderDialog(onClose: () => void) {
  Object.assign(HTMLDialogElement.prototype, { showModal: vi.fn(), close: vi.fn() });
  const { unmount } = render(
    <Dialog title="A film" onClose={onClose}>
      A form
    </Dialog>,
  );
  return { unmount, dialog: screen.getByText('A form') };
}

test('a dialog that the browser closes says so', () => {
  const onClose = vi.fn();
  fireEvent(renderDialog(onClose).dialog, new Event('close'));
  expect(onClose).toHaveBeenCalledOnce();
});

test('a dialog that is gone already does not close the next one', () => {
  const onClose = vi.fn();
  const { dialog, unmount } = renderDialog(onClose);
  unmount();
  fireEvent(dialog, new Event('close'));
  expect(onClose).not.toHaveBeenCalled();
});
