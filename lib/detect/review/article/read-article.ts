import { cleanText, truncateText } from '../../../text/text.ts';
import { attribute, isClosed, isText, nameOf, parentOf, rawText } from '../../dom.ts';
import type { Page } from '../../page.ts';
import { listLabelled } from '../../../review-text/labels.ts';
import { parseDay } from '../../../review-text/parse-date.ts';
import type { ReviewParts } from '../../../review-text/review-parts.ts';
import type { Article } from './find-article.ts';
import { findAuthor } from './find-author.ts';
import { findComments } from './find-comments.ts';
import { isSkipped, type Line } from '../lines.ts';
import { detectLanguage } from '../signs/text-words.ts';

const maxTextLength = 100_000;
const maxExcerptLength = 400;
/** The article's text: from its first paragraph to its last, with the short lines between them. */
function listParagraphs({ lines, prose }: Article): string[] {
  const [first, last] = [prose[0], prose.at(-1)].map((line) => (line ? lines.indexOf(line) : -1));
  if (first === undefined || first < 0) return [];
  const holder = prose[0] && nameOf(prose[0].block) === 'p' ? parentOf(prose[0].block) : prose[0]?.block;
  return lines
    .slice(first, (last ?? 0) + 1)
    .filter(({ block }) => !holder || holder === block || (!isClosed(holder) && holder.contains(block)))
    .map(({ text }) => text)
    .filter((text) => text !== '');
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

const postingVerb = String.raw`(?:reviewed|posted|published|written|veröffentlicht|geschrieben|publié|écrit|publicado|escrito|pubblicato|scritto|geplaatst|publicerad|skriven|udgivet|publisert|julkaistu|opublikowano|dodano|publikováno|zveřejněno|közzétéve|publicat|yayınlan\p{L}*|опубликовано|написано|опубліковано|δημοσιεύτηκε|投稿日|公開日|发布|發布|作成日|등록일|작성일)(?!\p{L})`;
const byVerb = new RegExp(`^${postingVerb}`, 'iu');
const posted = new RegExp(
  String.raw`^(?:${postingVerb}|(?:by|von|par|por|di|door|av|af)(?!\p{L})|\d|\p{L}{3,11}\.? \d)|(?<!\p{L})posted on(?!\p{L})|filed under`,
  'iu',
);
/** What says that a date is of a later change. */
const updated =
  /updat|modif|revis|aktualis|geändert|mis à jour|modifié|actualiz|modificad|aggiorn|atualiz|bijgewerkt|gewijzigd|uppdater|ändrad|opdater|oppdater|päivitet|aktualiz|zmieni|změn|frissít|actualizat|güncell|обновл|изменен|оновлен|ενημερώ|更新|修改|编辑于|수정/iu;

function isDateline(block: Element): boolean {
  return /(?:^|[\s_-])(?:byline|meta|date|posted|published|dateline)(?=[\s_-]|$)/i.test(
    attribute(block, 'class'),
  );
}

/** Whether an element or the text just before it says that its date is of a later change. */
function isUpdate(element: Element): boolean {
  const before = element.previousSibling;
  const text = before && isText(before) ? before.data.slice(-40) : '';
  const names = `${attribute(element, 'class')} ${attribute(element, 'itemprop')}`;
  return (updated.test(names) && !/published/i.test(names)) || updated.test(text);
}

function findDate({ scope, lines, prose }: Article, page: Page): string | null {
  const meta =
    page.meta.get('article:published_time') ??
    page.meta.get('datepublished') ??
    page.meta.get('dc.date.issued') ??
    page.meta.get('date') ??
    '';
  const times = Array.from(
    scope.querySelectorAll(
      'time[datetime], .published[title], .dt-published, [itemprop="datePublished"], .date[title], .publish[title]',
    ),
  )
    .filter((time) => !isUpdate(time) && !isInComments(time, scope))
    .slice(0, 5);
  const texts = [
    meta,
    ...times.flatMap((time) => [
      attribute(time, 'datetime') || attribute(time, 'title') || attribute(time, 'content'),
      rawText(time, 80),
    ]),
  ];
  const text = new Set(prose);
  const isOfFilm = (line: string): boolean =>
    listLabelled(line).some(({ kind }) => kind === 'releases' || kind === 'year' || kind === 'directors');
  // "Reviewed June 9, 2001 by …" below the text is no part of it.
  if (prose.length > 1 && byVerb.test(prose.at(-1)?.text ?? '')) text.delete(prose.at(-1) as Line);
  const others = lines.filter((line) => !text.has(line) && line.text.length < 160 && !isOfFilm(line.text));
  const isPosted = (line: Line): boolean => posted.test(line.text) || isDateline(line.block);
  const ends =
    prose.length > 0 ? [lines.indexOf(prose[0] as Line), lines.indexOf(prose.at(-1) as Line)] : [0, 0];
  const isAround = (line: Line): boolean => {
    const at = lines.indexOf(line);
    const isNear = at < (ends[0] ?? 0) || (at > (ends[1] ?? 0) && at < (ends[1] ?? 0) + 6);
    return isNear && line.text.length < 60 && !/^(?:td|th|dd|dt)$/.test(nameOf(line.block));
  };
  const near = [...others.filter(isPosted), ...others.filter(isAround)].map(
    (line) => line.text.split(updated)[0] ?? '',
  );
  return [...texts, ...near].map(parseDay).find((date) => date !== null) ?? null;
}

function isInComments(element: Element, scope: Element): boolean {
  for (let at: Element | null = element; at && at !== scope; at = parentOf(at))
    if (nameOf(at) !== 'footer' && isSkipped(at)) return true;
  return false;
}

/** The language of a text: its own if it is certain, otherwise the page's. */
function findLanguage(text: string, page: Page): string | null {
  const ofPage = page.language?.toLowerCase().split('-')[0] ?? null;
  const found = detectLanguage(text, ofPage);
  return found === null || found === ofPage || (found === 'no' && /^n[bn]$/.test(ofPage ?? ''))
    ? page.language
    : found;
}

/**
 * What the article around the page's heading states besides labelled values: author, date, text, number of
 * comments.
 */
export function readArticle(page: Page, heading: string | null, article: Article): ReviewParts {
  const { lines } = article;
  const paragraphs = listParagraphs(article);
  return {
    evidence: 'text',
    headline: heading ?? page.meta.get('og:title') ?? page.names[0] ?? null,
    author: findAuthor(article, page),
    date: findDate(article, page),
    language: findLanguage(paragraphs.join(' '), page),
    text: paragraphs.length > 0 ? truncateText(paragraphs.join('\n\n'), maxTextLength) : null,
    commentsCount: findComments(page.root, lines),
  };
}
