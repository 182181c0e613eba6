import { Fragment, type ComponentChildren } from 'preact';
import type { Film, Release } from '../../lib/films/types.ts';
import { formatList, formatPartialDate, formatRegion, formatRuntime } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Cover } from '../ui/Cover.tsx';

export type FilmFacts = Pick<Film, 'title' | 'year' | 'directors'> & Partial<Film>;

const mostCast = 6;
const mostReleases = 3;

interface FilmHeadProps {
  film: FilmFacts;
  /** Whether it is one line, while a form below needs the room. */
  isFolded?: boolean;
  /** What follows the facts. */
  children?: ComponentChildren;
}

/** The head of a film: its cover, title, year, length and directors. */
export function FilmHead({ film, isFolded = false, children }: FilmHeadProps) {
  const { title, year, originalTitle, runtimeMinutes, directors } = film;
  const facts = [
    year === null ? '' : String(year),
    typeof runtimeMinutes !== 'number' ? '' : formatRuntime(runtimeMinutes),
    formatList(directors),
  ].filter((fact) => fact !== '');
  return (
    <header class={`film-head ${isFolded ? 'folded' : ''}`}>
      <Cover title={title} year={year} refs={film.refs ?? []} isSmall={isFolded} />
      <div>
        <h1 class="title">{title}</h1>
        {isFolded && year !== null && <span class="muted">{year}</span>}
        {!isFolded && originalTitle && originalTitle !== title && (
          <p class="facts original">{originalTitle}</p>
        )}
        {!isFolded && facts.length > 0 && <p class="facts">{facts.join(' · ')}</p>}
        {!isFolded && children}
      </div>
    </header>
  );
}

function formatRelease({ date, region }: Release): string {
  const day = formatPartialDate(date, 'long');
  return region === null ? day : t('filmRelease', day, formatRegion(region));
}

/** What else is known of a film: genres, writers, cast and releases. Nothing if none of it is. */
export function MoreFacts({ film }: { film: FilmFacts }) {
  const { genres = [], writers = [], cast = [], releases = [], directors } = film;
  const byOthers = writers.join() === directors.join() ? [] : writers;
  const lines = [
    genres.slice(0, 4).join(', '),
    byOthers.length > 0 ? t('filmWrittenBy', formatList(byOthers)) : '',
    cast.slice(0, mostCast).join(', '),
  ].filter((line) => line !== '');
  if (lines.length === 0 && releases.length === 0) return null;
  return (
    <section class="block" aria-labelledby="film-facts">
      <h2 id="film-facts" class="label">
        {t('filmFacts')}
      </h2>
      {lines.map((line) => (
        <p key={line} class="facts">
          {line}
        </p>
      ))}
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
    </section>
  );
}
