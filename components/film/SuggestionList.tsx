import { formatList } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { FilmSuggestion } from '../../lib/messaging/protocol.ts';
import { Cover } from '../ui/Cover.tsx';

function describeOwn({ own }: FilmSuggestion): string {
  if (own === null) return '';
  return t(own.onWatchlist && own.watchedCount === 0 ? 'filmSearchWatchlist' : 'filmSearchInLog');
}

/** A suggested film: cover, title, year, the title that fits, directors, and whether the user's log has it. */
function SuggestionRow({ suggestion }: { suggestion: FilmSuggestion }) {
  const { film, otherTitle } = suggestion;
  const facts = [otherTitle ?? '', formatList(film.directors), describeOwn(suggestion)].filter(
    (fact) => fact !== '',
  );
  return (
    <>
      <Cover title={film.title} year={film.year} refs={film.refs} isSmall isPassing />
      <span>
        <span class="title">{film.title}</span> {film.year !== null && <span class="muted">{film.year}</span>}
        {facts.length > 0 && <span class="muted line">{facts.join(' · ')}</span>}
      </span>
    </>
  );
}

interface SuggestionListProps {
  /** The list's id is this with `-list`, that of a row this with `-` and its number. */
  id: string;
  text: string;
  films: FilmSuggestion[];
  isOpen: boolean;
  active: number;
  /** Whether the last row adds the text by hand. */
  hasByHand: boolean;
  onChoose: (row: number) => void;
}

/** The suggested films, and as the last row, if wanted, the typed text, to add by hand. */
export function SuggestionList({
  id,
  text,
  films,
  isOpen,
  active,
  hasByHand,
  onChoose,
}: SuggestionListProps) {
  const optionOf = (row: number) => ({
    id: `${id}-${row}`,
    role: 'option' as const,
    'aria-selected': row === active,
    // The field keeps the focus.
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onClick: () => onChoose(row),
  });
  return (
    <ul
      id={`${id}-list`}
      class="choices"
      role="listbox"
      aria-label={t('filmSearchResults')}
      hidden={!isOpen || (films.length === 0 && !hasByHand)}
    >
      {isOpen &&
        films.map((suggestion, row) => (
          <li key={suggestion.film.refs.join(' ')} class="choice" {...optionOf(row)}>
            <SuggestionRow suggestion={suggestion} />
          </li>
        ))}
      {isOpen && hasByHand && (
        <li class="choice by-hand" {...optionOf(films.length)}>
          {t('filmSearchByHand', text.trim())}
        </li>
      )}
    </ul>
  );
}
