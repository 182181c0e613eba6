import type { Person } from '../../films/review-types.ts';
import { cleanText, truncateText } from '../../text/text.ts';
import { attribute, isClosed, nameOf, parentOf, rawText } from '../dom.ts';
import type { Page } from '../page.ts';
import { listLabelled } from '../../review-text/labels.ts';
import type { Line } from './lines.ts';
import { parseDay } from '../../review-text/parse-date.ts';
import { parseNames } from '../../review-text/parse-names.ts';
import { parseCount } from '../../review-text/parse-score.ts';
import type { ReviewParts } from '../../review-text/review-parts.ts';
import { resolveUrl } from '../../review-text/read-item.ts';
import { isRole } from './read-labelled.ts';

const maxTextLength = 100_000;
const maxExcerptLength = 400;
/**
 * Minimum lengths of a paragraph; shorter lines count only between two paragraphs. The second is tried if the
 * first finds none.
 */
const longLine = 120;
const shortLine = 60;

/**
 * The part of the page with the article: the nearest article, main or post around its heading, otherwise the
 * body.
 */
export function findScope(page: Page, heading: Element | null): Element {
  const holder = 'article, main, [role="main"], .hentry, .post, .h-entry, .h-review, .hreview';
  for (let at = heading && parentOf(heading); at; at = parentOf(at)) if (at.matches(holder)) return at;
  const single = page.root.querySelectorAll('article');
  const [article] = Array.from(single);
  return single.length === 1 && article && !isClosed(article)
    ? article
    : (page.root.querySelector('body') ?? page.root);
}

/** The block that contains a paragraph; paragraphs of one article share it. */
function holderOf({ block }: Line): Element {
  return nameOf(block) === 'p' ? (parentOf(block) ?? block) : block;
}

/** The article's paragraphs: from the first long line to the last, in the block with the most such text. */
function listParagraphs(lines: Line[]): string[] {
  const isProse = ({ text }: Line): boolean => listLabelled(text).every(({ value }) => value === '');
  for (const length of [longLine, shortLine]) {
    const long = lines.filter((line) => line.text.length >= length && isProse(line));
    const sizes = new Map<Element, number>();
    for (const line of long) sizes.set(holderOf(line), (sizes.get(holderOf(line)) ?? 0) + line.text.length);
    const [holder] = [...sizes].sort((one, other) => other[1] - one[1])[0] ?? [];
    if (!holder) continue;
    const own = long.filter((line) => holderOf(line) === holder);
    const [first, last] = [own[0], own.at(-1)].map((line) => (line ? lines.indexOf(line) : -1));
    const inside = lines
      .slice(first, (last ?? 0) + 1)
      .filter(({ block }) => holder === block || (!isClosed(holder) && holder.contains(block)));
    return inside.map(({ text }) => text).filter((text) => text !== '');
  }
  return [];
}

/**
 * The first sentences of a text, at most 400 characters, or the first words if its first sentence is longer;
 * null for an empty text.
 */
export function cutExcerpt(text: string): string | null {
  const plain = cleanText(text.slice(0, 4 * maxExcerptLength));
  if (plain.length <= maxExcerptLength) return plain || null;
  const start = truncateText(plain, maxExcerptLength);
  const ends = [...start.matchAll(/[.!?…]["”’»)]*(?=\s)/gu)].map(({ index, 0: sign }) => index + sign.length);
  const end = ends.findLast((at) => at >= 80);
  return end ? start.slice(0, end) : `${start.slice(0, maxExcerptLength - 1).replace(/\s+\S*$/, '')}…`;
}

const authorPlaces =
  '[itemprop="author"] [itemprop="name"], .p-author, [rel~="author"], .vcard .fn, .author-name, .byline-name, .byline__name, .author__name, a[href*="/author/"], a[href*="/autor/"], a[href*="/auteur/"], .byline a, .author a, .author, .byline';
const rolePlaces =
  '[itemprop="jobTitle"], .author-role, .author-title, .author-job, .author__role, .byline-title, .byline-role, .byline__title, .author-position, .author__title, .author__job, .p-job-title';
const byline =
  /^(?:.{0,60}\s)?(?:by|von|par|por|di)\s?:?\s+((?:\p{Lu}[\p{L}'’.-]+\s?){1,4}?)(?=$|\s*[|,·•–(]|\s+(?:on|am|le|el|il)\s)/iu;
const posted =
  /^(?:(?:posted|published|written|updated|veröffentlicht|publié|publicado|pubblicato|by|von|par|por|di)(?!\p{L})|\d|\p{L}{3,9}\.? \d)/iu;

function findPerson(scope: Element, page: Page, lines: Line[]): Person | null {
  for (const element of Array.from(scope.querySelectorAll(authorPlaces)).slice(0, 20)) {
    const name = cleanText(rawText(element, 200))
      .replace(
        /^(?:(?:words|review(?:ed)?|written|posted|text|kritik|critique|crítica|recensione)\s+)?(?:by|von|par|por|di)\s+/i,
        '',
      )
      .replace(/\s*[,|·•–—/].*$|\s+(?:on|am|le|el|il)\s+\d.*$/, '');
    if (name === '' || name.length > 60 || /[@\d]/.test(name) || parseNames(name).length !== 1) continue;
    const place = scope.querySelector(rolePlaces);
    const role = place ? cleanText(rawText(place, 80)) : '';
    const url = resolveUrl(attribute(element, 'href'), page.url.href);
    return { name, role: isRole(role) && role !== name ? role : findRole(name, lines), url };
  }
  const meta = page.meta.get('author') ?? '';
  const stated = lines
    .map(({ text }) => (text.length < 120 ? byline.exec(text)?.[1] : undefined))
    .find((name) => name && parseNames(name).length === 1);
  const name =
    parseNames(meta).length === 1 && meta.length <= 60 && !/[.,]|https?:/.test(meta) ? meta : stated?.trim();
  return name ? { name, role: findRole(name, lines), url: null } : null;
}

/** The role on the line after the author's name, if the page introduces the author; otherwise null. */
function findRole(name: string, lines: Line[]): string | null {
  for (const [at, { text }] of lines.entries()) {
    if (text !== name) continue;
    const next = lines[at + 1]?.text ?? '';
    const isIntroduced = listLabelled(lines[at - 1]?.text ?? '').some(({ kind }) => kind === 'author');
    if (isIntroduced && isRole(next)) return next;
  }
  return null;
}

function isDateline(block: Element): boolean {
  return /(?:^|[\s_-])(?:byline|meta|date|posted|published|dateline)(?=[\s_-]|$)/i.test(
    attribute(block, 'class'),
  );
}

function findDate(scope: Element, page: Page, lines: Line[]): string | null {
  const meta = page.meta.get('article:published_time') ?? page.meta.get('datepublished') ?? '';
  const times = Array.from(scope.querySelectorAll('time[datetime], .published[title], .dt-published')).slice(
    0,
    5,
  );
  const texts = [
    meta,
    ...times.flatMap((time) => [attribute(time, 'datetime') || attribute(time, 'title'), rawText(time, 80)]),
  ];
  const near = lines
    .filter(({ text, block }) => text.length < 120 && (posted.test(text) || isDateline(block)))
    .map(({ text }) => text);
  return [...texts, ...near].map(parseDay).find((date) => date !== null) ?? null;
}

const commentPlaces =
  '.comments-title, #comments-title, #comments h2, #comments h3, #comments > p, .comments h2, .comments h3, .comments h4, .comment-count, .comments-link, a[href*="#comment"], a[href*="#respond"], #respond p';
const someComments =
  /^\D{0,20}(\d[\d.,]*)\s+(?:comments?|kommentare?|commentaires?|comentarios?|comment[oi]|thoughts?|responses?|replies|antworten)\b/iu;
const oneComment =
  /^(?:one|ein|un|uno)\s+(?:comment|kommentar|commentaire|comentario|commento|thought|response)\b/iu;
const noComments =
  /^(?:no (?:comments?|responses)|keine kommentare|aucun commentaire|(?:sin|no hay) comentarios|nessun commento|be the first to comment)/iu;

function findComments(root: Element, lines: Line[]): number | null {
  const places = Array.from(root.querySelectorAll(commentPlaces)).slice(0, 40);
  const texts = [
    ...places.map((place) => cleanText(rawText(place, 200))),
    ...lines.map(({ text }) => text.slice(0, 80)),
  ];
  for (const text of texts) {
    const some = someComments.exec(text)?.[1];
    if (some) return parseCount(some);
    if (oneComment.test(text)) return 1;
    if (noComments.test(text)) return 0;
  }
  return null;
}

/**
 * What the article around the page's heading states besides labelled values: author, date, text, number of
 * comments.
 */
export function readArticle(page: Page, heading: string | null, scope: Element, lines: Line[]): ReviewParts {
  const paragraphs = listParagraphs(lines);
  return {
    evidence: 'text',
    headline: heading ?? page.meta.get('og:title') ?? page.names[0] ?? null,
    author: findPerson(scope, page, lines),
    date: findDate(scope, page, lines),
    language: page.language,
    text: paragraphs.length > 0 ? truncateText(paragraphs.join('\n\n'), maxTextLength) : null,
    commentsCount: findComments(page.root, lines),
    siteName: page.meta.get('og:site_name') || null,
  };
}
