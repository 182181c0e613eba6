import { foldLetters } from '../../../text/text.ts';
import { nameOf } from '../../dom.ts';
import { namesOtherSource } from '../../../review-text/labels.ts';
import { parseScore } from '../../../review-text/parse-score.ts';
import { pickPart, type ReviewParts } from '../../../review-text/review-parts.ts';
import { areFilmCriteria } from '../criteria.ts';
import { measureText, type Article } from '../article/find-article.ts';
import type { NamedFilm } from '../article/find-film.ts';
import type { LabelledParts } from '../read-labelled.ts';
import type { Sections } from './sections.ts';
import { listFound } from './text-words.ts';

/** What speaks for and against a page being one reviewer's review of one film. */
export interface ReviewSigns {
  article: Article;
  film: NamedFilm;
  sections: Sections;
  labelled: LabelledParts;
  sources: ReviewParts[];
  /** The language whose words are counted. */
  language: string;
}

/** Headings of lists, round-ups and diaries, in the languages of the vocabulary. */
const listHeading = new RegExp(
  [
    String.raw`^(?:(?:the|die|les|los|las|i|le|os|as|de)\s)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro|cinco|siete|ocho|nueve|diez|due|tre|quattro|cinque|sette|otto|nove|dieci|três|quatro|oito|dez|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesięć|twee|drie|vijf|zes|zeven|negen|tien|två|fyra|fem|sju|åtta|nio|tio|to|syv|otte|ti|kaksi|kolme|neljä|viisi|kymmenen|dva|tři|čtyři|pět|šest|sedm|osm|devět|deset|két|három|négy|öt|tíz|doi|trei|patru|cinci|zece|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|два|три|четыре|пять|шесть|семь|восемь|девять|десять|п.ять|десет)\s(?:\p{L}+\s){0,3}?(?:films?|movies|pictures|filme[ns]?|películas|filmy|filmów|filmer|elokuvaa|filmů|film|filmul?|фильм\p{L}*|фільм\p{L}*|филма|ταινίες)(?!\p{L})`,
    String.raw`round-?\s?up|best (?:films|movies) of|(?:films|movies) of the (?:year|month|decade)|\btop\s?\d+|rank(?:ed|ing)|(?:die )?(?:besten|schönsten) filme|les meilleurs films|las mejores películas|i migliori film|os melhores filmes|najlepsze filmy|(?:de )?beste films|bästa film|nejlepší filmy|лучши[ех] фильм|najboljši|en iyi (?:\d+ )?film|ベスト\s?\d+|\d+\s?選|\d+本の映画|(?:推荐|十大|\d+部)电影|영화 \d+(?:편|선)|베스트 ?\d+`,
    String.raw`(?:festival|cannes|berlinale|venice|venezia|sundance|toronto)?[\s-]*(?:diary|notebook|tagebuch|carnet de|diario de|diario da|journal de|dziennik|dagboek|dagbok|deník z|дневник фестиваля|günlüğü|日記|日记|일기)[,:\s].*(?:\d|day|tag|jour|día|giorno|dzień|dag|den|день|gün)|(?:what to watch|kurzkritiken|neu im kino diese woche|kinostarts|les sorties de la semaine|estrenos de la semana|le uscite della settimana|premiery tygodnia)`,
  ].join('|'),
  'iu',
);
/** A number of films anywhere in a heading, or of anything at its start. */
const numberOfFilms =
  /(?<![\p{L}\d(])\d{1,3}\s(?:\p{L}+\s){0,2}(?:films|movies|filme|films|películas|filmes|filmów|filmy|filmer|elokuvaa|filmů|фильм\p{L}*|фільм\p{L}*|филма|ταινίες)(?!\p{L})/iu;
const leadingNumber = /^(?:\p{L}{1,4}\s)?\d{1,3}\s\p{L}/u;
/** Verbs by which news report what people said, in the languages of the vocabulary. */
const reporting =
  /(?<![\p{L}])(?:said|told|tells|says|sagte[n]?|teilte\s\p{L}+\smit|erklärte|a déclaré|affirme|dijo|declaró|ha detto|ha dichiarato|disse|afirmou|powiedział\p{L}*|zei|aldus|sade|säger|sagde|siger|sa\s(?:han|hun)|sanoi|kertoi|řekl\p{L}*|uvedl\p{L}*|povedal\p{L}*|mondta|közölte|a spus|a declarat|dedi|söyledi|сказал\p{L}*|заявил\p{L}*|сообщил\p{L}*|сказав|заявив|каза|είπε|δήλωσε)(?!\p{L})|と述べ|と語|表示[：，]|指出|称[：，]|말했다|밝혔다/giu;
/** A theatre in a heading, also within a compound: "Burgtheater", "Kansallisteatteri". */
const stageHeading =
  /theat(?:er|re)|teatt?e?r|teatr[oeu]?|színház|θέατρ|театр|תיאטרון|مسرح|โรงละคร|nhà hát/iu;
/** The number of a note, as encyclopedias have. */
const note = /\p{L}[.,]?\[\d{1,3}\]/gu;

/** Headings of essays and portraits of people. */
const essayHeading =
  /\b(?:essay|retrospecti\w*|tribute|in memoriam|obituary|interview|in conversation|q\s?&\s?a|explained|ending explained|trailer|teaser|anniversary|portrait of (?:a )?director|career|versuch|ein porträt|nachruf|gespräch|hommage|rétrospective|entretien|rencontre avec|bande-annonce|ensayo|homenaje|entrevista|tráiler|saggio|omaggio|intervista|ensaio|homenagem|esej|wywiad|zwiastun|rozmowa|essä|intervju|rozhovor|эссе|интервью|трейлер|röportaj|söyleşi|fragman)\b|interview|インタビュー|予告|エッセイ|专访|專訪|预告|随笔|인터뷰|예고편|에세이/iu;
/** A sentence that somebody says, as the heading of an interview. */
const quotation = /^[^«“„"「]{3,60}[:：]\s*[«“„"「][^»”“"」]{15,}/u;

/** Whether the paragraphs are questions in bold and answers. */
function isInterview({ lines }: Article): boolean {
  const asked = lines.filter(({ text, lead }) => lead !== '' && lead === text && /[?？]$/.test(text));
  return asked.length > 1;
}

const trailing = /(?:^|[\s.:—–-])((?:\d{1,2}(?:[.,]\d)?\s?\/\s?\d{1,3})|[★⭐½☆]{2,10})\s*$/u;

/** Whether several paragraphs name a thing each and end with its score, or several headings name films. */
function isList({ lines, heading }: Article): boolean {
  const scored = lines.filter(
    ({ text, lead }) =>
      lead !== '' &&
      text.length > lead.length + 15 &&
      trailing.test(text) &&
      parseScore(trailing.exec(text)?.[1] ?? ''),
  );
  if (new Set(scored.map(({ lead }) => lead)).size > 1) return true;
  const heads = lines.filter(
    ({ block, text }) =>
      /^h[2-4]$/.test(nameOf(block)) &&
      block !== heading?.element &&
      // In a forum each answer repeats the heading.
      !text.endsWith(heading?.text ?? text) &&
      /\((?:19|20)\d\d\)/.test(text),
  );
  if (heads.length > 1) return true;
  const parts = lines.filter(({ block }) => /^h[23]$/.test(nameOf(block)) && block !== heading?.element);
  return leadingNumber.test(heading?.text ?? '') && parts.length > 2;
}

/** A shop's page: a price and something to put it into. */
const shop =
  /(?:add to (?:basket|cart|bag)|in den (?:warenkorb|einkaufswagen)|ajouter au panier|añadir al carrito|aggiungi al carrello|adicionar ao carrinho|do koszyka|in winkelwagen|lägg i (?:varukorg|kundvagn)|do košíku|kosárba|sepete ekle|в корзину|カートに入れる|加入购物车|장바구니)/iu;

function isShop({ scope, lines }: Article): boolean {
  const buttons = Array.from(
    scope.querySelectorAll('button, input[type="submit"], a[class*="cart" i]'),
  ).slice(0, 40);
  return (
    buttons.some((button) => shop.test(button.textContent ?? '')) ||
    lines.some(({ text }) => text.length < 60 && shop.test(text))
  );
}

interface WordCounts {
  craft: number;
  judging: number;
  others: number;
  news: number;
  headNews: number;
  headOthers: number;
}

/** How many different words of each class the text has; those of other works and of news also in the heading, and beside the title. */
function countWords(text: string, { headline: name, title }: NamedFilm, language: string): WordCounts {
  const [folded, head] = [foldLetters(text), foldLetters(name)];
  const both = `${folded}\n${head}`;
  return {
    craft: listFound(folded, language, 'craft').size,
    judging: listFound(folded, language, 'judging').size,
    others: listFound(both, language, 'other').size,
    news: listFound(both, language, 'news').size,
    headNews: listFound(head, language, 'news').size,
    headOthers: listFound(foldLetters(name.replace(title, '')), language, 'other').size,
  };
}

/** What speaks for a film as the subject. */
function weighFilm({ article, film, sections, sources }: ReviewSigns, craft: number): number {
  const hasPeople = film.directors.length > 0 || (pickPart(sources, 'directors') ?? []).length > 0;
  const hasYear = film.year !== null || Boolean(pickPart(sources, 'year'));
  const hasOthersScores = article.lines.some(
    ({ text }) => text.length < 120 && /\d/.test(text) && namesOtherSource(text),
  );
  return (
    Math.min(craft, 6) +
    (hasPeople ? 2 : 0) +
    (hasYear ? 2 : 0) +
    (sections.saysFilm ? 2 : 0) +
    (sections.isFilmSite ? 1 : 0) +
    (hasOthersScores ? 1 : 0) +
    (film.saysWatched ? 1 : 0) +
    (film.heading.saysFilm ? 3 : 0) +
    // "Film" in one place and "review" in another: a section and a heading.
    (sections.saysFilm && (sections.saysReview || film.heading.saysReview) ? 2 : 0) +
    (areFilmCriteria(pickPart(sources, 'criteria') ?? []) ? 2 : 0)
  );
}

/** Whether something besides the words of the text says that it is a review. */
function hasOwnSign({ film, sections, sources }: ReviewSigns): boolean {
  const stated = (['score', 'verdict', 'criteria', 'pros', 'cons'] as const).some((key) => {
    const value = pickPart(sources, key);
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
  return stated || film.heading.saysReview || film.saysWatched || sections.saysReview;
}

/** Whether the words alone make a review: many for the text's length, signed or dated, and without reports. */
function isSaidInWords({ sources }: ReviewSigns, { craft, judging }: WordCounts, text: string): boolean {
  const least = measureText(text) / 800;
  const isSigned = Boolean(pickPart(sources, 'author') ?? pickPart(sources, 'date'));
  const isReport = (text.match(reporting)?.length ?? 0) > 2 || (text.match(note)?.length ?? 0) > 2;
  return isSigned && !isReport && craft >= Math.max(3, Math.min(10, least)) && judging >= Math.min(5, least);
}

/** What speaks for a judgement. */
function weighJudgement({ film, sections, sources }: ReviewSigns, { judging, craft }: WordCounts): number {
  const hasList = (key: 'criteria' | 'pros' | 'cons'): boolean => (pickPart(sources, key)?.length ?? 0) > 0;
  const hasWords = hasList('pros') || hasList('cons') || Boolean(pickPart(sources, 'verdict'));
  return (
    (pickPart(sources, 'score') ? 3 : 0) +
    (hasList('criteria') ? 2 : 0) +
    (hasWords ? 2 : 0) +
    (film.heading.saysReview ? 4 : 0) +
    (sections.saysReview ? 2 : 0) +
    (film.saysWatched ? 2 : 0) +
    Math.min(judging, 4) +
    (craft > 4 ? 1 : 0)
  );
}

/**
 * Whether a page is a review of one film by what it is: a film as its subject, an article about it, and signs of
 * a judgement. No single sign decides; words of other works, of news, lists and interviews speak against it.
 */
export function isReviewByWeight(signs: ReviewSigns): boolean {
  const { article, film, sections, labelled, sources, language } = signs;
  const text = article.prose
    .map((line) => line.text)
    .join('\n')
    .slice(0, 60_000);
  const name = film.headline;
  const size = measureText(text);
  if (size < 150 || article.isOneOfSeveral || labelled.isOther) return false;
  // The text sets several titles apart, but not the heading's: an essay or a diary.
  if (film.certainty <= 3 && film.othersMarked > 1) return false;
  if (film.heading.kind !== null && film.heading.kind !== 'film') return false;
  if (
    listHeading.test(name) ||
    numberOfFilms.test(name) ||
    isList(article) ||
    isInterview(article) ||
    isShop(article)
  )
    return false;
  const words = countWords(text, film, language);
  const { craft, others, headOthers, news, headNews } = words;
  const hasScore = Boolean(pickPart(sources, 'score'));
  const films = weighFilm(signs, craft);
  const judged = weighJudgement(signs, words);
  const isNews = headNews > 0 || sections.saysNews || quotation.test(name) || essayHeading.test(name);
  if (isNews && !(film.heading.saysReview || hasScore) && !(sections.saysReview && judged > 4)) return false;
  if (news > 1 && !hasScore && judged < 4 + news) return false;
  const against =
    others + (sections.saysOther && !sections.saysFilm ? 4 : 0) + (stageHeading.test(name) ? 4 : 0);
  // The word itself, with nothing of other works, needs fewer words of film.
  const least = film.heading.saysReview && against === 0 ? 2 : 4;
  if (films < least || films <= against || (others > 1 && craft < others + 1)) return false;
  // "Review Gadis Kretek: serial yang wangi".
  if (headOthers > 0 && others > 1 && craft <= 2 * others) return false;
  if (!hasOwnSign(signs) && !isSaidInWords(signs, words, text)) return false;
  return judged >= 2 && films + judged >= 7 && film.certainty + films + judged >= 10;
}
