import { t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';

interface FolderChoiceProps {
  /** Null until one is chosen. */
  name: string | null;
  /** Whether it was to begin without one. */
  isMissing?: boolean;
  /** Called inside the click handler, as a choice of the browser requires. */
  onChoose: () => void;
}

/** The chosen folder, and a button that chooses another. */
export function FolderChoice({ name, isMissing = false, onChoose }: FolderChoiceProps) {
  return (
    <div class="sync-line">
      <p>
        <strong>{t('syncFolderField')}</strong>{' '}
        <span class={isMissing ? 'failed' : 'break'} role={isMissing ? 'alert' : undefined}>
          {name ?? t('syncFolderNone')}
        </span>
      </p>
      <Button icon="folder" onClick={onChoose}>
        {t(name === null ? 'syncFolderChoose' : 'syncFolderOther')}
      </Button>
    </div>
  );
}
