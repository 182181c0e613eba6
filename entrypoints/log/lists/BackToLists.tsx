import { Button } from '../../../components/ui/Button.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import type { LogPageState } from '../state/log-state.ts';

/** The link back to all lists. */
export function BackToLists({ state }: { state: LogPageState }) {
  return (
    <p class="back-line">
      <Button icon="left" onClick={() => state.leavePage('lists')}>
        {t('logViewLists')}
      </Button>
    </p>
  );
}
