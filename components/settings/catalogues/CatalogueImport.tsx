import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import type { UnfinishedImport } from '../../../lib/messaging/catalogue-protocol.ts';
import type { ImportProgress } from '../../../lib/catalogue/store/import-protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { SafeLink } from '../../ui/SafeLink.tsx';

const imdbDatasets = 'https://datasets.imdbws.com/';

interface FilesButtonProps {
  label: string;
  accept?: string;
  isFolder?: boolean;
  isMany?: boolean;
  disabled: boolean;
  onFiles: (files: File[]) => void;
}

/** A button that opens the browser's file picker. */
function FilesButton({
  label,
  accept,
  isFolder = false,
  isMany = false,
  disabled,
  onFiles,
}: FilesButtonProps) {
  return (
    <label class={`button quiet files ${disabled ? 'off' : ''}`}>
      <input
        class="hidden-text"
        type="file"
        accept={accept}
        multiple={isMany || isFolder}
        ref={(input) => void (input && (input.webkitdirectory = isFolder))}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Without this, choosing the same files again would fire no change event.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      {label}
    </label>
  );
}

export interface ImportActions {
  onImdb: (files: File[]) => void;
  onTable: (file: File) => void;
  onFolder: (files: File[]) => void;
}

/** The kinds of files that a catalogue can be built from. */
export function ImportChoices({ isBusy, ...on }: ImportActions & { isBusy: boolean }) {
  return (
    <div class="import">
      <h3 class="label">{t('importHeading')}</h3>
      <p class="muted">
        {t('importImdbWhat')} <SafeLink url={imdbDatasets}>{t('importImdbGet')}</SafeLink>
      </p>
      <p class="row-actions">
        <FilesButton label={t('importImdb')} accept=".gz,.tsv" isMany disabled={isBusy} onFiles={on.onImdb} />
        <FilesButton
          label={t('importTable')}
          accept=".csv,.tsv,.txt,.json"
          disabled={isBusy}
          onFiles={([file]) => file && on.onTable(file)}
        />
        <FilesButton label={t('importFolder')} isFolder disabled={isBusy} onFiles={on.onFolder} />
      </p>
    </div>
  );
}

interface ProgressProps {
  name: string;
  progress: ImportProgress | null;
  onCancel: () => void;
}

function formatProgress({ phase, done, of, films, isResumed }: ImportProgress): string {
  const rows = t(
    phase === 'reading' ? 'importReading' : 'importCutting',
    formatNumber(done),
    formatNumber(of),
  );
  return [rows, tCount('logFilms', films), isResumed ? t('importResumes') : '']
    .filter((part) => part !== '')
    .join(' · ');
}

/** The progress of an import, with a button that cancels it. */
export function ImportRunning({ name, progress, onCancel }: ProgressProps) {
  return (
    <div class="import" aria-busy="true">
      <p>
        <b>{t('importRunning', name)}</b>
      </p>
      <progress aria-label={t('importRunning', name)} value={progress?.done} max={progress?.of} />
      <p class="muted number">{progress ? formatProgress(progress) : t('importStarting')}</p>
      <p class="row-actions">
        <Button onClick={onCancel}>{t('formCancel')}</Button>
        <span class="muted">{t('importMayClose')}</span>
      </p>
    </div>
  );
}

interface UnfinishedProps {
  imports: UnfinishedImport[];
  onDiscard: (unfinished: UnfinishedImport) => void;
}

/** Imports that stopped because their page was closed; each continues when the same files are chosen again. */
export function UnfinishedImports({ imports, onDiscard }: UnfinishedProps) {
  if (imports.length === 0) return null;
  return (
    <ul>
      {imports.map((unfinished) => (
        <li key={unfinished.id} class="followed">
          <p class="state needs">{tCount('importUnfinished', unfinished.rowsRead, unfinished.name)}</p>
          <p class="muted break">{unfinished.files.map(({ name }) => name).join(', ')}</p>
          <p class="row-actions">
            <Button name={t('importDiscardNamed', unfinished.name)} onClick={() => onDiscard(unfinished)}>
              {t('importDiscard')}
            </Button>
          </p>
        </li>
      ))}
    </ul>
  );
}
