import type { RefObject } from 'preact';
import { AddToList } from '../../../components/film/AddToList.tsx';
import { EntryChip } from '../../../components/film/own/EntryChip.tsx';
import { WatchedMenu } from '../../../components/film/own/WatchedMenu.tsx';
import '../../../components/film/own/own.css';
import { StarRating } from '../../../components/rating/StarRating.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Cover } from '../../../components/ui/Cover.tsx';
import { Phrase } from '../../../components/ui/Phrase.tsx';
import type { Film } from '../../../lib/films/types.ts';
import { formatList, formatRegion, formatRuntime } from '../../../lib/i18n/dates.ts';
import { t, type MessageKey } from '../../../lib/i18n/messages.ts';
import { createNewEntry } from '../../../lib/watchlog/entry-fields.ts';
import type { WatchEntry } from '../../../lib/watchlog/types.ts';
import { toFilmInput } from '../state/film-input.ts';
import { joinFacts, type FilmPartProps } from './film-part.ts';

const mostCast = 6;
const mostGenres = 4;
const directedBy: MessageKey = 'filmDirectedBy';

/** The film's facts: those in the log, otherwise those of the catalogue. */
function Facts({ film, known }: { film: Film; known: Film | null }) {
  const facts = joinFacts(film, known);
  const { year, runtimeMinutes, countries, genres, directors, cast, originalTitle, title } = facts;
  const first = [
    year === null ? '' : String(year),
    runtimeMinutes === null ? '' : formatRuntime(runtimeMinutes),
    countries.map(formatRegion).join(', '),
    genres.slice(0, mostGenres).join(', '),
  ].filter((fact) => fact !== '');
  return (
    <>
      {originalTitle !== null && originalTitle !== title && <p class="facts original">{originalTitle}</p>}
      {first.length > 0 && <p class="film-facts">{first.join(' · ')}</p>}
      {directors.length > 0 && (
        <p class="film-facts">
          <Phrase message={directedBy}>
            <b>{formatList(directors)}</b>
          </Phrase>
        </p>
      )}
      {cast.length > 0 && <p class="facts">{cast.slice(0, mostCast).join(', ')}</p>}
    </>
  );
}

/** The entry of today, if there is one: the page shows it in place of "Watched", and a rating is given for it. */
const findTodays = ({ state, rows }: Pick<FilmPartProps, 'state' | 'rows'>): WatchEntry | undefined =>
  rows.entries.find(({ watchedOn }) => watchedOn === state.today());

/** "Watched", with other days in a menu, or the viewing of today, which opens the form of that viewing. */
function Watched({ state, canWrite, listed, rows }: FilmPartProps) {
  const today = state.today();
  const todays = findTodays({ state, rows });
  const own = { ...listed, watchedCount: listed.entryCount };
  return todays ? (
    <EntryChip
      entry={todays}
      today={today}
      isOpen={false}
      disabled={!canWrite}
      onToggle={() => state.openDialog({ kind: 'entry', id: todays.id })}
    />
  ) : (
    <WatchedMenu
      {...{ today, canWrite }}
      onLog={(watchedOn) => void state.add(toFilmInput(listed), createNewEntry(watchedOn, own))}
    />
  );
}

/** The head of the page: cover, title, facts, and what one does with a film: rate, like, log, put on the watchlist. */
export function FilmHeading({
  known,
  headingRef,
  ...props
}: FilmPartProps & { known: Film | null; headingRef: RefObject<HTMLHeadingElement | null> }) {
  const { state, canWrite, listed, rows } = props;
  const input = toFilmInput(listed);
  const isListed = listed.priority !== null;
  return (
    <header class="film-top">
      <Cover title={listed.title} year={listed.year} refs={listed.refs} />
      <div>
        <h1 ref={headingRef} id="film-title" class="title" tabIndex={-1}>
          {listed.title}
        </h1>
        <Facts film={rows.film} known={known} />
        <div class="film-acts">
          <StarRating
            value={listed.rating}
            label={t('ownRatingOf', listed.title)}
            disabled={!canWrite}
            canClear={listed.isRated}
            onRate={(value) => void state.rate(input, value, findTodays({ state, rows })?.id)}
          />
          <Button
            icon={listed.liked ? 'heart-full' : 'heart'}
            pressed={listed.liked}
            disabled={!canWrite}
            onClick={() => void state.like(input, !listed.liked)}
          >
            {t(listed.liked ? 'filmLiked' : 'filmLike')}
          </Button>
        </div>
        <div class="film-acts">
          <Watched {...props} />
          <Button
            icon="bookmark"
            pressed={isListed}
            disabled={!canWrite}
            onClick={() => void state.list(input, !isListed)}
          >
            {t('ownWatchlist')}
          </Button>
          <AddToList
            load={() => state.loadLists(listed.id)}
            version={rows}
            canWrite={canWrite}
            onSet={(list, isOn) => void state.setOnList(input, list, isOn)}
            onCreate={(name) => void state.createListOf([input], name)}
          />
        </div>
      </div>
    </header>
  );
}
