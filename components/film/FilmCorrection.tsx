import { useEffect, useRef } from 'preact/hooks';
import type { Film } from '../../lib/films/types.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { FilmSuggestion } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/Button.tsx';
import { useReturnedFocus } from '../ui/use-returned-focus.ts';
import { FilmSearch } from './FilmSearch.tsx';

interface FilmCorrectionProps {
  /** The title on the page, which is searched at once. */
  title: string;
  suggest: (text: string) => Promise<FilmSuggestion[]>;
  /** Called with the right film, or null for none that is found. */
  onChoose: (film: Film | null) => void;
  onCancel: () => void;
}

/** Asks which film a page means. Nothing changes before the user chooses one or answers that the right film is not there. */
export function FilmCorrection({ title, suggest, onChoose, onCancel }: FilmCorrectionProps) {
  const part = useRef<HTMLDivElement>(null);
  useReturnedFocus(part);
  useEffect(() => part.current?.querySelector('input')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <div
      class="block correction"
      role="group"
      aria-label={t('correctionQuestion')}
      ref={part}
      onKeyDown={onKeyDown}
    >
      <h2 class="label">{t('correctionQuestion')}</h2>
      <p class="muted">{t('correctionWhy')}</p>
      <FilmSearch initialText={title} suggest={suggest} onChoose={onChoose} />
      {/* The field keeps the focus: without it its list closes, and the button moves away under the pointer. */}
      <p class="row-actions" onPointerDown={(event) => event.preventDefault()}>
        <Button onClick={() => onChoose(null)}>{t('candidatesNone')}</Button>
        <Button onClick={onCancel}>{t('formCancel')}</Button>
      </p>
    </div>
  );
}
