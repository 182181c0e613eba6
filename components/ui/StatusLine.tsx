import { t } from '../../lib/i18n/messages.ts';

/** The result of an action, and whether it can be undone. */
export interface Status {
  kind: 'done' | 'failed';
  text: string;
  canUndo: boolean;
}

interface StatusLineProps {
  status: Status | null;
  onUndo: () => void;
}

/** Announces the result of the last action. The live region exists from the start, as screen readers require. */
export function StatusLine({ status, onUndo }: StatusLineProps) {
  return (
    <div class={`status ${status?.kind ?? ''}`}>
      <span role="status" aria-live="polite">
        {status?.text}
      </span>
      {status?.canUndo && (
        <>
          <span aria-hidden="true">{'·'}</span>
          <button type="button" class="link" onClick={onUndo}>
            {t('statusUndo')}
          </button>
        </>
      )}
    </div>
  );
}
