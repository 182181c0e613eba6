import { foldTitle } from '../../../films/titles/title-key.ts';
import { attribute, isClosed, nameOf, parentOf, rawText } from '../../dom.ts';
import { readLine } from '../../page-head.ts';
import type { Page } from '../../page.ts';
import { parseReviewHeading } from '../../../review-text/heading.ts';
import { listLabelled } from '../../../review-text/labels.ts';
import { isSkipped, listLines, type Line } from '../lines.ts';

/** The heading of an article. */
export type PageHeading = Page['headings'][number];

/** The article that a page is about. */
export interface Article {
  heading: PageHeading | null;
  /** The smallest part of the page with the heading and the text, extended to the article around both. */
  scope: Element;
  lines: Line[];
  /** The paragraphs, in page order. */
  prose: Line[];
  /** Whether the page has several articles with headings of their own, as an archive has. */
  isOneOfSeveral: boolean;
}

const maxHeadings = 60;
const holders =
  'article, .hentry, .h-entry, .post, .h-review, .hreview, .review, [itemprop="review"], [itemtype*="Review"]';
const titleClasses =
  /(?:^|[\s_-])(?:entry|post|article|story|review|film|movie|episode|p)[_-]?(?:title|name|heading|headline)(?=[\s_]|$)|(?:^|\s)(?:headline|p-name|title)(?=\s|$)/i;
const siteClasses =
  /(?:^|[\s_-])(?:site|blog|navbar|logo|brand|show)[_-]?(?:title|name|wrap|heading)?(?=[\s_-]|$)/i;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** The length of a text in letters of a Latin script; a Chinese, Japanese or Korean sign says as much as three. */
export function measureText(text: string): number {
  return text.length + 2 * (text.match(cjk)?.length ?? 0);
}

/** Parts of an article that are not its text, by class: bylines, notes on the posting, advertisements. */
const asideClasses =
  /(?:^|[\s_-])(?:(?:post|entry)?-?meta(?:data)?|byline|dateline|footer|credits?|copyright|notice|disclaimer|disclosure|spoiler(?:-?warning)?|warning|alert|advert(?:isement)?|ads?|promo|sponsor(?:ed)?|subscribe|signup|bio|standfirst|deck|dek|subtitle|caption|tags?)(?=[\s_-]|$)|postmetadata/i;
/** Notices before a review: spoilers, advertisements, where it was first published. */
const notice =
  /spoil(?:er|s)|gives away the (?:plot|ending)|dévoile|révélations|achtung|hinweis:|anzeige|werbung|publicité|partenaire|affiliate|sponsored|advertis|subscribe|newsletter|cookie|(?:first|originally) (?:published|posted|appeared)|zuerst erschienen|press screening|pressevorführung|aviso:|atención|destripa|attenzione|anticipazioni|atenção|uwaga|zdradza|waarschuwing|let op|varning|advarsel|varoitus|pozor|figyelem|atenție|dikkat|внимание|увага|προσοχή|ネタバレ|注意|剧透|劇透|스포일러|주의/iu;

/** Whether a line is a notice before a review rather than a part of it. */
function isNotice({ text, lead }: Line): boolean {
  return measureText(text) < (lead === text ? 400 : 160) && notice.test(text);
}

/** Thai text, which has no sign at the end of a sentence. */
const unended = /^(?=.*\p{Script=Thai}).{60}/u;

/** Whether a line is a sentence of running text, not a label, a heading or a link. */
function isSentence(line: Line): boolean {
  const { text, block, isLinked } = line;

  return (
    !isNotice(line) &&
    !asideClasses.test(attribute(block, 'class')) &&
    measureText(text) >= 40 &&
    (/[.!?…。！？؟]["'”’»」』)]*$/u.test(text) ||
      (measureText(text) >= 120 && /[.!?…。！？؟]/u.test(text)) ||
      unended.test(text)) &&
    !/^h[1-6]$/.test(nameOf(block)) &&
    !(isLinked && text.length < 80) &&
    listLabelled(text).every(({ value }) => value === '')
  );
}

/** The block that contains a paragraph; paragraphs of one article share it. */
function holderOf({ block }: Line): Element {
  return nameOf(block) === 'p' ? (parentOf(block) ?? block) : block;
}

/** The paragraphs of the part of the page with the most running text. */
function findProse(lines: Line[]): { holder: Element | null; prose: Line[] } {
  const sentences = lines.filter(isSentence);
  const group = (of: (line: Line) => Element): { holder: Element | null; prose: Line[] } => {
    const sizes = new Map<Element, number>();
    for (const line of sentences) sizes.set(of(line), (sizes.get(of(line)) ?? 0) + measureText(line.text));
    const [holder = null] = [...sizes].sort((one, other) => other[1] - one[1])[0] ?? [];
    return { holder, prose: sentences.filter((line) => of(line) === holder) };
  };
  const near = group(holderOf);
  if (near.prose.length > 1) return near;
  // Each paragraph in a block of its own.
  const wide = group((line) => parentOf(holderOf(line)) ?? holderOf(line));
  return wide.prose.length > 1 ? wide : near;
}

function isInSkipped(element: Element, until: Element): boolean {
  for (let at: Element | null = element; at && at !== until; at = parentOf(at))
    if (isSkipped(at)) return true;
  return false;
}

/** Whether a heading is the site's own: a link to its first page, or named so. */
function isOfSite(element: Element, page: Page): boolean {
  const link = nameOf(element) === 'a' ? element : element.querySelector('a[href]');
  const around = [element, parentOf(element)].some(
    (one) => one !== null && siteClasses.test(`${attribute(one, 'class')} ${attribute(one, 'id')}`),
  );
  if (around) return true;
  const href = link && !isClosed(link) ? attribute(link, 'href') : '';
  if (href === '' || !URL.canParse(href, page.url.href)) return false;
  const { pathname, hash } = new URL(href, page.url.href);
  return hash === '' && (pathname === '/' || /^\.\.?\/?$/.test(href));
}

function follows(one: Element, other: Element): boolean {
  return (other.compareDocumentPosition(one) & 4) !== 0;
}

function contains(element: Element, other: Element): boolean {
  return !isClosed(element) && element.contains(other);
}

/** What pages of the nineties have in place of headings. */
const largeFonts = 'font[size="5"], font[size="6"], font[size="7"], font[size^="+"], big';

/** The heading that most likely names the article. */
function findHeading(page: Page, first: Line | undefined, root: Element): PageHeading | null {
  const titles = [page.meta.get('og:title') ?? '', page.title].map(foldTitle);
  const site = foldTitle(page.meta.get('og:site_name') ?? '');
  const named = Array.from(root.querySelectorAll('h1, h2, h3, h4, [itemprop="headline"], .p-name'));
  const rated = (named.length > 0 ? named : Array.from(root.querySelectorAll(largeFonts)))
    .slice(0, maxHeadings)
    .filter((element) => !isClosed(element) && !isInSkipped(element, root))
    .map((element) => {
      const text = readLine(element);
      // A title of the page often lacks the year.
      const folded = foldTitle(text.replace(/\s*\((?:18|19|20)\d\d\)$/, '')) || foldTitle(text);
      let points = 0;
      if (folded !== '' && folded === titles[0]) points += 5;
      else if (folded !== '' && titles.some((title) => title.startsWith(folded))) points += 4;
      else if (folded !== '' && titles.some((title) => title.includes(folded))) points += 3;
      if (titleClasses.test(attribute(element, 'class')) || attribute(element, 'itemprop') !== '')
        points += 2;
      const level = /^h([1-4])$/.exec(nameOf(element))?.[1];
      if (parseReviewHeading(text).saysReview) points += 3;
      points += level ? 3 - Number(level) : -1;
      if (isOfSite(element, page) || folded === site) points -= 7;
      if (first && follows(element, first.block)) points -= 4;
      return { element, text, points };
    })
    .filter(({ text }) => text !== '');
  // The last of equals is the nearest to the text.
  const best = rated.reduce<(typeof rated)[number] | null>(
    (known, one) => (known === null || one.points >= known.points ? one : known),
    null,
  );
  return best && best.points >= 2 ? { element: best.element, text: best.text } : null;
}

function findScope(heading: Element | null, holder: Element | null, body: Element): Element {
  let at: Element | null = holder ?? heading;
  while (at && heading && !contains(at, heading)) at = parentOf(at);
  if (!at || !heading) return body;
  for (let around: Element | null = at; around && around !== body; around = parentOf(around))
    if (around.matches(holders)) return around;
  for (let around: Element | null = at; around && around !== body; around = parentOf(around))
    if (around.matches('main, [role="main"]')) return around;
  return at;
}

/** Whether other articles with a heading and a text of their own are beside this one. */
function hasNeighbours(
  { scope, heading }: Pick<Article, 'scope' | 'heading'>,
  root: Element,
  all: Line[],
): boolean {
  const others = Array.from(root.querySelectorAll('article, .hentry, .post')).filter(
    (element) =>
      !isClosed(element) &&
      !contains(element, scope) &&
      !(scope !== root && contains(scope, element)) &&
      !(heading && contains(element, heading.element)) &&
      !isInSkipped(element, root),
  );
  if (others.length < 2) return false;
  const sentences = all.filter(isSentence);
  const own = others
    .slice(0, 40)
    .filter(
      (element) =>
        element.querySelector('h1, h2, h3') && sentences.some(({ block }) => contains(element, block)),
    );
  return own.length > 1;
}

const maxFactsLength = 700;
const factKinds = new Set(['directors', 'writers', 'cast', 'year', 'releases', 'genres', 'title']);

/** The lines of a single small box outside the article that states facts of a film, with what stands beside it. */
function listFactsBeside(all: Line[], scope: Element): Line[] {
  const outside = all.filter(({ block }) => !contains(scope, block));
  const isFact = ({ text }: Line): boolean => listLabelled(text).some(({ kind }) => factKinds.has(kind));
  const directors = outside.filter(({ text }) => listLabelled(text).some(({ kind }) => kind === 'directors'));
  const [only] = directors;
  if (!only || directors.length > 1 || outside.filter(isFact).length < 2) return [];
  let box = only.block;
  for (let at = parentOf(box); at && !contains(at, scope); at = parentOf(at)) {
    if (rawText(at, maxFactsLength + 1).length > maxFactsLength || nameOf(at) === 'body') break;
    box = at;
  }
  return outside.filter(({ block }) => contains(box, block));
}

/** The article of a page: the part with the most running text, and the heading that names it. */
export function findArticle(page: Page): Article {
  const body = page.root.querySelector('body') ?? page.root;
  const all = listLines(body);
  const { holder, prose } = findProse(all);
  const heading = findHeading(page, prose[0], body);
  const scope = findScope(heading?.element ?? null, holder, body);
  const own = scope === body ? all : listLines(scope);
  const hasFacts = own.some(({ text }) => listLabelled(text).some(({ kind }) => kind === 'directors'));
  const lines = hasFacts || scope === body ? own : [...own, ...listFactsBeside(all, scope)];
  const blocks = new Set(prose.map(({ block }) => block));
  return {
    heading,
    scope,
    lines,
    prose: lines.filter((line) => blocks.has(line.block) && isSentence(line)),
    isOneOfSeveral: hasNeighbours({ scope, heading }, body, all),
  };
}
