import { useId } from 'preact/hooks';
import type { Film } from '../../lib/films/types.ts';
import { formatList, formatRuntime } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';

interface CandidatesProps {
  title: string;
  /** Where the title is from: the page, or the user's search. */
  namedBy: 'page' | 'user';
  candidates: Film[];
  /** Called with the chosen film; null: the page is not about a film, or the searched film is none of these. */
  onChoose: (film: Film | null) => void;
  /** Searches for a film of another title; given for what a page names. */
  onFind?: () => void;
}

const formatCandidate = (film: Film): string =>
  [
    film.directors.length > 0 ? formatList(film.directors) : '',
    film.runtimeMinutes === null ? '' : formatRuntime(film.runtimeMinutes),
    film.countries.slice(0, 2).join(', '),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');

function Candidate({ film, onChoose }: { film: Film; onChoose: (film: Film) => void }) {
  const name = film.year === null ? film.title : t('logFilmAndYear', film.title, String(film.year));
  return (
    <li class="candidate">
      <Cover title={film.title} year={film.year} refs={film.refs} isSmall isPassing />
      <span>
        <span class="title">{film.title}</span> {film.year !== null && <span class="muted">{film.year}</span>}
        <span class="muted line">{formatCandidate(film)}</span>
      </span>
      <Button name={t('candidatesThisOneOf', name)} onClick={() => onChoose(film)}>
        {t('candidatesThisOne')}
      </Button>
    </li>
  );
}

/** Asks the user which of several films of one title is meant; one press answers. */
export function Candidates({ title, namedBy, candidates, onChoose, onFind }: CandidatesProps) {
  const id = useId();
  return (
    <section class="candidates" aria-labelledby={id}>
      <h2 id={id} class="title">
        {t('candidatesQuestion')}
      </h2>
      <p class="muted">
        {tCount('candidatesCount', candidates.length, title)}
        {namedBy === 'page' && ` ${t('candidatesWhy')}`}
      </p>
      <ul>
        {candidates.map((film, index) => (
          <Candidate key={index} film={film} onChoose={onChoose} />
        ))}
      </ul>
      <p class="row-actions">
        {onFind && <Button onClick={onFind}>{t('candidatesFind')}</Button>}
        <Button onClick={() => onChoose(null)}>
          {t(namedBy === 'page' ? 'candidatesNotFilm' : 'candidatesNone')}
        </Button>
      </p>
    </section>
  );
}
