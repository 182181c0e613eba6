import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';

interface ProgressProps {
  words: string;
  done: number;
  /** 0: not known yet. */
  total: number;
  onStop: () => void;
}

/** How far something long has come, and the way to stop it. */
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
