import type { MessageKey } from '../../lib/i18n/messages.ts';
import type { FileFaultDetail, FileProblem, SkippedRow, RowFaultDetail } from '../../lib/tables/types.ts';

/** Returns a message with its substitutions: `t`, or the command line's replacement for it. */
export type Say = (key: MessageKey, ...substitutions: string[]) => string;

/** The sentence for each fault of a row. */
export const rowFaultWords = {
  'not-a-film': 'rowNotAFilm',
  'other-type': 'rowOtherType',
  series: 'rowSeries',
  'no-film': 'rowNoFilm',
  'missing-title': 'rowMissingTitle',
  'too-long': 'rowTooLong',
  'missing-rating': 'rowMissingRating',
  'unclosed-quote': 'rowUnclosedQuote',
  'damaged-row': 'rowDamaged',
  'bad-date': 'rowBadDate',
  'bad-year': 'rowBadYear',
  'ambiguous-date': 'rowAmbiguousDate',
  'bad-rating': 'rowBadRating',
  'bad-rating-step': 'rowBadRatingStep',
  'too-few-columns': 'rowTooFewColumns',
  'too-many-columns': 'rowTooManyColumns',
  'in-progress': 'rowInProgress',
  'short-play': 'rowShortPlay',
  trailer: 'rowTrailer',
  'not-watched': 'rowNotWatched',
  thumb: 'rowThumb',
  hidden: 'rowHidden',
  'other-profile': 'rowOtherProfile',
  'same-row': 'rowSameRow',
  'same-film': 'rowSameFilm',
  'same-entry': 'rowSameEntry',
  'same-day': 'rowSameDay',
  'other-sitting': 'rowOtherSitting',
  'same-review': 'rowSameReview',
  'same-rating': 'rowSameRating',
  'same-watchlist-item': 'rowSameWatchlistItem',
  'same-like': 'rowSameLike',
  'same-list-item': 'rowSameListItem',
} as const satisfies Record<RowFaultDetail[0], MessageKey>;

/** The sentence for each fault of a file. */
export const fileFaultWords = {
  'too-large': 'fileTooLarge',
  'too-many-open-quotes': 'fileOpenQuotes',
  'not-text': 'fileNotText',
  empty: 'fileEmpty',
  'bad-json': 'fileBadJson',
  'bad-json-line': 'fileBadJsonLine',
  'cut-off': 'fileCutOff',
  damaged: 'fileDamaged',
  locked: 'fileLocked',
  'unknown-packing': 'fileUnknownPacking',
  'nested-archive': 'fileNestedArchive',
  'unsafe-path': 'fileUnsafePath',
  'packed-too-large': 'filePackedTooLarge',
  workbook: 'fileWorkbook',
  'nothing-readable': 'fileNothingReadable',
  'same-columns': 'fileSameColumns',
  'unknown-service': 'fileUnknownService',
  'not-yours': 'fileNotYours',
  'no-file': 'fileNone',
  'no-version': 'fileNoVersion',
  'newer-version': 'fileNewerVersion',
  'several-logs': 'fileSeveralLogs',
  'list-beside-log': 'fileListBesideLog',
  'not-a-file': 'fileNotAFile',
  'no-such-file': 'fileMissing',
  'no-access': 'fileNoAccess',
  'too-many-rows': 'fileTooManyRows',
  'too-deep': 'fileTooDeep',
  'too-many-files': 'fileTooManyFiles',
  'mixed-services': 'fileMixedServices',
  'ambiguous-date': 'fileAmbiguousDate',
} as const satisfies Record<FileFaultDetail[0], MessageKey>;

const formatValues = (values: readonly (string | number)[], say: Say): string[] => {
  const format = new Intl.NumberFormat(say('languageTag'), { useGrouping: 'min2' });
  return values.map((value) => (typeof value === 'number' ? format.format(value) : value));
};

/** Says why a row is not imported, with its row and column. */
export function formatRowFault({ row, column, detail }: SkippedRow, say: Say): string {
  const [code, ...values] = detail;
  const sentence = say(rowFaultWords[code], ...formatValues(values, say));
  return column === null
    ? say('rowFault', String(row), sentence)
    : say('rowFaultInColumn', String(row), column, sentence);
}

/** Says why a file cannot be imported, with its name if the fault is in one file. */
export function formatFileFault({ file, detail }: FileProblem, say: Say): string {
  const [code, ...values] = detail;
  const sentence = say(fileFaultWords[code], ...formatValues(values, say));
  return file === null ? sentence : say('fileFault', file, sentence);
}
