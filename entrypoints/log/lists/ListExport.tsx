import { useState } from 'preact/hooks';
import { Button } from '../../../components/ui/Button.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { t, type MessageKey } from '../../../lib/i18n/messages.ts';
import {
  listFormats,
  writeList,
  type ListFormat,
  type WrittenList,
} from '../../../lib/transfer/exports/list-file.ts';
import type { ListFilm } from '../../../lib/watchlog/search/list-films.ts';
import { saveFile } from '../state/save-file.ts';

const formatWords: Record<ListFormat, MessageKey> = {
  csv: 'listAsCsv',
  letterboxd: 'listAsLetterboxd',
  markdown: 'listAsMarkdown',
  json: 'listAsJson',
};

/** The button that saves a list as a file, in one of several formats. */
export function ListExport({ list, films }: { list: Omit<WrittenList, 'films'>; films: ListFilm[] }) {
  const [isOpen, setOpen] = useState(false);
  const save = (format: ListFormat): void => {
    setOpen(false);
    saveFile(writeList({ ...list, films }, format));
  };
  return (
    <>
      <Button icon="download" onClick={() => setOpen(true)}>
        {t('listExport')}
      </Button>
      {isOpen && (
        <Dialog title={t('listExportAs')} onClose={() => setOpen(false)}>
          <div class="list-formats">
            {listFormats.map((format) => (
              <Button key={format} icon="download" onClick={() => save(format)}>
                {t(formatWords[format])}
              </Button>
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
}
