import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmProps {
  /** The question. */
  title: string;
  /** What the action means. */
  children?: ComponentChildren;
  /** The words of the button that does it. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost. The button that loses it comes last, and is not the filled one. */
export function Confirm({ title, children, action, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <div class="form-actions">
        <Button onClick={onClose}>{t('formCancel')}</Button>
        <Button look="danger" onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
