import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';

interface ProgressProps {
  words: string;
  done: number;
  /** 0 if not known yet. */
  total: number;
  onStop: () => void;
}

/** The progress of a long task, with a button that cancels it. */
export function Progress({ words, done, total, onStop }: ProgressProps) {
  return (
    <section class="panel progress">
      <p role="status">
        {words}{' '}
        {total > 0 && (
          <span class="muted number">{t('progressOf', formatNumber(done), formatNumber(total))}</span>
        )}
      </p>
      <progress aria-label={words} max={total || undefined} value={total > 0 ? done : undefined} />
      <Button onClick={onStop}>{t('formCancel')}</Button>
    </section>
  );
}
