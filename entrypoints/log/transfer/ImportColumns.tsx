import { useState } from 'preact/hooks';
import { ColumnTable } from '../../../components/tables/ColumnTable.tsx';
import { t, tCount, type MessageKey } from '../../../lib/i18n/messages.ts';
import type { GenericField, ReadOptions, ReadTable } from '../../../lib/transfer/types.ts';
import type { ImportFlow } from './import-flow.ts';

const fieldWords = {
  title: 'columnTitle',
  originalTitle: 'columnOriginalTitle',
  year: 'columnYear',
  releaseDate: 'columnReleaseDate',
  directors: 'columnDirectors',
  imdb: 'columnImdb',
  tmdb: 'columnTmdb',
  otherId: 'columnOtherId',
  url: 'columnUrl',
  kind: 'columnKind',
  watchedOn: 'columnWatchedOn',
  watched: 'columnWatched',
  status: 'columnStatus',
  plays: 'columnPlays',
  rewatches: 'columnRewatches',
  rating: 'columnRating',
  filmRating: 'columnFilmRating',
  rewatch: 'columnRewatch',
  finished: 'columnFinished',
  liked: 'columnLiked',
  watchlist: 'columnWatchlist',
  owned: 'columnOwned',
  tags: 'columnTags',
  filmTags: 'columnFilmTags',
  note: 'columnNote',
  review: 'columnReview',
  spoilers: 'columnSpoilers',
  place: 'columnPlace',
  company: 'columnCompany',
} as const satisfies Record<GenericField, MessageKey>;

const fields = Object.keys(fieldWords).filter((name): name is GenericField => name in fieldWords);

/** The choices with one more: what a column is, or that it is nothing. */
export function chooseColumn(
  { mapping = {}, skippedColumns = [] }: Partial<ReadOptions>,
  column: string,
  field: GenericField | null,
): Partial<ReadOptions> {
  const others = Object.entries(mapping).filter(([name, known]) => known !== column && name !== field);
  const skipped = skippedColumns.filter((name) => name !== column);
  return {
    mapping: Object.fromEntries(field === null ? others : [...others, [field, column]]),
    skippedColumns: field === null ? [...skipped, column] : skipped,
  };
}

function Columns({ flow, table, opensItself }: { flow: ImportFlow; table: ReadTable; opensItself: boolean }) {
  const { file, header, sample, read, unread, fields: possible } = table;
  const choices = flow.choices.value;
  // Stays open when the last doubt goes.
  const [isOpen] = useState(opensItself);
  // A choice counts at once, before the file is read again.
  const fieldOf = (at: number): GenericField | null => {
    const column = header[at] ?? '';
    const chosen = fields.find((field) => choices.mapping?.[field] === column);
    if (chosen !== undefined) return chosen;
    if (choices.skippedColumns?.includes(column)) return null;
    const found = read.find((each) => each.column === column)?.field ?? null;
    return found !== null && choices.mapping?.[found] !== undefined ? null : found;
  };
  const isUnsure = (at: number): boolean =>
    read.some(({ column, certainty }) => column === header[at] && certainty === 'unsure');
  const label = t('columnsHeading', file);
  return (
    <details class="panel fold" open={isOpen}>
      <summary class="label">
        {label}
        {unread.length > 0 && <span class="muted"> · {tCount('columnsUnread', unread.length)}</span>}
      </summary>
      <p class="muted">{t('columnsHow')}</p>
      <ColumnTable
        label={label}
        {...{ header }}
        rows={sample}
        choices={(possible === null ? fields : fields.filter((field) => possible.includes(field))).map(
          (value) => ({ value, label: t(fieldWords[value]) }),
        )}
        fieldOf={(at) => fieldOf(at) ?? ''}
        onField={(at, value) => {
          const field = fields.find((name) => name === value) ?? null;
          void flow.choose(chooseColumn(choices, header[at] ?? '', field));
        }}
        below={(at) => isUnsure(at) && <span class="column-doubt">{t('columnUnsure')}</span>}
      />
    </details>
  );
}

/** What the columns of tables were taken for, with three rows, each to be changed. Several tables of a service are in one fold. */
export function ImportColumns({ flow }: { flow: ImportFlow }) {
  const isUnknown = flow.reading.value?.format === null;
  const draw = (table: ReadTable) => {
    const hasDoubt = table.doubts.some(({ kind }) => kind === 'column');
    return <Columns key={table.file} {...{ flow, table }} opensItself={isUnknown || hasDoubt} />;
  };
  const ofService = flow.tables.value.filter(({ fields: possible }) => possible !== null);
  const others = flow.tables.value.filter(({ fields: possible }) => possible === null);
  return (
    <>
      {others.map(draw)}
      {ofService.length < 2 ? (
        ofService.map(draw)
      ) : (
        <details class="panel fold">
          <summary class="label">{tCount('columnsOfTables', ofService.length)}</summary>
          {ofService.map(draw)}
        </details>
      )}
    </>
  );
}
