import { foldTitle } from '../../../films/titles/title-key.ts';
import { cleanText, startsWithCapital } from '../../../text/text.ts';
import { nameOf, parentOf, rawText } from '../../dom.ts';
import { parseReviewHeading, type ReviewHeading } from '../../../review-text/heading.ts';
import { listLabelled } from '../../../review-text/labels.ts';
import { parseDay } from '../../../review-text/parse-date.ts';
import { parseNames } from '../../../review-text/parse-names.ts';
import { isSameTitle } from '../judge.ts';
import type { Line } from '../lines.ts';
import { measureText, type Article } from './find-article.ts';
import {
  cutToText,
  findCased,
  isCjk,
  listByMaker,
  listMarked,
  listQuotedByMaker,
  listShared,
} from './titles-in-text.ts';

/** The film that an article is about. */
export interface NamedFilm {
  title: string;
  year: number | null;
  directors: string[];
  /** How certain it is that this is the title of the article's subject, from 0 to 12. */
  certainty: number;
  heading: ReviewHeading;
  /** The heading without the number of an episode, "Seen:" and a director. */
  headline: string;
  /** How many other titles the text has in quotes or in emphasis. */
  othersMarked: number;
  /** Whether the heading says that the film was watched: "Seen: Her". */
  saysWatched: boolean;
}

/** What bloggers write before a title in a heading, in 20 languages. */
const watched =
  /^(?:(?:just |recently |re-?)?(?:watched|watching|seen|viewed)|tonight['’]s film|(?:film|movie) (?:diary|log|night|club|of the (?:week|month|day))|(?:neu )?gesehen|geschaut|(?:film|kino)tipp?|im kino|neu im kino|vu|revu|d[ée]j[àa] vu|au cin[ée]ma|en salles?|film vu|vist[oa]s?|en cines|al cinema|visti|no cinema|assisti(?:do)?|bekeken|gezien|in de bioscoop|sett|sedd|på bio|set|i biografen|på kino|katsottu|obejrzane|widziane|w kinie|zhl[ée]dnuto|vid[ěe]no|v kin[ěe]|videné|l[áa]ttam|moziban|v[ăa]zut|izledim|izlenen|sinemada|просмотрено|посмотрел[аи]?|смотрим|в кино|переглянуто|гледахме|είδα(?:με)?|観た映画|見た映画|映画|鑑賞(?:記録)?|今日の映画|观影|觀影|看电影|看電影|电影|本周电影|영화|본 영화|관람)\s*(?:[:：–—|-]\s*|\s(?=[«„“「『《]))/iu;
/** The number of an episode or a part before a heading: "Episode 41: …", "#12 …", "第12回 …". */
const numbered =
  /^(?:(?:episode|ep\.?|folge|[ée]pisode|episodio|epis[óo]dio|puntata|odcinek|aflevering|avsnitt|afsnit|jakso|d[íi]l|б?выпуск|эпизод|bölüm|show|no\.?|nr\.?)\s*#?\s*\d{1,4}|#\s?\d{1,4}|第\s?\d{1,4}\s?[回話期集]|\d{1,4}화)\s*[:：.–—|-]\s*(?=\S)/iu;
/** The kind of the work in brackets before a heading: "[Film] …", "【映画】…". */
const kindBefore =
  /^[[(【［]\s*(?:films?|movies?|cin[ée](?:ma)?|kino|filme|pel[íi]cula|filmy|sinema|фильм|кино|映画|电影|電影|영화)\s*[\])】］]\s*(?=\S)/iu;
/** A bracket that numbers the parts of an article: "(Part 2/4)", "(2 of 3)". */
const part =
  /\s*[([（][^()[\]（）]{0,16}?\d{1,2}\s*(?:\/|of|von|sur|de|di|van|z|из|av|af)\s*\d{1,2}[^()[\]（）]{0,8}[)\]）]/giu;
/** A director, and perhaps a year, in brackets or after a comma: "(Wim Wenders, 1984)", ", de Julia Ducournau". */
const people =
  /[([（]\s*(?:(?:dir(?:ected)?\.?(?:\s+by)?|r(?:e[żz])?\.?|regie|regia|réal\.?|реж\.?|yön\.?|监督|監督|导演|감독)\s*[:.]?\s*)?([^()[\]（）\d]{4,50}?)\s*[,/·|]\s*(?:[^()[\]（）\d]{0,30}[\s,])?(?:18[89]|19\d|20[0-4])\d\s*[)\]）]/iu;
const byPerson =
  /(?:,\s*|\s[–—-]\s*|\s)(?:d[e’']|di|von|by|van|av|af|od|re[żz](?:yseria)?\.?|r[ée]alisé par|un film de|от|режиссёра?|dir\.)\s*(\p{Lu}[\p{L}’'.-]+(?:\s+(?:(?:de|da|di|von|van|der|den|del|la|le)\s+)*\p{Lu}[\p{L}’'.-]+){0,3})\s*$/u;
const separators = /\s*[:：|]\s+|\s+[–—-]+\s+|：/u;
const bareYear = /(?<![\p{L}\d]|\d[./-])(?:18[89]|19\d|20[0-4])\d(?![\p{L}\d]|[./-]\d)/gu;
const looseEnds = /^[\s"“”„«»‘'『「《〈]+|[\s"”“«»』」》〉:：;,|–—-]+$/gu;

function countIn(text: string, folded: string): number {
  if (folded === '') return 0;
  let count = 0;
  const whole = `-${text}-`;
  for (
    let at = whole.indexOf(`-${folded}-`);
    at >= 0 && count < 20;
    at = whole.indexOf(`-${folded}-`, at + 1)
  )
    count += 1;
  return count;
}

interface Candidate {
  title: string;
  points: number;
}

/** Whether a phrase is the name of somebody who does something in the text: "Charlotte Wells lets a scene run". */
function isPerson(phrase: string, directors: string[]): boolean {
  return directors.some((name) => name.includes(phrase) || phrase.includes(name));
}

/** A heading without a bare number before it that another line calls an episode's: "112: Her" beside "Episode 112". */
function cutEpisode(text: string, lines: Line[]): string {
  const [start = '', number = ''] = /^(\d{1,4})\s*[:.–—|-]\s+(?=\S)/u.exec(text) ?? [];
  const isEpisode = lines.some(
    (line) =>
      numbered.exec(line.text.slice(0, 40).replace(/(?<=\d)(?!\d).*/, ': x'))?.[0].match(/\d+/)?.[0] ===
      number,
  );
  return number !== '' && isEpisode ? text.slice(start.length) : text;
}

/** The year in a line of credits: "Her, dir. Spike Jonze, USA 2013", "Regie: Paul Verhoeven. 2006, 145 minuten". */
function findCreditsYear({ lines, prose, heading }: Article, title: string): number | null {
  const text = new Set(prose);
  for (const line of lines) {
    if (text.has(line) || line.isLinked || line.text.length > 200 || parseDay(line.text) !== null) continue;
    const kinds = listLabelled(line.text).map(({ kind }) => kind);
    const start = line.text.replace(looseEnds, '');
    const isOfTitle = line.block !== heading?.element && start.startsWith(title);
    const rest = isOfTitle ? start.slice(title.length) : line.text;
    const isCredits = kinds.includes('directors') || (isOfTitle && /^[”»"’』」》]?\s?[,(|·–-]/u.test(rest));
    const years = isCredits && !kinds.includes('releases') ? (rest.match(bareYear) ?? []) : [];
    if (years.length === 1) return Number(years[0]);
  }
  return null;
}

/** The year in brackets after the title, below the heading or early in the text: "On Celine Song’s Past Lives (2023)". */
function findStatedYear(article: Article, intro: Line[], title: string): number | null {
  for (const { text } of [...intro, ...article.prose.slice(0, 3)]) {
    const at = text.indexOf(title);
    const after = at < 0 ? '' : text.slice(at + title.length);
    const year = /^[”»"'’』」》]?\s?[(（](?:[^()\d]{0,30}\s)?((?:18[89]|19\d|20[0-4])\d)[)）]/u.exec(
      after,
    )?.[1];
    if (year) return Number(year);
  }
  return findCreditsYear(article, title);
}

/** Removes from a heading what is not of its title: numbers of episodes and parts, "Seen:", a director. */
function cleanHeading(
  text: string,
  lines: Line[],
): { text: string; directors: string[]; saysWatched: boolean } {
  const bare = cutEpisode(text, lines).replace(numbered, '').replace(kindBefore, '').replace(part, '');
  const saysWatched = watched.test(bare);
  const rest = bare.replace(watched, '');
  const inBrackets = people.exec(rest)?.[1];
  const after = inBrackets ? undefined : byPerson.exec(rest.replace(/\s*[([（][^()]*[)\]）]\s*$/, ''));
  const named = inBrackets ?? after?.[1] ?? '';
  const directors = parseNames(named).filter((name) => /\s|^[^a-z]+$/i.test(name) || isCjk(name));
  const cut = after && directors.length > 0 ? rest.replace(after[0], '') : rest;
  return { text: cut.trim() || rest, directors, saysWatched };
}

/** Everything that may name the film: the heading, what is between it and the text, and the text. */
interface TitleSources {
  article: Article;
  /** The heading, cleaned and parsed. */
  heading: ReviewHeading;
  headline: string;
  /** Whether the heading has a sign of a title: "review", a year, a director, "seen". */
  isMarked: boolean;
  body: string;
  /** Whether the text has a title, in whatever letters. */
  isInText: (title: string) => boolean;
}

/** The lines between the heading and the text. */
function listIntro({ lines, prose, heading }: Article): Line[] {
  const firstAt = prose[0] ? lines.indexOf(prose[0]) : 0;
  const element = heading?.element ?? null;
  const headingAt = element
    ? lines.findIndex(({ block }) => block === element || block.contains(element))
    : -1;
  return lines.slice(headingAt + 1, Math.max(0, firstAt)).filter(({ text }) => text.length > 8);
}

/** The heading as a title, and its part before a colon, a dash, or a comma with a sentence after it. */
function listOfHeading({ heading, isMarked, body, isInText }: TitleSources): Candidate[] {
  const { title } = heading;
  const parts = title.split(separators).filter((one) => one !== '');
  const lead = parts.length > 1 ? (parts[0] ?? '') : (/^[^,]+(?=,\s+\p{Ll})/u.exec(title)?.[0] ?? '');
  const long = measureText(title) > 45 ? 1 : measureText(title) > 30 ? 2 : 3;
  const whole = isMarked ? (isInText(title) ? 10 : 7) : isInText(title) ? 7 : lead === '' ? long : 1;
  if (lead === '') return [{ title, points: whole }];
  const rest = title.slice(lead.length).replace(/^[\s:：|,–—-]+/u, '');
  const isSaid = parts.length > 1 && !startsWithCapital(rest) && !isCjk(rest);
  const isNamed = isCjk(lead) ? body.includes(lead) : findCased(body, lead);
  const points = (isNamed ? 5 : 1) + (isMarked ? 3 : 0) + (isSaid ? 2 : 0);
  return [
    { title, points: whole },
    { title: lead, points },
  ];
}

/** Titles in quotes or in emphasis in the heading, below it, and early in the text. */
function listEmphasised({ article, isInText }: TitleSources, intro: Line[]): Candidate[] {
  const { heading, prose } = article;
  const inHeading = heading ? listMarked([{ block: heading.element, text: heading.text }]) : [];
  const inText = listMarked(prose);
  const distinct = new Set(inText.map(foldTitle));
  const early = [...new Set(inText)].filter((title) => {
    const times = inText.filter((one) => foldTitle(one) === foldTitle(title)).length;
    const isEarly = prose.slice(0, 2).some(({ text }) => text.includes(title));
    return isEarly && (distinct.size === 1 || (times > 1 && 2 * times > inText.length));
  });
  return [
    ...inHeading.map((title) => ({ title, points: isInText(title) ? 8 : 5 })),
    ...listMarked(intro).map((title) => ({ title, points: isInText(title) ? 6 : 3 })),
    ...early.map((title) => ({ title, points: 4 })),
  ];
}

/** How many titles other than one the text sets apart. */
function countOthers(prose: Line[], title: string): number {
  const marked = new Set(listMarked(prose).map(foldTitle));
  marked.delete(foldTitle(title));
  return marked.size;
}

/**
 * The film that an article is about, by its heading, the lines below it, a box of facts and the text; null if
 * nothing names one. `name` is the heading that says "review" if one does, `factsTitle` the title that a label or
 * the head of a box of facts states.
 */
export function findFilm(article: Article, name: string, factsTitle: string | null): NamedFilm | null {
  const said = parseReviewHeading(name).saysReview;
  const {
    text: headline,
    directors,
    saysWatched,
  } = cleanHeading(said ? name : (article.heading?.text ?? name), article.lines);
  const heading = parseReviewHeading(headline);
  const body = article.prose.map(({ text }) => text).join('\n');
  const folded = foldTitle(body);
  const isInText = (title: string): boolean =>
    isCjk(title) ? body.includes(title) : countIn(folded, foldTitle(title)) > 0;
  const isMarked = heading.saysReview || heading.year !== null || directors.length > 0 || saysWatched;
  const sources = { article, heading, headline, isMarked, body, isInText };
  const intro = listIntro(article);
  const introText = intro.map(({ text }) => text).join('\n');
  const byMaker = listByMaker(introText).flatMap(({ title, director }) => {
    const cut = cutToText(title, body);
    return cut === null ? [] : [{ title: cut, director }];
  });
  const candidates: Candidate[] = [
    ...listOfHeading(sources),
    ...(factsTitle === null ? [] : [{ title: factsTitle, points: isInText(factsTitle) ? 7 : 5 }]),
    ...listEmphasised(sources, intro),
    ...listQuotedByMaker(introText).map((title) => ({ title, points: 5 })),
    ...byMaker.map(({ title }) => ({ title, points: 5 })),
    ...listShared(headline, body).map((title) => ({
      title,
      points: 2 + Math.min(2, title.split(' ').length),
    })),
  ]
    .map(({ title, points }) => ({ title: cleanText(title).replace(looseEnds, ''), points }))
    .filter(({ title }) => title !== '' && title.length <= 120 && !isPerson(title, directors));
  const best = candidates.reduce<Candidate | null>(
    (known, one) => (known === null || one.points > known.points ? one : known),
    null,
  );
  if (best === null) return null;
  const again = parseReviewHeading(best.title);
  const title = again.saysReview ? again.title : best.title;
  const facts = parseReviewHeading(factsTitle ?? '');
  return {
    title,
    year:
      heading.year ??
      (isSameTitle(facts.title, title) ? facts.year : null) ??
      findStatedYear(article, intro, title),
    directors: directors.length > 0 ? directors : byMaker.slice(0, 1).map(({ director }) => director),
    certainty: best.points,
    heading,
    headline,
    othersMarked: countOthers(article.prose, best.title),
    saysWatched,
  };
}

/** The title that stands above a box of facts about a film; null if there is none. */
export function findFactsTitle({ lines, heading }: Article, stated: string | null): string | null {
  if (stated) return stated;
  const at = lines.findIndex(({ text }) => listLabelled(text).some(({ kind }) => kind === 'directors'));
  const facts = lines[at];
  const above = lines
    .slice(Math.max(0, at - 3), Math.max(0, at))
    .findLast(
      ({ block, text }) => /^h[2-6]$/.test(nameOf(block)) && block !== heading?.element && text.length <= 120,
    );
  let around = above ? parentOf(above.block) : null;
  for (let step = 0; step < 2 && facts && around && !around.contains(facts.block); step += 1)
    around = parentOf(around);
  if (!above || !facts || !around?.contains(facts.block)) return null;
  return rawText(around, 1001).length <= 1000 ? above.text : null;
}
