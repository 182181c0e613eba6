import { attribute, parentOf, rawText } from '../dom.ts';

const maxSteps = 6;
/** Maximum text length of a widget or an author's box, in UTF-16 units. */
const maxLength = 700;

const readers =
  /(?:^|[\s_-])(?:users?|visitors?|readers?|audience|community|viewers|viewer-(?:rating|score|vote)s?|votes?|voting|voters?|leser|lecteurs?|lectores|lettori|utenti|usuarios|czytelnik(?:ow|ów)|lezers?|lasare|lasere|lukijat|ctenaru|ctenari|olvasok|cititori|okurlar|okuyucu)(?=[\s_-]|$)|kk-star|kksr|post-?ratings|gdrts|\brmp-|ratingblock|aggregate/i;
const authors = /(?:^|[\s_-])(?:authors?|bio|biography|about-the-author|post-author)(?=[\s_-]|$)/i;
const counters =
  /gallery|slide|carousel|swiper|(?:^|\s)page(?=\s|$)|pag(?:ination|er\b|e[-_]?(?:numbers?|links?|nav|count))|counter|photo|player|video|toc\b/i;
const scores =
  /(?:^|[\s_-])(?:totals?|overall|final|average|avg|global|gesamt|score|scores?-?box|ratings?|grade|note|nota|voto|(?:be)?wertung|punteggio|puntuacion|calificacion|verdict|stars?)(?=[\s_-]|$)/i;

/**
 * Whether the class or id of an element, or of a small element around it, matches `name`; stops before
 * `until`.
 */
function isNamed(element: Element, name: RegExp, until: Element): boolean {
  let at: Element | null = element;
  for (let step = 0; at && at !== until && step < maxSteps; step += 1, at = parentOf(at)) {
    const names = `${attribute(at, 'class')} ${attribute(at, 'id')}`.slice(0, 500);
    if (names !== ' ' && name.test(names)) return rawText(at, maxLength + 1).length <= maxLength;
  }
  return false;
}

const user = /(?:^|[\s_-])users?(?=[\s_-]|$)/i;
const otherReaders = new RegExp(readers.source.replace('users?|', ''), 'i');

/** Whether the whole page is one user's review, so that the user's score is the reviewer's own. */
function isUsersPage(scope: Element): boolean {
  const body = scope.ownerDocument.querySelector('body');
  return body !== null && user.test(attribute(body, 'class'));
}

/** Whether an element is part of the readers' rating: a widget to vote in, or its result. */
export function isReadersZone(element: Element, scope: Element): boolean {
  return isNamed(element, readers, scope) && (!isUsersPage(scope) || isNamed(element, otherReaders, scope));
}

/** Whether an element introduces the writer. */
export function isAuthorsZone(element: Element, scope: Element): boolean {
  return isNamed(element, authors, scope);
}

/** Whether an element counts pictures or pages, so that "1/5" is not a score in it. */
export function isCounter(element: Element, scope: Element): boolean {
  return isNamed(element, counters, scope);
}

/** Whether a class or id names an element as a score. */
export function isScoreZone(element: Element, scope: Element): boolean {
  return isNamed(element, scores, scope);
}
