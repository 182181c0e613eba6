import { useState } from 'preact/hooks';
import { Button } from '../../../components/ui/Button.tsx';
import { t, type MessageKey } from '../../../lib/i18n/messages.ts';
import type { DateOrder } from '../../../lib/tables/types.ts';
import type { ColumnMapping, GenericField, Reading } from '../../../lib/transfer/types.ts';
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
const orders: { order: DateOrder; words: MessageKey }[] = [
  { order: 'dmy', words: 'dateOrderDay' },
  { order: 'mdy', words: 'dateOrderMonth' },
  { order: 'ymd', words: 'dateOrderYear' },
];

/** The form that maps the columns of a table from an unknown service. */
export function ColumnSection({ flow, reading }: { flow: ImportFlow; reading: Reading }) {
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(null);
  const { header } = flow;
  const isUnknown = reading.error?.errorClass === 'unknown-format';
  if ((reading.format !== 'generic' && !isUnknown) || header.value.length === 0) return null;
  const set = (field: GenericField, column: string): void => {
    const others = Object.entries(mapping).filter(([name]) => name !== field);
    setMapping(Object.fromEntries(column === '' ? others : [...others, [field, column]]));
  };
  return (
    <details class="panel fold" open={isUnknown}>
      <summary class="label">{t('columnsHeading')}</summary>
      <p class="muted">{t('columnsHow')}</p>
      <div class="filters">
        {fields.map((field) => (
          <label key={field} class="field">
            {t(fieldWords[field])}
            <select
              class="input"
              value={mapping[field] ?? ''}
              onChange={({ currentTarget }) => set(field, currentTarget.value)}
            >
              <option value="">{t('columnAuto')}</option>
              {header.value.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label class="field">
          {t('dateOrder')}
          <select
            class="input"
            value={dateOrder ?? ''}
            onChange={({ currentTarget }) =>
              setDateOrder(orders.find(({ order }) => order === currentTarget.value)?.order ?? null)
            }
          >
            <option value="">{t('columnAuto')}</option>
            {orders.map(({ order, words }) => (
              <option key={order} value={order}>
                {t(words)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Button onClick={() => void flow.readAgain({ mapping, ...(dateOrder && { dateOrder }) })}>
        {t('columnsApply')}
      </Button>
    </details>
  );
}
