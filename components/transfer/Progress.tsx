import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';

interface ProgressProps {
  words: string;
  done: number;
  /** 0 if not known yet. */
  total: number;
  /** Says how much is done, of how much. */
  format?: (done: string, total: string) => string;
  onStop: () => void;
}

/** The progress of a long task, with a button that cancels it. */
export function Progress({ words, done, total, format, onStop }: ProgressProps) {
  const say = format ?? ((part: string, all: string): string => t('progressOf', part, all));
  return (
    <section class="panel progress">
      <h1 class="title">{words}</h1>
      <progress aria-label={words} max={total || undefined} value={total > 0 ? done : undefined} />
      <div class="progress-foot">
        <p class="muted number" role="status">
          {total > 0 && say(formatNumber(done), formatNumber(total))}
        </p>
        <Button onClick={onStop}>{t('progressStop')}</Button>
      </div>
    </section>
  );
}
