import { useState } from 'preact/hooks';
import type { Film } from '../../lib/films/types.ts';
import { formatList, formatRuntime } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';

interface CandidatesProps {
  title: string;
  /** Where the title is from: the page, or the user's search. */
  namedBy: 'page' | 'user';
  candidates: Film[];
  /** Called with the chosen film, or null for "none of these". */
  onChoose: (film: Film | null) => void;
}

const formatCandidate = (film: Film): string =>
  [
    film.directors.length > 0 ? formatList(film.directors) : '',
    film.runtimeMinutes === null ? '' : formatRuntime(film.runtimeMinutes),
    film.countries.slice(0, 2).join(', '),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');

/** Asks the user to choose among several films of one title. */
export function Candidates({ title, namedBy, candidates, onChoose }: CandidatesProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <form
      class="candidates"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) onChoose(candidates[chosen] ?? null);
      }}
    >
      <fieldset>
        <legend>
          <span class="title">
            {t(namedBy === 'page' ? 'candidatesQuestion' : 'candidatesQuestionTyped', title)}
          </span>
          <span class="muted">{t(namedBy === 'page' ? 'candidatesWhy' : 'candidatesWhyTyped')}</span>
        </legend>
        {[...candidates, null].map((film, index) => (
          <label key={index} class="candidate">
            <input
              type="radio"
              name="candidate"
              checked={chosen === index}
              onChange={() => setChosen(index)}
            />
            {film ? <Cover title={film.title} year={film.year} isSmall /> : <span class="cover-none" />}
            <span>
              <span class="title">{film ? film.title : t('candidatesNone')}</span>{' '}
              {film && film.year !== null && <span class="muted">{film.year}</span>}
              {film && <span class="muted line">{formatCandidate(film)}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" look="primary" disabled={chosen === null}>
        {t('candidatesChoose')}
      </Button>
    </form>
  );
}
