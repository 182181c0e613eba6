import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useTypedText } from './use-typed-text.ts';

interface DialogProps {
  title: string;
  /** The contents; as a function they get what closes the dialog, for a Cancel button. */
  children: ComponentChildren | ((close: () => void) => ComponentChildren);
  /** `wide` for contents wider than a form, `sheet` for a panel at the bottom of a narrow page. */
  look?: 'form' | 'wide' | 'sheet';
  /** Called when the dialog is to be removed. Nothing typed is lost, or the user agreed. */
  onClose: () => void;
}

const controls = 'input, select, textarea, button, a[href], summary, [tabindex="0"]';

/** Opens the dialog, with the focus on the first control of its contents: the Close button has it only if there is none. */
function openModal(dialog: HTMLDialogElement, head: Element | null): void {
  dialog.showModal();
  if (!head?.contains(document.activeElement)) return;
  const first = [...dialog.querySelectorAll<HTMLElement>(controls)].find(
    (control) => !head.contains(control) && !control.matches(':disabled'),
  );
  first?.focus();
}

/** Whether the pointer is beside the dialog: on its backdrop, which has the dialog as its target. */
function isBeside({ target, currentTarget, clientX, clientY }: MouseEvent): boolean {
  if (target !== currentTarget || !(currentTarget instanceof Element)) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** Opens the dialog, and closes it when it is removed. */
function useModal(dialog: RefObject<HTMLDialogElement | null>, head: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (dialog.current) openModal(dialog.current, head.current);
  }, [dialog, head]);
  // A layout effect ends before the dialog is removed: only a dialog that is there gives the focus back when it closes.
  useLayoutEffect(() => {
    const opened = dialog.current;
    return () => opened?.close();
  }, [dialog]);
}

/** Asks whether typed text is to be lost. */
function DiscardQuestion({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  return (
    <Dialog title={t('dialogDiscardQuestion')} onClose={onKeep}>
      <div class="form-actions">
        <Button look="primary" onClick={onKeep}>
          {t('dialogKeepEditing')}
        </Button>
        <Button look="danger" onClick={onDiscard}>
          {t('dialogDiscard')}
        </Button>
      </div>
    </Dialog>
  );
}

/**
 * A modal dialog: the browser keeps the focus in it and then restores it. Its button, Escape and a click beside it close it;
 * if text was typed that closing would lose, it asks before.
 */
export function Dialog({ title, children, look = 'form', onClose }: DialogProps) {
  const dialog = useKeptFocus<HTMLDialogElement>();
  const head = useRef<HTMLDivElement>(null);
  const hasTypedText = useTypedText(dialog);
  const [asks, setAsks] = useState(false);
  const wasPressedBeside = useRef(false);
  const titleId = useId();
  useModal(dialog, head);
  const close = (): void => (hasTypedText() ? setAsks(true) : onClose());
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      class={`dialog ${look}`}
      aria-labelledby={titleId}
      // Not only the cancel event: the browser closes the dialog at the second Escape whatever that event's listener says.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        close();
      }}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close();
      }}
      // Text that is selected with the mouse may end beside the dialog: only a whole click there closes it.
      onPointerDown={(event) => void (wasPressedBeside.current = isBeside(event))}
      onClick={(event) => wasPressedBeside.current && isBeside(event) && close()}
      // The event fires shortly after the close: a dialog that was removed must not close the next one.
      onClose={({ target, currentTarget }) =>
        target === currentTarget && currentTarget.isConnected && onClose()
      }
    >
      <div ref={head} class="dialog-bar">
        <h2 id={titleId} class="title">
          {title}
        </h2>
        <button
          type="button"
          class="clear"
          aria-label={t('dialogClose')}
          title={t('dialogClose')}
          onClick={close}
        >
          <Icon name="close" weight={2.6} />
        </button>
      </div>
      {typeof children === 'function' ? children(close) : children}
      {asks && <DiscardQuestion onKeep={() => setAsks(false)} onDiscard={onClose} />}
    </dialog>
  );
}
