import { Fragment } from 'preact';
import type { Film, Release } from '../../lib/films/types.ts';
import { formatList, formatPartialDate, formatRegion, formatRuntime } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Cover } from '../ui/Cover.tsx';
import { Phrase } from '../ui/Phrase.tsx';

export type FilmFacts = Pick<Film, 'title' | 'year' | 'directors'> & Partial<Film>;

const mostCast = 6;
const mostReleases = 3;

function People({ film }: { film: FilmFacts }) {
  const directors = film.directors;
  const writers = film.writers ?? [];
  const areSame = directors.length > 0 && directors.join() === writers.join();
  return (
    <>
      {directors.length > 0 && (
        <p class="facts">
          <Phrase message={areSame ? 'filmDirectedAndWrittenBy' : 'filmDirectedBy'}>
            <b>{formatList(directors)}</b>
          </Phrase>
        </p>
      )}
      {writers.length > 0 && !areSame && <p class="facts">{t('filmWrittenBy', formatList(writers))}</p>}
    </>
  );
}

function formatRelease({ date, region }: Release): string {
  const day = formatPartialDate(date, 'long');
  return region === null ? day : t('filmRelease', day, formatRegion(region));
}

/** The head of a film: its cover, title and known facts. */
export function FilmHead({ film }: { film: FilmFacts }) {
  const { title, year, originalTitle, runtimeMinutes, genres = [], cast = [], releases = [] } = film;
  const first = [
    year === null ? '' : String(year),
    typeof runtimeMinutes !== 'number' ? '' : formatRuntime(runtimeMinutes),
    genres.slice(0, 4).join(', '),
  ].filter((fact) => fact !== '');
  return (
    <header class="film-head">
      <Cover title={title} year={year} />
      <div>
        <h1 class="title">{title}</h1>
        {originalTitle && originalTitle !== title && <p class="facts original">{originalTitle}</p>}
        {first.length > 0 && <p class="facts">{first.join(' · ')}</p>}
        <People film={film} />
        {cast.length > 0 && <p class="facts">{cast.slice(0, mostCast).join(', ')}</p>}
        {releases.length > 0 && (
          <p class="muted">
            {releases.slice(0, mostReleases).map((release, index, all) => (
              <Fragment key={index}>
                <span class="nowrap">
                  {formatRelease(release)}
                  {index < all.length - 1 && ' ·'}
                </span>{' '}
              </Fragment>
            ))}
          </p>
        )}
      </div>
    </header>
  );
}
