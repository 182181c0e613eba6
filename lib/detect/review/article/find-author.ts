import type { Person } from '../../../films/review-types.ts';
import { cleanText } from '../../../text/text.ts';
import { attribute, isClosed, nameOf, parentOf, rawText } from '../../dom.ts';
import type { Page } from '../../page.ts';
import { findLabelKind, listLabelled } from '../../../review-text/labels.ts';
import { parseDay } from '../../../review-text/parse-date.ts';
import { parseNames } from '../../../review-text/parse-names.ts';
import { resolveUrl } from '../../../review-text/read-item.ts';
import type { Article } from './find-article.ts';
import { isSkipped, type Line } from '../lines.ts';
import { isRole } from '../read-labelled.ts';

const selectors = [
  '[itemprop="author"] [itemprop="name"]',
  '.p-author',
  '[rel~="author"]',
  '.vcard .fn',
  '.author-name',
  '.byline-name',
  '[class*="author__name"]',
  '[data-testid*="authorName" i]',
  '.byline__name',
  '[class*="byline" i] [class*="name" i]',
  '[class*="byline" i] a',
  '.user-name',
  'a[href*="/author/"]',
  'a[href*="/autor/"]',
  'a[href*="/auteur/"]',
  '.byline a',
  '.author a',
  '.author',
  '[itemprop="author"]',
  '.byline',
  '.host',
  '[class*="by-author"]',
  '[class*="posted-by"]',
  '[class*="-author" i]',
  '[class*="_author" i]',
];
/** The pages of users: their names need not begin with a capital. */
const userLinks =
  'a[class*="username" i], a[href*="/u/"], a[href*="/user/"], a[href*="/users/"], a[href*="/profile/"], a[href*="/profiles/"], a[href*="/member/"], a[href*="/members/"], a[href*="/people/"], a[href^="/@"], a[href*="/~"]';
const roleSelectors =
  '[itemprop="jobTitle"], .job, .role, .position, [class*="author-role"], [class*="author-title"], [class*="author-job"], [class*="author__role"], [class*="author__title"], [class*="author__job"], .author-position, .byline-title, .byline-role, .byline__title, .byline-job, .job-title, .p-job-title, .occupation';

/** "By" in the languages of bylines, also after "reviewed", "posted" and the like. */
const by = String.raw`(?:(?:words|review(?:ed)?|written|posted|published|text|kritik|rezension|critique|crítica|reseña|recensione|resenha|recenzja|recenze|recensie|recension|anmeldelse|geschrieben|veröffentlicht|eingestellt|écrit|publié|escrito|publicado|scritto|pubblicato|postado|geschreven|geplaatst|skriven|skrevet|publicerad|zamieszczone|opublikowane|napisał[a]?|napsal[a]?|опубликовано|написал[а]?)\s+)?(?:by|von|par|por|di|da|de|door|av|af|przez|od|oleh|gửi bởi|bởi|per|מאת|بقلم|โดย)(?:\s*[:：])?\s+|(?:words|autor(?:ka|in)?|author|auteur|autore|auteurs?|yazar|yazan|skribent|recensent|anmelder|kirjoittaja|szerző|írta|автор|текст|рецензент|автор рецензії|συντάκτης|reviewer|critic|kritik|text|tekst|texto|testo|texte)\s*[:：]\s*|(?:文|作者|著者|執筆|投稿者|レビュー|撰文|글|글쓴이|작성자|기자|ผู้เขียน)\s*[:：]?\s*`;
const byStart = new RegExp(`^(?:${by})`, 'iu');
const personName = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:(?:de|da|di|del|della|von|van|der|den|la|le|el|al|bin|ter|dos|du)\s)*\p{Lu}[\p{L}\p{M}'’.-]*){0,3}`;
const handle = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{1,29}$/u;
/** "Posted … by Gus and is filed under": a name after "by" within a line about the posting. */
const postedBy = new RegExp(
  String.raw`(?:posted|published|written|reviewed|entry|eintrag|veröffentlicht|geschrieben|publi[ée]|écrit|publicado|escrito|pubblicato|scritto|geplaatst|publicerad|opublikowan\p{L}*)(?!\p{L}).{0,80}?\s(?:by|von|par|por|di|da|door|av|af|przez)\s(${personName}?)(?=$|[\s,.|·•(]*(?:$|[|·•,.(]|\d|(?:and|und|et|y|e|en|och|og|i|in|on|at|am|um|le|à|el|il|om|kl|is|w|o)\s))`,
  'iu',
);
/** The name before "posted" in Chinese and Japanese: "阿光 發表在 …". */
const posting = /^(\p{Lo}{2,12})\s*(?:發表|发表|發佈|发布于|さんの投稿|が投稿)/u;
const readingTime = /\d\s*(?:min|minute|мин|分|분|dk|perc)/iu;
const roleWords =
  /(?:critic|editor|writer|journalist|reporter|correspondent|contributor|columnist|redakteur|redaktor|redaktør|redaktör|kritiker|autor|rédact|critique|chroniqueu|pigiste|crític|redactor|colabora|periodista|critic[oa]|redattor|collaborat|giornalista|redator|jornalista|krytyk|dziennikarz|redacteur|recensent|criticus|medewerker|skribent|anmelder|journalist|toimittaja|kriitikko|redaktor|novinář|kritik|kritikus|szerkesztő|критик|редактор|журналист|обозреватель|автор|yazar|editör|eleştirmen|記者|編集|ライター|評論家|影评人|编辑|记者|평론가|기자|에디터)/iu;

/** What an element named for a job may say. */
const stated = /^\p{L}[\p{L}\s/&,'’.-]{2,39}$/u;

function isElsewhere(element: Element, scope: Element): boolean {
  for (let at: Element | null = element; at && at !== scope; at = parentOf(at))
    if (nameOf(at) !== 'footer' && isSkipped(at)) return true;
  return false;
}

/** A byline's text without "by" before the name, and without a role or a date after it. */
function cleanName(text: string): string {
  return cleanText(text)
    .replace(byStart, '')
    .replace(/\s*[,|·•–—/(].*$|\s+(?:on|am|le|el|il|em|op|den|dne|in)\s+\d.*$/u, '')
    .trim();
}

const particle =
  /^(?:d[aeiou]s?|del|della|v[ao]n|den|der|ter|la|le|el|al|bin|and|und|et|y|e|en|och|og|i|a|&)$/u;

/** The words of a name up to the first that is in small letters: of "Caio Nunes em" the first two. */
function trimName(name: string): string {
  const words = name.trim().split(/\s+/);
  const end = words.findIndex((word) => /^\p{Ll}/u.test(word) && !particle.test(word));
  const kept = end < 0 ? words : words.slice(0, end);
  while (kept.length > 0 && particle.test(kept.at(-1) ?? '')) kept.pop();
  return kept.join(' ');
}

/** Whether a text is one person's name, or the names of up to three who write together. */
function isName(name: string): boolean {
  if (name === '' || name.length > 60 || /[@\d:：!?]/.test(name)) return false;
  const names = parseNames(name);
  return names.length > 0 && names.length <= 3 && name.split(/\s+/).length <= 9;
}

/** The name in a dateline that has only a date, a time to read and a name: "12 May 2020 · 4 min · June Okafor". */
function findInDateline(lines: Line[], title: string): string | null {
  for (const { text } of lines) {
    if (text.length > 120) continue;
    const parts = text.split(/\s*[|·•–—／/]\s*|\s-\s/u).filter((part) => part !== '');
    const dates = parts.filter((part) => parseDay(part) !== null);
    if (parts.length < 2 || parts.length > 5 || dates.length === 0) continue;
    const names = parts
      .filter((part) => parseDay(part) === null && !readingTime.test(part) && !/\d/.test(part))
      .map(cleanName);
    const name = names.find((one) => isName(one) && one.length <= 40 && one !== title);
    if (name) return name;
  }
  return null;
}

/** A byline after a date: "4 May 2020, written by Elin Ahl". */
const byInside = new RegExp(`(?:^|[\\s|·•,–—-])(?:${by})(${personName})`, 'iu');
const byLine = new RegExp(
  `^(?:${by})(${personName}(?:\\s(?:and|und|et|y|e|en|och|og|i|a|&)\\s${personName})?|\\p{Lo}{2,12})(?=$|\\s*[|,·•–—/(]|\\s+(?:on|am|le|el|il|em|op)\\s|\\s+\\d)`,
  'iu',
);

/** What a byline says after the name, up to the next separator or date: of ", Critic · 3 May 2024" only "Critic". */
function cutRole(after: string): string {
  const [role = ''] = after.replace(/^\s*[,|·•–—/(-]\s*/u, '').split(/\s*(?:[|·•–—/()\d]|\s-\s)/u, 1);
  // What is before the day: "Critic, May 3", "Critic on 3 May".
  const front = /^(.*?)(?:,|\s(?:on|am|le|el|il|em|op|den|dne|in))\s*(\p{L}*)$/u.exec(role);
  return front && !roleWords.test(front[2] ?? '') ? (front[1] ?? '') : role.trim();
}

function findRole(name: string, scope: Element, lines: Line[]): string | null {
  for (const element of Array.from(scope.querySelectorAll(roleSelectors)).slice(0, 20)) {
    if (isClosed(element)) continue;
    const role = cleanText(rawText(element, 80));
    const around = [parentOf(element), parentOf(parentOf(element) ?? element)];
    const isBeside = around.some(
      (one) => one !== null && rawText(one, 400).includes(name) && rawText(one, 401).length <= 400,
    );
    if (isBeside && stated.test(role) && role !== name && findLabelKind(role) === null) return role;
  }
  for (const [at, { text }] of lines.entries()) {
    const after = text.length < 120 ? cutRole(text.split(name)[1] ?? '') : '';
    if (stated.test(after) && roleWords.test(after)) return after;
    if (text !== name) continue;
    const next = lines[at + 1]?.text ?? '';
    const isIntroduced = listLabelled(lines[at - 1]?.text ?? '').some(({ kind }) => kind === 'author');
    if (roleWords.test(next) ? stated.test(next) : isRole(next) && isIntroduced) return next;
  }
  return null;
}

function findNamed(
  { scope, lines, heading, prose }: Article,
  page: Page,
): { name: string; url: string | null } | null {
  for (const selector of selectors)
    for (const [at, element] of Array.from(scope.querySelectorAll(selector)).slice(0, 20).entries()) {
      const isMeta = nameOf(element) === 'meta';
      if (isClosed(element) || (!isMeta && isElsewhere(element, scope))) continue;
      const name = cleanName(isMeta ? attribute(element, 'content') : rawText(element, 200));
      // A link's handle counts at the first place only: the next are of answers.
      const isFirst = at === 0 && nameOf(element) === 'a' && handle.test(name);
      if (isFirst || isName(name))
        return { name, url: resolveUrl(attribute(element, 'href'), page.url.href) };
    }
  const meta = page.meta.get('author') || page.meta.get('article:author') || '';
  if (isName(meta) && parseNames(meta).length === 1 && !/[.,]/.test(meta)) return { name: meta, url: null };
  const text = new Set(prose);
  const others = lines.filter((line) => !text.has(line) && line.text.length < 200);
  for (const { text: line } of others) {
    const dated = parseDay(line) === null ? null : byInside.exec(line);
    const posted = postedBy.exec(line)?.[1] ?? posting.exec(line)?.[1];
    const name = trimName(byLine.exec(line)?.[1] ?? posted ?? dated?.[1] ?? '');
    if (name && isName(name)) return { name, url: null };
  }
  for (const link of Array.from(scope.querySelectorAll(userLinks)).slice(0, 10)) {
    const name = cleanText(rawText(link, 60));
    const isUser = !isElsewhere(link, scope) && nameOf(link) === 'a' && (handle.test(name) || isName(name));
    if (isUser) return { name, url: resolveUrl(attribute(link, 'href'), page.url.href) };
  }
  const name = findInDateline(others, heading?.text ?? '');
  return name === null ? null : { name, url: null };
}

/** Who wrote the article, with a role if the page states one; null if it names nobody. */
export function findAuthor(article: Article, page: Page): Person | null {
  const found = findNamed(article, page);
  return found && { ...found, role: findRole(found.name, article.scope, article.lines) };
}
