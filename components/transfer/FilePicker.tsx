import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';

interface FileInputProps {
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

function FileInput({ disabled = false, onFiles }: FileInputProps) {
  return (
    <input
      class="hidden-text"
      type="file"
      multiple
      disabled={disabled}
      accept=".zip,.csv,.tsv,.json,.xml,.nfo,.rss,.txt,.md,application/zip,text/csv,application/json"
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}

/** A button that lets the user choose files. */
export function FileButton({ children, onFiles }: { children: ComponentChildren } & FileInputProps) {
  return (
    <label class="button primary file-button">
      <Icon name="upload" />
      {children}
      <FileInput onFiles={onFiles} />
    </label>
  );
}

/** Accepts files that the user chooses or drops. */
export function FilePicker({ disabled, onFiles }: { disabled: boolean; onFiles: (files: File[]) => void }) {
  const [isOver, setIsOver] = useState(false);
  return (
    <label
      class={`drop ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (!disabled && files.length > 0) onFiles(files);
      }}
    >
      <Icon name="upload" />
      <span class="title">{t('importChoose')}</span>
      <span class="muted">{t('importFrom')}</span>
      <FileInput {...{ disabled, onFiles }} />
    </label>
  );
}
