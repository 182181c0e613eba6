import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import type { FilmChanges } from '../../../lib/watchlog/commands/edit-types.ts';
import type { Film } from '../../../lib/films/types.ts';
import { Button } from '../../ui/Button.tsx';
import { parseTags } from './tags.ts';

type Facts = Pick<Film, 'title' | 'originalTitle' | 'year' | 'directors' | 'runtimeMinutes' | 'genres'>;

interface FilmFactsFormProps {
  /** The facts in the log. */
  film: Facts;
  /** What the catalogue says; null if it does not know the film. */
  known: Facts | null;
  disabled: boolean;
  onSave: (changes: FilmChanges) => void;
  onCancel: () => void;
}

type Draft = Record<'title' | 'original' | 'year' | 'directors' | 'runtime' | 'genres', string>;

const toDraft = (film: Facts): Draft => ({
  title: film.title,
  original: film.originalTitle ?? '',
  year: film.year === null ? '' : String(film.year),
  directors: film.directors.join(', '),
  runtime: film.runtimeMinutes === null ? '' : String(film.runtimeMinutes),
  genres: film.genres.join(', '),
});

/** Returns the fields that differ from the film; empty if none do. */
function readFactChanges(film: Facts, draft: Draft): FilmChanges {
  const before = toDraft(film);
  const changes: FilmChanges = {};
  const number = (text: string): number | null => (text === '' ? null : Number(text));
  if (draft.title.trim() !== '' && draft.title !== before.title) changes.title = draft.title.trim();
  if (draft.original !== before.original) changes.originalTitle = draft.original.trim() || null;
  if (draft.year !== before.year) changes.year = number(draft.year);
  if (draft.directors !== before.directors) changes.directors = parseTags(draft.directors);
  if (draft.runtime !== before.runtime) changes.runtimeMinutes = number(draft.runtime);
  if (draft.genres !== before.genres) changes.genres = parseTags(draft.genres);
  return changes;
}

const fields = [
  { name: 'title', words: 'titleFormTitle', type: 'text' },
  { name: 'original', words: 'factsOriginal', type: 'text' },
  { name: 'year', words: 'factsYear', type: 'number', min: 1888, max: 2100 },
  { name: 'directors', words: 'factsDirectors', type: 'text' },
  { name: 'runtime', words: 'factsRuntime', type: 'number', min: 1, max: 1500 },
  { name: 'genres', words: 'factsGenres', type: 'text' },
] as const;

/** The form that corrects a film's facts. It can be filled with those of the catalogue. */
export function FilmFactsForm({ film, known, disabled, onSave, onCancel }: FilmFactsFormProps) {
  const [draft, setDraft] = useState(() => toDraft(film));
  const changes = readFactChanges(film, draft);
  return (
    <form
      class="facts-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(changes);
      }}
    >
      <p class="muted">{t('factsHow')}</p>
      {fields.map(({ name, words, ...rest }) => (
        <label key={name} class="field">
          {t(words)}
          <input
            class="input"
            {...rest}
            value={draft[name]}
            disabled={disabled}
            onInput={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
          />
        </label>
      ))}
      <div class="form-actions">
        <Button type="submit" look="primary" disabled={disabled || Object.keys(changes).length === 0}>
          {t('formSaveChanges')}
        </Button>
        <Button onClick={onCancel}>{t('formCancel')}</Button>
        {known !== null && (
          <button type="button" class="link" disabled={disabled} onClick={() => setDraft(toDraft(known))}>
            {t('factsFromCatalogue')}
          </button>
        )}
      </div>
    </form>
  );
}
