import { useState } from 'preact/hooks';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import type { WatchTime } from '../../lib/stats/types.ts';
import { formatHours } from '../lists/hours-words.ts';

/** A row of a ranking: a name with its totals. */
export interface Ranked extends WatchTime {
  key: string;
  name: string;
  films: number;
  /** In half stars; null if nothing is rated. */
  meanRating: number | null;
}

interface RankTableProps {
  name: string;
  rows: Ranked[];
  onChoose?: (key: string) => void;
}

const shownAtFirst = 10;

/** A ranking as a table with a bar in each row. */
export function RankTable({ name, rows, onChoose }: RankTableProps) {
  const [isWhole, setIsWhole] = useState(false);
  const most = Math.max(1, ...rows.map(({ films }) => films));
  const shown = isWhole ? rows.slice(0, 200) : rows.slice(0, shownAtFirst);
  return (
    <>
      <table class="rank">
        <caption class="hidden-text">{name}</caption>
        <colgroup>
          <col class="rank-name" />
          <col />
          <col class="rank-figure rank-hours" />
          <col class="rank-figure" />
        </colgroup>
        <thead class="hidden-text">
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{t('logViewFilms')}</th>
            <th scope="col">{t('statsHours')}</th>
            <th scope="col">{t('logMeanRating')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, name: label, films, meanRating, ...time }) => (
            <tr key={key}>
              <th scope="row">
                {onChoose ? (
                  <button type="button" class="link" onClick={() => onChoose(key)}>
                    {label}
                  </button>
                ) : (
                  label
                )}
              </th>
              <td class="rank-bar">
                <span style={{ '--share': String(films / most) }} aria-hidden="true" />
                <b class="number">{formatNumber(films)}</b>
              </td>
              <td class="number muted">{formatHours(time)}</td>
              <td class="number muted">
                {meanRating === null ? t('logNoFigure') : t('statsStars', formatNumber(meanRating / 2, 1))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shownAtFirst && (
        <button type="button" class="link" onClick={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'statsFewer' : 'statsMore')}
        </button>
      )}
    </>
  );
}
