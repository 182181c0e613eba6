import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { useKeptFocus } from './use-kept-focus.ts';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  /** For contents wider than a form. */
  isWide?: boolean;
  onClose: () => void;
}

/** A modal dialog: the browser keeps the focus in it, closes it on Escape and then restores the focus. */
export function Dialog({ title, children, isWide, onClose }: DialogProps) {
  const dialog = useKeptFocus<HTMLDialogElement>();
  const titleId = useId();
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, [dialog]);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      class={`dialog ${isWide ? 'wide' : ''}`}
      aria-labelledby={titleId}
      // The event fires shortly after the close: a dialog that was removed must not close the next one.
      onClose={({ currentTarget }) => currentTarget.isConnected && onClose()}
    >
      <h2 id={titleId} class="title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
