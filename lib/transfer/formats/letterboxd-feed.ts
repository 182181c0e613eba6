import { findRefInUrl } from '../../films/refs.ts';
import type { FilmRef } from '../../films/types.ts';
import { isPartialDate } from '../../dates/partial-date.ts';
import type { RatingValue } from '../../watchlog/types.ts';
import { RowFault } from '../../tables/faults.ts';
import { readRating, starScale } from '../values.ts';
import type { Place, SourceFile } from '../../tables/types.ts';

/** One viewing of a member's feed. */
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
  from: Place;
}

/** Whether a text is a member's feed (letterboxd.com/NAME/rss/). */
export function isLetterboxdFeed(text: string): boolean {
  return /<rss\b[^>]*xmlns:letterboxd=/.test(text.slice(0, 2000));
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    if (typeof name === 'string') return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The text of the first element of that name in an item; '' where there is none. */
function findText(item: string, name: string): string {
  const start = item.indexOf(`<${name}`);
  const open = start < 0 ? -1 : item.indexOf('>', start);
  const end = open < 0 ? -1 : item.indexOf(`</${name}>`, open);
  if (end < 0) return '';
  const inner = item.slice(open + 1, end).trim();
  const cdata = /^<!\[CDATA\[([^]*)\]\]>$/.exec(inner)?.[1];
  return (cdata ?? decodeEntities(inner)).trim();
}

/** The words of a description: without the poster, and without the sentence that stands where there is no review. */
function readWords(html: string): string {
  const paragraphs = html
    .split(/<\/p>|<br\s?\/?>/)
    .map((part) => decodeEntities(part.replace(/<[^>]*>/g, '')).trim())
    .filter((part) => part !== '');
  const isPlaceholder =
    paragraphs.length === 1 && /^Watched on \w+ \w+ \d+, \d{4}\.$/.test(paragraphs[0] ?? '');
  return isPlaceholder ? '' : paragraphs.join('\n\n');
}

function readStars(raw: string): RatingValue | null {
  try {
    return raw === '' ? null : readRating(raw.replace(/\.0$/, ''), null, starScale).value;
  } catch (error) {
    // The feed is made by a machine: a rating that is none is left off, the viewing stays.
    if (error instanceof RowFault) return null;
    throw error;
  }
}

function readItem(item: string, from: Place): FeedItem {
  const day = findText(item, 'letterboxd:watchedDate');
  const year = findText(item, 'letterboxd:filmYear');
  const tmdb = findText(item, 'tmdb:movieId');
  const link = findRefInUrl(findText(item, 'link'));
  return {
    id: findText(item, 'guid'),
    title: findText(item, 'letterboxd:filmTitle'),
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    refs: [...(/^\d{1,9}$/.test(tmdb) ? [`tmdb:${tmdb}` as const] : []), ...(link === null ? [] : [link])],
    isSeries: findText(item, 'tmdb:tvId') !== '',
    watchedOn: isPartialDate(day) ? day : null,
    rating: readStars(findText(item, 'letterboxd:memberRating')),
    rewatch: findText(item, 'letterboxd:rewatch') === 'Yes',
    isLiked: findText(item, 'letterboxd:memberLike') === 'Yes',
    review: readWords(findText(item, 'description')),
    from,
  };
}

/** The viewings of a feed; items about lists and the like, which name no film, are left out. Linear in its length. */
export function listFeedItems({ name, text }: SourceFile): FeedItem[] {
  const items = text.split('<item>').slice(1);
  return items
    .map((item, at) => readItem(item.split('</item>')[0] ?? '', { file: name, row: at + 1 }))
    .filter(({ title }) => title !== '');
}
