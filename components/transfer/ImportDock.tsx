import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { DelayedStatus } from '../ui/DelayedStatus.tsx';

interface ImportDockProps {
  /** How much would be imported. */
  ready: string;
  /** What waits for answers, or that nothing has been saved yet. */
  more: string;
  action: string;
  disabled: boolean;
  onWrite: () => void;
  onCancel: () => void;
}

/** The bar at the bottom of the window that imports or cancels. It never leaves the window. */
export function ImportDock({ ready, more, action, disabled, onWrite, onCancel }: ImportDockProps) {
  return (
    <div class="dock">
      <p>
        <b>{ready}</b>
        <span class="muted line">{more}</span>
      </p>
      <DelayedStatus text={`${ready}. ${more}`} />
      <div class="dock-acts">
        <Button onClick={onCancel}>{t('formCancel')}</Button>
        <Button look="primary" disabled={disabled} onClick={onWrite}>
          {action}
        </Button>
      </div>
    </div>
  );
}
