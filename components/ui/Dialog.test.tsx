import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Dialog } from './Dialog.tsx';

afterEach(cleanup);

/** jsdom has no modal dialogs. In a browser the close event fires shortly after the dialog closed. */
function renderDialog(onClose: () => void) {
  Object.assign(HTMLDialogElement.prototype, { showModal: vi.fn(), close: vi.fn() });
  const { unmount } = render(
    <Dialog title="A film" onClose={onClose}>
      A form
    </Dialog>,
  );
  return { unmount, dialog: screen.getByText('A form') };
}

test('calls onClose when the browser closes the dialog', () => {
  const onClose = vi.fn();
  fireEvent(renderDialog(onClose).dialog, new Event('close'));
  expect(onClose).toHaveBeenCalledOnce();
});

test('a dialog that was removed does not close the next one', () => {
  const onClose = vi.fn();
  const { dialog, unmount } = renderDialog(onClose);
  unmount();
  fireEvent(dialog, new Event('close'));
  expect(onClose).not.toHaveBeenCalled();
});
