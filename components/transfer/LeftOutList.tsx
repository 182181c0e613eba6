import { formatList } from '../../lib/i18n/dates.ts';
import { formatNumber, t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import type { RowLocation, SkippedRow } from '../../lib/tables/types.ts';
import type { LeftOut, LeftOutReason } from '../../lib/transfer/plan/left-out.ts';
import { formatRowFault } from './fault-words.ts';

const reasonWords = {
  series: 'leftOutSeries',
  games: 'leftOutGames',
  podcasts: 'leftOutPodcasts',
  music: 'leftOutMusic',
  specials: 'leftOutSpecials',
  anime: 'leftOutAnime',
  books: 'leftOutBooks',
  trailers: 'leftOutTrailers',
  'not-finished': 'leftOutNotFinished',
  'not-watched': 'leftOutNotWatched',
  'other-profile': 'leftOutOtherProfile',
  thumbs: 'leftOutThumbs',
  hidden: 'leftOutHidden',
  twice: 'leftOutTwice',
  'no-title': 'leftOutNoTitle',
  'bad-day': 'leftOutBadDay',
  'open-day': 'leftOutOpenDay',
  'bad-rating': 'leftOutBadRating',
  'no-rating': 'leftOutNoRating',
  'bad-year': 'leftOutBadYear',
  damaged: 'leftOutDamaged',
  'in-log': 'leftOutInLog',
  'log-differs': 'leftOutLogDiffers',
  'too-many-tags': 'leftOutTooManyTags',
  declined: 'leftOutDeclined',
} as const satisfies Record<LeftOutReason, MessageKey>;

/** The details of faults that begin with the title of the row. */
const titled = new Set<SkippedRow['detail'][0]>([
  'not-a-film',
  'other-type',
  'series',
  'in-progress',
  'short-play',
  'trailer',
  'not-watched',
  'thumb',
  'hidden',
  'other-profile',
]);

/** The title of one of the rows; null if none has a title. */
function findExample({ skipped, rows, questions }: LeftOut): string | null {
  for (const { detail } of skipped)
    if (titled.has(detail[0]) && typeof detail[1] === 'string' && detail[1] !== '') return detail[1];
  return questions[0]?.film.title ?? rows[0]?.film.title ?? null;
}

/** Where the first rows are, at most `most`, by file in the order of the files. */
function listPlaces({ skipped, rows, questions }: LeftOut, most: number): { file: string; rows: number[] }[] {
  const all: RowLocation[] = [
    ...skipped,
    ...rows.map(({ from }) => from),
    ...questions.map((one) => one.first.from),
  ];
  const byFile = Map.groupBy(all.slice(0, most), ({ file }) => file);
  return [...byFile].map(([file, places]) => ({ file, rows: places.map(({ row }) => row) }));
}

const placesShown = 20;

const formatPlace = ({ file, rows }: { file: string; rows: number[] }): string =>
  tCount('leftOutPlace', rows.length, file, formatList(rows.map((row) => formatNumber(row))));

function Reason({ leftOut, onSave }: { leftOut: LeftOut; onSave: (leftOut: LeftOut) => void }) {
  const { reason, count, skipped } = leftOut;
  const example = findExample(leftOut);
  const more = count - placesShown;
  return (
    <details class="left-out">
      <summary>
        <span>
          {t(reasonWords[reason])}
          {example !== null && <span class="muted"> {t('leftOutSuchAs', example)}</span>}
        </span>
        <b class="number">{formatNumber(count)}</b>
      </summary>
      <div>
        {skipped.length > 0 ? (
          <ul class="notices">
            {skipped.slice(0, placesShown).map((row, index) => (
              <li key={index} class="muted">
                {t('leftOutRow', row.file, formatRowFault(row, t))}
              </li>
            ))}
          </ul>
        ) : (
          listPlaces(leftOut, placesShown).map((place) => (
            <p key={place.file} class="muted">
              {formatPlace(place)}
            </p>
          ))
        )}
        {more > 0 && <p class="muted">{tCount('undecidedMore', more)}</p>}
        <button type="button" class="link" onClick={() => onSave(leftOut)}>
          {t('leftOutSave')}
        </button>
      </div>
    </details>
  );
}

interface LeftOutListProps {
  groups: LeftOut[];
  /** Saves the rows of a group as a file. */
  onSave: (leftOut: LeftOut) => void;
}

/** The rows that are not imported, by reason with counts, each reason folded. */
export function LeftOutList({ groups, onSave }: LeftOutListProps) {
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out" class="title">
        {t('leftOutTitle')} <span class="muted">{tCount('planRowCount', count)}</span>
      </h2>
      {groups.map((leftOut) => (
        <Reason key={leftOut.reason} {...{ leftOut, onSave }} />
      ))}
    </section>
  );
}
