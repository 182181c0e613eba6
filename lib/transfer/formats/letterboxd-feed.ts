import { parseId } from '../../films/film-ids.ts';
import { findRefInUrl } from '../../films/refs.ts';
import type { FilmRef } from '../../films/types.ts';
import { isPartialDate } from '../../dates/partial-date.ts';
import { readMarkup, type MarkupReader } from '../../text/markup.ts';
import type { RatingValue } from '../../watchlog/types.ts';
import { RowFault } from '../../tables/faults.ts';
import { readRating, starScale } from '../values.ts';
import type { RowLocation, SourceFile } from '../../tables/types.ts';

/** One entry in a member's feed. */
export interface FeedItem {
  id: string;
  title: string;
  year: number | null;
  refs: FilmRef[];
  isSeries: boolean;
  watchedOn: string | null;
  rating: RatingValue | null;
  rewatch: boolean;
  isLiked: boolean;
  review: string;
  from: RowLocation;
}

/** Whether a text is a member's feed (letterboxd.com/NAME/rss/). */
export function isLetterboxdFeed(text: string): boolean {
  return /<rss\b[^>]*xmlns:letterboxd=/.test(text.slice(0, 2000));
}

/** The texts of an item's elements, by element name. */
type ItemTexts = Map<string, string>;

/** The items of a feed. An item that is cut off has only its complete elements. */
function listItems(xml: string): ItemTexts[] {
  const items: ItemTexts[] = [];
  let item: ItemTexts | null = null;
  let text = '';
  const reader: MarkupReader = {
    onOpen: (name) => {
      text = '';
      if (name !== 'item') return;
      item = new Map<string, string>();
      items.push(item);
    },
    onText: (part) => {
      text += part;
    },
    onClose: (name, _depth, isImplied) => {
      if (name === 'item') item = null;
      else if (!isImplied && item?.has(name) === false) item.set(name, text.trim());
    },
  };
  readMarkup(xml, () => reader, { xmlMode: true });
  return items;
}

/**
 * The text of a description, with a blank line between paragraphs; '' for the sentence that replaces a missing review.
 */
function readWords(html: string): string {
  const paragraphs: string[] = [];
  let paragraph = '';
  const endParagraph = (): void => {
    if (paragraph.trim() !== '') paragraphs.push(paragraph.trim());
    paragraph = '';
  };
  const reader: MarkupReader = {
    onOpen: () => undefined,
    onText: (part) => {
      paragraph += part;
    },
    onClose: (name) => {
      if (name === 'p' || name === 'br') endParagraph();
    },
  };
  readMarkup(html, () => reader);
  endParagraph();
  const isPlaceholder =
    paragraphs.length === 1 && /^Watched on \w+ \w+ \d+, \d{4}\.$/.test(paragraphs[0] ?? '');
  return isPlaceholder ? '' : paragraphs.join('\n\n');
}

function readStars(raw: string): RatingValue | null {
  try {
    return raw === '' ? null : readRating(raw.replace(/\.0$/, ''), null, starScale).value;
  } catch (error) {
    // A program writes the feed. If a rating cannot be read, the rest of the entry is still right.
    if (error instanceof RowFault) return null;
    throw error;
  }
}

function readItem(item: ItemTexts, from: RowLocation): FeedItem {
  const textOf = (name: string): string => item.get(name) ?? '';
  const day = textOf('letterboxd:watchedDate');
  const year = textOf('letterboxd:filmYear');
  return {
    id: textOf('guid'),
    title: textOf('letterboxd:filmTitle'),
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    refs: [parseId('tmdb', textOf('tmdb:movieId')), findRefInUrl(textOf('link'))].filter(
      (ref) => ref !== null,
    ),
    isSeries: textOf('tmdb:tvId') !== '',
    watchedOn: isPartialDate(day) ? day : null,
    rating: readStars(textOf('letterboxd:memberRating')),
    rewatch: textOf('letterboxd:rewatch') === 'Yes',
    isLiked: textOf('letterboxd:memberLike') === 'Yes',
    review: readWords(textOf('description')),
    from,
  };
}

/**
 * The entries in a feed. Items that name no film, such as lists, are skipped but counted in the row numbers. Takes time
 * linear in the length of the feed.
 */
export function listFeedItems({ name, text }: SourceFile): FeedItem[] {
  return listItems(text)
    .map((item, at) => readItem(item, { file: name, row: at + 1 }))
    .filter(({ title }) => title !== '');
}
