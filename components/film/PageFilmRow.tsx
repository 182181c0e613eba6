import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatList } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { formatScore } from '../../lib/i18n/scores.ts';
import type { Film } from '../../lib/films/types.ts';
import type { FilmSuggestion, PageFilm } from '../../lib/messaging/protocol.ts';
import type { RatingValue } from '../../lib/watchlog/types.ts';
import { StarRating } from '../rating/StarRating.tsx';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FilmCorrection } from './FilmCorrection.tsx';

interface PageFilmRowProps {
  row: PageFilm;
  /** The film that the row asks about first; null for no question. */
  asked: Film | null;
  /** False while nothing can be saved. */
  canWrite: boolean;
  /** What is shown before the button of the watchlist. */
  children?: ComponentChildren;
  onOpen: () => void;
  onRate: (value: RatingValue | null) => void;
  onWatchlist: (listed: boolean) => void;
  suggest: (text: string) => Promise<FilmSuggestion[]>;
  /** Called with the answer to "Is it this film?": this film, another one, or null for none that is found. */
  onAnswer: (film: Film | null) => void;
}

/** The title and year that a row shows: those of the film, or those on the page while it is not certain. */
function nameRow({ sighted: { hint }, match }: PageFilm): { title: string; year: number | null } {
  return match.kind === 'film' && match.certainty === 'sure' ? match.film : hint;
}

/** The score that the user puts first, with its icon and its source in words. */
function RowScore({ score }: Pick<PageFilm, 'score'>) {
  if (score === null) return null;
  const { figure, spoken } = formatScore(score, score.source);
  const isCritics = score.kind === 'critics';
  const key = isCritics ? 'badgeScoreCritics' : 'badgeScoreAudience';
  return (
    <span class="muted row-score number">
      <Icon name={isCritics ? 'pen' : 'people'} />
      <span aria-hidden="true">{figure}</span>
      <span class="hidden-text">{t(key, spoken, score.sourceName)}</span>
    </span>
  );
}

type QuestionProps = { film: Film } & Pick<PageFilmRowProps, 'row' | 'canWrite' | 'suggest' | 'onAnswer'>;

/**
 * "Is it this film?", with the year and the directors that tell films of one title apart. "No" asks which one it is, and
 * changes nothing yet.
 */
function Question({ film, row, canWrite, suggest, onAnswer }: QuestionProps) {
  const [isCorrecting, setCorrecting] = useState(false);
  if (isCorrecting)
    return (
      <FilmCorrection
        title={row.sighted.hint.title}
        suggest={suggest}
        onCancel={() => setCorrecting(false)}
        onChoose={(chosen) => {
          setCorrecting(false);
          onAnswer(chosen);
        }}
      />
    );
  const facts = [String(film.year ?? ''), formatList(film.directors)].filter((fact) => fact !== '');
  return (
    <div class="row-question" role="group" aria-label={t('rowIsIt', film.title)}>
      <p class="muted">
        {t('detailsIsItThis')} <b>{[film.title, ...facts].join(' · ')}</b>
      </p>
      <p class="row-actions">
        <Button disabled={!canWrite} onClick={() => onAnswer(film)}>
          {t('matchYes')}
        </Button>
        <Button disabled={!canWrite} onClick={() => setCorrecting(true)}>
          {t('rowNo')}
        </Button>
      </p>
    </div>
  );
}

function Controls({ row, asked, ...on }: PageFilmRowProps) {
  const { canWrite } = on;
  if (asked) return <Question film={asked} row={row} {...on} />;
  if (row.match.kind === 'ambiguous')
    return (
      <p class="row-actions">
        <Button onClick={on.onOpen}>{t('rowWhich')}</Button>
      </p>
    );
  return (
    <div class="row-rating">
      <StarRating
        value={row.own?.rating ?? null}
        label={t('ownRatingOf', nameRow(row).title)}
        disabled={!canWrite}
        canClear={row.own?.isRated}
        onRate={on.onRate}
      />
      <RowScore score={row.score} />
    </div>
  );
}

/** A film of a page's list: rated and put on the watchlist with one click each, whether a catalogue knows it or not. */
export function PageFilmRow(props: PageFilmRowProps) {
  const { row, asked, canWrite, onOpen, onWatchlist } = props;
  const { title, year } = nameRow(row);
  const isListed = row.own?.onWatchlist ?? false;
  const isOpen = asked !== null || row.match.kind === 'ambiguous';
  return (
    <li class="page-film" data-row={title}>
      <Cover
        title={title}
        year={year}
        refs={row.match.kind === 'film' ? row.match.film.refs : row.sighted.hint.refs}
        isSmall
        isPassing
      />
      <div>
        <p class="page-film-head">
          <button type="button" class="link title" onClick={onOpen}>
            {title}
          </button>{' '}
          {year !== null && <span class="muted">{year}</span>}
          {(row.own?.watchedCount ?? 0) > 0 && (
            <span class="row-seen">
              <Icon name="tick" />
              <span class="hidden-text">{t('badgeSeen')}</span>
            </span>
          )}
        </p>
        <Controls {...props} />
      </div>
      {!isOpen && (
        <div class="page-film-acts">
          {props.children}
          <Button
            icon="bookmark"
            name={t('rowWatchlist', title)}
            pressed={isListed}
            disabled={!canWrite}
            onClick={() => onWatchlist(!isListed)}
          />
        </div>
      )}
    </li>
  );
}
