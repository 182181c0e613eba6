import { t, tCount } from '../../lib/i18n/messages.ts';
import type { Reading } from '../../lib/transfer/types.ts';
import { Icon } from '../ui/Icon.tsx';
import { formatFileFault } from './fault-words.ts';
import { findKindWords, type FileTrouble, type PickedFile } from './file-trouble.ts';
import { FileButton } from './FilePicker.tsx';

interface FileTroubleCardProps {
  trouble: FileTrouble;
  reading: Reading;
  files: PickedFile[];
  onFiles: (files: File[]) => void;
}

/** What is wrong with the files, in a sentence. A picture is called one, whatever its bytes look like. */
function describe({ error, skipped }: Reading, files: PickedFile[]): string {
  for (const file of files) {
    const words = findKindWords(file);
    if (words !== null) return t(words, file.name);
  }
  if (error !== null) return formatFileFault(error, t);
  return skipped.length > 0 ? tCount('importAllLeftOut', skipped.length) : t('fileNoRows');
}

/** Says why files cannot be imported, that nothing was changed, and what helps. */
export function FileTroubleCard({ trouble, reading, files, onFiles }: FileTroubleCardProps) {
  return (
    <section class="panel import-card" role="alert">
      <h1 class="title">
        <Icon name="warning" class="bad" />
        {t(trouble === 'unreadable' ? 'importUnreadable' : 'importNoFilms')}
      </h1>
      <p>
        {describe(reading, files)} {trouble === 'no-films' && t('importCanRead')} {t('importUnchanged')}
      </p>
      <div class="form-actions">
        <FileButton onFiles={onFiles}>{t('importChooseOther')}</FileButton>
      </div>
    </section>
  );
}
