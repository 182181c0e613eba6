import { t } from '../../lib/i18n/messages.ts';
import { formatList } from '../../lib/i18n/dates.ts';
import type { FilmHint } from '../../lib/films/types.ts';
import { Cover } from '../ui/Cover.tsx';

interface FilmChoicesProps {
  films: FilmHint[];
  onChoose: (index: number) => void;
}

/** The films that a page names; the user chooses one. */
export function FilmChoices({ films, onChoose }: FilmChoicesProps) {
  return (
    <ul class="choices" aria-label={t('popupFilmsHere')}>
      {films.map((film, index) => (
        <li key={index}>
          <button type="button" class="choice" onClick={() => onChoose(index)}>
            <Cover title={film.title} year={film.year} isSmall />
            <span>
              <span class="title">{film.title}</span>{' '}
              {film.year !== null && <span class="muted">{film.year}</span>}
              {film.directors.length > 0 && <span class="muted line">{formatList(film.directors)}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
