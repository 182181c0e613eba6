import type { Film } from '../../lib/films/types.ts';
import { formatList } from '../../lib/i18n/dates.ts';
import { t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import type { FilmDecision, UndecidedFilm } from '../../lib/transfer/plan/plan-types.ts';
import type { FilmInput } from '../../lib/watchlog/types.ts';
import { Button } from '../ui/Button.tsx';

interface UndecidedFilmsProps {
  films: UndecidedFilm[];
  onDecide: (film: FilmInput, decision: FilmDecision) => void;
  onAll: (decision: FilmDecision) => void;
}

const shownAtOnce = 50;

const formatCandidate = (film: Film): string =>
  [
    film.year === null ? film.title : t('logFilmAndYear', film.title, String(film.year)),
    film.directors.length > 0 ? formatList(film.directors.slice(0, 2)) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');

function whyUndecided({ length }: Film[]): MessageKey {
  if (length === 0) return 'undecidedUnknown';
  return length === 1 ? 'undecidedTitleAlone' : 'undecidedSeveral';
}

function Question({
  undecided,
  onDecide,
}: { undecided: UndecidedFilm } & Pick<UndecidedFilmsProps, 'onDecide'>) {
  const { film, candidates, rows } = undecided;
  const name = film.year === null ? film.title : t('logFilmAndYear', film.title, String(film.year));
  const choose = (value: string): void => {
    if (value === 'as-named' || value === 'skip') onDecide(film, { kind: value });
    const candidate = candidates[Number(value)];
    if (value !== '' && candidate) onDecide(film, { kind: 'film', film: candidate });
  };
  return (
    <li class="question">
      <span>
        <b class="title">{name}</b> <span class="muted">{tCount('planRowCount', rows)}</span>
        <span class="muted line">{t(whyUndecided(candidates))}</span>
      </span>
      <select
        class="input"
        aria-label={t('undecidedWhich', name)}
        value=""
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{t('undecidedChoose')}</option>
        {candidates.map((candidate, index) => (
          <option key={index} value={String(index)}>
            {formatCandidate(candidate)}
          </option>
        ))}
        <option value="as-named">{t('undecidedAsNamed')}</option>
        <option value="skip">{t('undecidedSkip')}</option>
      </select>
    </li>
  );
}

/** The films that several candidates match, or none. Their rows are not imported until the user decides. */
export function UndecidedFilms({ films, onDecide, onAll }: UndecidedFilmsProps) {
  if (films.length === 0) return null;
  return (
    <section class="panel undecided" aria-labelledby="undecided">
      <h3 id="undecided" class="title">
        {tCount('undecidedTitle', films.length)}
      </h3>
      <p class="muted">{t('undecidedHow')}</p>
      <ul>
        {films.slice(0, shownAtOnce).map((undecided, index) => (
          <Question
            key={`${undecided.film.title} ${undecided.film.year} ${index}`}
            {...{ undecided, onDecide }}
          />
        ))}
      </ul>
      {films.length > shownAtOnce && (
        <p class="muted">{tCount('undecidedMore', films.length - shownAtOnce)}</p>
      )}
      <div class="form-actions">
        <Button onClick={() => onAll({ kind: 'as-named' })}>{t('undecidedAllAsNamed')}</Button>
        <Button onClick={() => onAll({ kind: 'skip' })}>{t('undecidedAllSkip')}</Button>
      </div>
    </section>
  );
}
