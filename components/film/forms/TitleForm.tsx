import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';

interface TitleFormProps {
  /** What the fields begin with. */
  title?: string;
  year?: number | null;
  /** The latest year that can be entered. */
  maxYear: number;
  onFind: (title: string, year: number | null) => void;
}

const firstFilmYear = 1888;
const maxTitleLength = 200;

/** Searches a film by title and, optionally, year. */
export function TitleForm({ maxYear, onFind, ...known }: TitleFormProps) {
  const [title, setTitle] = useState(known.title ?? '');
  const [year, setYear] = useState(known.year ? String(known.year) : '');
  return (
    <form
      class="title-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') onFind(title.trim(), year === '' ? null : Number(year));
      }}
    >
      <label class="field">
        {t('titleFormTitle')}
        <input
          class="input"
          type="text"
          required
          maxLength={maxTitleLength}
          value={title}
          onInput={({ currentTarget }) => setTitle(currentTarget.value)}
        />
      </label>
      <label class="field">
        {t('titleFormYear')}
        <input
          class="input"
          type="number"
          min={firstFilmYear}
          max={maxYear}
          value={year}
          onInput={({ currentTarget }) => setYear(currentTarget.value)}
        />
      </label>
      <Button type="submit">{t('titleFormFind')}</Button>
    </form>
  );
}
