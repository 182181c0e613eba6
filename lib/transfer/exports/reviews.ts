import { compareEntries } from '../../watchlog/film-rating.ts';
import { findPageAt } from '../../films/id-pages.ts';
import type { WatchEntry, FilmRow, RatingValue } from '../../watchlog/types.ts';
import type { LogRowLists } from '../types.ts';
import { countLosses, listOwnFilms } from './own-films.ts';
import type { ExportFormat, LossKind } from './types.ts';

interface OwnReview {
  film: FilmRow;
  entry: WatchEntry;
}

/** The user's own reviews, in the order in which the films were watched. */
function listReviews(log: LogRowLists): OwnReview[] {
  return listOwnFilms(log)
    .flatMap(({ film, entries }) => entries.map((entry) => ({ film, entry })))
    .filter(({ entry }) => entry.review !== '')
    .sort((a, b) => compareEntries(a.entry, b.entry));
}

const lost: LossKind[] = [
  'entries-without-review',
  'notes',
  'tags',
  'places',
  'company',
  'unfinished',
  'ratings',
  'criteria',
  'watchlist',
  'likes',
  'film-tags',
  'corrections',
  'kept-reviews',
];

function listAddresses({ refs }: FilmRow): string[] {
  return (['imdb', 'tmdb', 'letterboxd'] as const).flatMap((kind) => findPageAt(kind, refs) ?? []);
}

/** A review in the vocabulary of schema.org (schema.org/Review). */
function describeReview({ film, entry }: OwnReview): object {
  const { rating, review, watchedOn } = entry;
  return {
    '@type': 'Review',
    itemReviewed: {
      '@type': 'Movie',
      name: film.title,
      ...(film.year === null ? {} : { dateCreated: String(film.year) }),
      ...(film.directors.length === 0
        ? {}
        : { director: film.directors.map((name) => ({ '@type': 'Person', name })) }),
      sameAs: listAddresses(film),
    },
    ...(rating === null
      ? {}
      : { reviewRating: { '@type': 'Rating', ratingValue: rating / 2, bestRating: 5, worstRating: 0.5 } }),
    ...(watchedOn === null ? {} : { dateCreated: watchedOn }),
    reviewBody: review,
  };
}

/**
 * The user's reviews as schema.org JSON-LD for a web page. `<` is escaped, so that no review can end the script
 * element.
 */
export const jsonLdExport: ExportFormat = {
  id: 'json-ld',
  name: 'schema.org',
  losses: (log) => countLosses(log, ['spoiler-marks', 'rewatch-marks', ...lost]),
  write: (log) => {
    const reviews = listReviews(log).map(describeReview);
    const graph = { '@context': 'https://schema.org', '@graph': reviews };
    const text = `${JSON.stringify(graph, null, 2).replaceAll('<', '\\u003c')}\n`;
    return reviews.length === 0 ? [] : [{ name: 'reviews.jsonld', mimeType: 'application/ld+json', text }];
  },
};

/** A rating in half stars as stars: "★★★★½" for 9. */
export function formatStarSigns(value: RatingValue): string {
  return '★'.repeat(Math.floor(value / 2)) + (value % 2 === 1 ? '½' : '');
}

/** The text with every character escaped that Markdown or HTML would interpret. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~]/g, '\\$&');
}

function formatReview({ film, entry }: OwnReview): string {
  const year = film.year === null ? '' : ` (${film.year})`;
  const details = [
    entry.rating === null ? '' : formatStarSigns(entry.rating),
    entry.watchedOn ?? '',
    entry.rewatch ? 'rewatch' : '',
    entry.reviewHasSpoilers ? 'spoilers' : '',
  ];
  const line = details.filter((part) => part !== '').join(' · ');
  // The review may be Markdown itself, so only headings are escaped: they would divide the file.
  const body = entry.review.replace(/^#/gm, '\\#');
  return [`## ${escapeMarkdown(film.title)}${year}`, line, body].filter((part) => part !== '').join('\n\n');
}

/** The user's reviews as one Markdown text. */
export const markdownExport: ExportFormat = {
  id: 'markdown',
  name: 'Markdown',
  losses: (log) => countLosses(log, lost),
  write: (log) => {
    const reviews = listReviews(log).map(formatReview);
    const text = `${reviews.join('\n\n')}\n`;
    return reviews.length === 0 ? [] : [{ name: 'reviews.md', mimeType: 'text/markdown', text }];
  },
};
