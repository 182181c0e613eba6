import { useState } from 'preact/hooks';
import { Button } from '../../../components/ui/Button.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import type { FilmPartProps } from './film-part.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

/** Merges the film with another, splits it, or takes it out of the log. */
export function FilmActions({ state, canWrite, listed, rows }: FilmPartProps) {
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div class="film-remove">
      <Button icon="merge" disabled={!canWrite} onClick={() => setOpen('merge')}>
        {t('filmMerge')}
      </Button>
      <Button icon="split" disabled={!canWrite} onClick={() => setOpen('split')}>
        {t('filmSplit')}
      </Button>
      <Button
        look="danger"
        icon="trash"
        disabled={!canWrite}
        onClick={() => void state.editFilms([listed.id], { isDeleted: true })}
      >
        {t('filmTakeOut')}
      </Button>
      {open === 'merge' && <MergeDialog state={state} film={listed} onClose={close} />}
      {open === 'split' && <SplitDialog {...{ state, rows }} onClose={close} />}
    </div>
  );
}
