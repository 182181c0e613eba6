import { formatNumber, t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { ExportFormatId, Loss, LossKind } from '../../lib/transfer/exports/types.ts';
import { Button } from '../ui/Button.tsx';

/** A format to export the log to, with the data it cannot contain; null while that is being worked out. */
export interface ExportChoice {
  id: ExportFormatId;
  losses: Loss[] | null;
}

interface ExportListProps {
  choices: ExportChoice[];
  onSave: (id: ExportFormatId) => void;
}

const formatWords = {
  marquee: { name: 'exportMarquee', how: 'exportMarqueeHow' },
  letterboxd: { name: 'exportLetterboxd', how: 'exportLetterboxdHow' },
  imdb: { name: 'exportImdb', how: 'exportImdbHow' },
  trakt: { name: 'exportTrakt', how: 'exportTraktHow' },
  simkl: { name: 'exportSimkl', how: 'exportSimklHow' },
  movary: { name: 'exportMovary', how: 'exportMovaryHow' },
  csv: { name: 'exportCsv', how: 'exportCsvHow' },
  'json-ld': { name: 'exportJsonLd', how: 'exportJsonLdHow' },
  markdown: { name: 'exportMarkdown', how: 'exportMarkdownHow' },
  ical: { name: 'exportIcal', how: 'exportIcalHow' },
} as const satisfies Record<ExportFormatId, { name: MessageKey; how: MessageKey }>;

const lossWords = {
  'no-entries': 'lossNoEntries',
  'entries-without-review': 'lossEntriesWithoutReview',
  'partial-dates': 'lossPartialDates',
  'unknown-dates': 'lossUnknownDates',
  reviews: 'lossReviews',
  'spoiler-marks': 'lossSpoilerMarks',
  notes: 'lossNotes',
  tags: 'lossTags',
  'tags-without-day': 'lossTagsWithoutDay',
  'film-tags': 'lossFilmTags',
  lists: 'lossLists',
  places: 'lossPlaces',
  company: 'lossCompany',
  unfinished: 'lossUnfinished',
  'rewatch-marks': 'lossRewatchMarks',
  ratings: 'lossRatings',
  'entry-ratings': 'lossEntryRatings',
  criteria: 'lossCriteria',
  watchlist: 'lossWatchlist',
  'watchlist-reasons': 'lossWatchlistReasons',
  priorities: 'lossPriorities',
  likes: 'lossLikes',
  'same-day-entries': 'lossSameDayEntries',
  'earlier-entries': 'lossEarlierEntries',
  'films-without-id': 'lossFilmsWithoutId',
  'quotation-marks': 'lossQuotationMarks',
  corrections: 'lossCorrections',
  'kept-reviews': 'lossKeptReviews',
} as const satisfies Record<LossKind, MessageKey>;

function Losses({ losses }: { losses: Loss[] | null }) {
  if (losses === null) return <p class="muted">{t('popupLoading')}</p>;
  if (losses.length === 0) return <p class="muted">{t('exportHoldsAll')}</p>;
  return (
    <p class="muted">
      {t('exportLoses')}{' '}
      {losses.map(({ kind, count }) => t('lossCount', t(lossWords[kind]), formatNumber(count))).join(', ')}
    </p>
  );
}

/** Every export format, with the data that each cannot contain. */
export function ExportList({ choices, onSave }: ExportListProps) {
  return (
    <ul class="exports">
      {choices.map(({ id, losses }) => (
        <li key={id}>
          <div>
            <h3>{t(formatWords[id].name)}</h3>
            <p>{t(formatWords[id].how)}</p>
            <Losses losses={losses} />
          </div>
          <Button
            icon="download"
            look={id === 'marquee' ? 'primary' : 'quiet'}
            name={t('exportSaveAs', t(formatWords[id].name))}
            onClick={() => onSave(id)}
          >
            {t('exportSave')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
