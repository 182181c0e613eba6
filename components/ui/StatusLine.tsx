import { t } from '../../lib/i18n/messages.ts';

/** What there is to say after something was done, and whether it can be taken back. */
export interface Status {
  kind: 'done' | 'failed';
  text: string;
  canUndo: boolean;
}

interface StatusLineProps {
  status: Status | null;
  onUndo: () => void;
}

/** Says once, aloud too, what came of the last deed. The live region stands from the start, as readers need. */
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
