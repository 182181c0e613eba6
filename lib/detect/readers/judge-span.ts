import type { WorkKind } from '../../films/types.ts';
import { findOtherKind, hasFilmWords, isFilmNoun } from '../words.ts';
import type { TextSpan } from './text-spans.ts';

/**
 * What the words around a span say. For a film: 3 "the film X"; 2 "the thriller X", which may also be a
 * series; 1 film words nearby; 0 nothing. `other` is another kind of work that they name, or null.
 */
export interface SpanJudgement {
  film: 0 | 1 | 2 | 3;
  other: WorkKind | null;
}

/** A block of text with its spans and their judgements. */
export interface BlockReading {
  block: Element;
  text: string;
  spans: { span: TextSpan; judgement: SpanJudgement }[];
}

const genreNouns = new Set(
  'thriller drama comedy sequel remake romance western satire horror trilogy komödie comédie comedia komedia comèdia commedia comédia franchise drame dramma'.split(
    ' ',
  ),
);
/** Endings of adjectives that follow the noun: "film dokumentalny", "película animada", "film documentaire". */
const adjective =
  /^(?=.{5})[a-zà-ž]*(?:[nwl][yae]|[sc]k[iayo]|ic[oa]|an[oa]|ais|aise|ad[oa]|aire|ien(?:ne)?|que|al|os[oa]|eir[oa]|és|ense)$|^[а-яёі]{3,}(?:ый|ий|ой|ая|ое)$|filmow/;
/** Words that may be between such a noun and its title. */
const namers = new Set(
  'called titled entitled named namens like as such comme wie como takich takie jak jako que tels telles tales zoals olan'.split(
    ' ',
  ),
);
const articles = new Set('the a an der die das ein eine le la un une el il'.split(' '));
/** Words that give "film" another meaning when they follow it: "the film critic". */
const trades = new Set(
  'critic critics director maker makers studio festival school score star stars composer editor professor producer historian industry buff'.split(
    ' ',
  ),
);

const wordSigns = /[^\s!-,./:-@[-`{-¿×÷‐-⁞「-』]+/g;

function listWords(text: string): string[] {
  return text.toLowerCase().match(wordSigns) ?? [];
}

/** Whether the word is one of the nouns, in the singular or plural. */
function isGenreNoun(word: string | undefined): boolean {
  return word !== undefined && (genreNouns.has(word) || genreNouns.has(word.replace(/s$/, '')));
}

/** Whether the last word means a film, or the one before it if an adjective follows it. */
function endsInFilmNoun(before: string[]): boolean {
  const [noun = '', last = ''] = before.slice(-2);
  return (
    before.at(-1) !== undefined &&
    (isFilmNoun(before.at(-1) ?? '') ||
      isCompound(before.at(-1) ?? '') ||
      (adjective.test(last) && (isFilmNoun(noun) || isGenreNoun(noun))))
  );
}

/** "Netflix-Doku", "Hollywood-Blockbuster". */
const isCompound = (word: string): boolean =>
  word.includes('-') && isFilmNoun(word.slice(word.lastIndexOf('-') + 1));

/** "『九つの灯籠』という映画", "\"Driftwood Parade\" filmi", ‘기생충’ 영화: languages that put the noun after the title. */
function isFollowedByNoun(back: string): boolean {
  const next =
    /^["”’'»」』》〉>]?\s?(?:\([^()]{0,20}\))?\s?(?:című |という|という名の)?([^\s!-,./:-@[-`{-¿×÷‐-⁞「-』]+)/
      .exec(back)?.[1]
      ?.toLowerCase();
  return (
    next !== undefined &&
    /^(?:film(?:i|ler|in|a|je|ja|ini|inin|inde|eihin|ében|jében|ot|et)|belgeseli|mozifilm|elokuva|映画|영화|фильмы|фильмі|kvikmynd|filmen)/.test(
      next,
    ) &&
    !/^film(?:a|en)$/.test(next)
  );
}

/**
 * The words before a title, nearest last, without words such as "called"; empty if a sentence ends in
 * between.
 */
function listWordsBefore(front: string): string[] {
  if (/[.!?)\]][\s“"„«‘'(]*$/.test(front)) return [];
  const words = listWords(front).slice(-6);
  while (words.length > 0 && namers.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** Whether the words after a title say what it is: ", the first film of …", "is a movie". */
function isNamedAfter(back: string): boolean {
  const bare = back.replace(/^["”“»’']?\s*(?:\([^()]{0,40}\))?\s*/, '');
  const isApposed = /^[,–—]/.test(bare);
  const words = listWords(bare).slice(0, 8);
  if (!isApposed && !/^(?:is|was|est|ist|es)$/.test(words.shift() ?? '')) return false;
  if (!articles.has(words[0] ?? '')) return false;
  const at = words.findIndex(
    (word, index) => index > 0 && index < 6 && isFilmNoun(word) && !word.endsWith('films'),
  );
  const clause = bare.slice(1).split(/[,;.–—]/, 1)[0] ?? '';
  return at > 0 && !trades.has(words[at + 1] ?? '') && clause.toLowerCase().includes(words[at] ?? '');
}

/** The text after the last end of a sentence. */
function cutFront(text: string): string {
  const ends = [...text.matchAll(/[.!?]["”’»]?\s+(?=["“‘«„]?[^\sa-z])|[。！？]/g)];
  const last = ends.at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

function cutBack(text: string): string {
  const end = /((?:^|.{3})[.!?])["”’»]?\s+["“‘«„]?[^\sa-z]|[。！？]/.exec(text);
  return end ? text.slice(0, end.index + (end[1]?.length ?? 0)) : text;
}

/** A director in brackets, which only a film has after its title: "(dir. Rian Johnson)". */
const directorAfter = /^["”’'»]?\s*\((?:dir(?:\.|ected by|ector:?)|réal\.|regie:?)\s/i;

/** What follows the name of several films: "the “Rocky” films", "„Star Trek“-Filmen". */
const several =
  /^["”’“»']?[\s-]?(?:films|movies|film(?:e[nr]?|y|ów)|franchise|saga|trilog|filmreihe|universe)(?![a-zß-žа-яё])/i;

/** What only films do: "at the box office", "in theaters", "has made $85 million", "played a cook in …". */
const screened =
  /box.office|(?:in|to|hit) (?:\w+ )?(?:theat(?:er|re)s|cinemas)(?!\w)|[$€£]\s?\d[\d.,]*\s?(?:m|million|billion|mio)(?!\w)|(?:play(?:s|ed)|starr(?:s|ed)|(?:role|cast|appear(?:s|ed))) [^.|]{0,40}in(?: \| |\s)/i;

/** Words of other arts for what is a film: "novel adaptation", "made-for-TV film". */
const filmed = /(?:novel|book) adaptation(?!\w)|(?<!\w)tv(?: film| movie)/gi;

/** What the words around a span say about it; sets the span's year for "the 2014 drama X". */
function judgeSpan(text: string, span: TextSpan): SpanJudgement {
  const front = cutFront(text.slice(Math.max(0, span.start - 90), span.start));
  const back = cutBack(text.slice(span.end, span.end + 70));
  const other = findOtherKind(`${front.slice(-45)} | ${back.slice(0, 45)}`.replace(filmed, ''));
  const before = listWordsBefore(front);
  if (span.isOfFilms || directorAfter.test(text.slice(span.end, span.end + 24)))
    return { film: 3, other: null };
  const isFilm = endsInFilmNoun(before) || isFollowedByNoun(back);
  if (!isFilm && several.test(back)) return { film: 0, other };
  const isGenre = isGenreNoun(before.at(-1));
  const year = before.slice(0, -1).find((word) => /^(?:18|19|20)\d\d$/.test(word));
  if (year !== undefined && (isFilm || isGenre) && other !== 'series' && other !== 'episode') {
    span.year ??= Number(year);
    return { film: 3, other: null };
  }
  const possessive = /(?<!\d)((?:19|20)\d\d)['’]s\s*["“‘]?$/.exec(front)?.[1];
  if (possessive !== undefined && other === null && hasFilmWords(front)) {
    span.year ??= Number(possessive);
    return { film: 3, other: null };
  }
  const comma = /,["”’»]?$/.test(text.slice(0, span.end).slice(-2)) ? ',' : '';
  if (isFilm || (other === null && isNamedAfter(comma + back))) return { film: 3, other: null };
  if (isGenre) return { film: 2, other: findOtherKind(back) ?? other };
  const around = `${front} | ${back}`;
  const film =
    hasFilmWords(around) || (other === null && span.element !== null && screened.test(around)) ? 1 : 0;
  // Films have songs, so music words near film words are no evidence.
  return { film, other: film > 0 && other === 'album' ? null : other };
}

/** Whether the text between two titles joins them in a list: "“A,” “B” and “C”". */
function isJoined(between: string): boolean {
  const gap = between.replace(/\((?:18|19|20)\d\d\)/, '');
  if (gap.length > 14 || /[.!?]/.test(gap.replace(/^[^\s]*\s?/, ''))) return false;
  const words = listWords(gap);
  return (
    words.length === 0 ||
    (words.length === 1 &&
      /^(?:and|or|und|oder|sowie|et|ou|y|e|o|och|og|en|és|ja|ve|i|a|и|і|та|και|و|や|と|和|与|과|와)$/.test(
        words[0] ?? '',
      )) ||
    words.join(' ') === 'as well as'
  );
}

/**
 * The judgements of a text's spans. Titles joined in a list share another kind of work, except those called a
 * film themselves, and a noun before the first or after the last: "the films “A” and “B”", "“A” ve “B” filmleri".
 */
export function judgeSpans(text: string, spans: TextSpan[]): SpanJudgement[] {
  const judgements = spans.map((span) => judgeSpan(text, span));
  for (let from = 0, end = 1; from < spans.length; from = end, end += 1) {
    while (spans[end] && isJoined(text.slice(spans[end - 1]?.end, spans[end]?.start))) end += 1;
    if (end - from < 2) continue;
    const isNamed = judgements[from]?.film === 3 || isFollowedByNoun(text.slice(spans[end - 1]?.end));
    share(judgements, from, end, isNamed);
  }
  return judgements;
}

function share(judgements: SpanJudgement[], from: number, end: number, isNamed: boolean): void {
  const group = judgements.slice(from, end);
  const film = isNamed ? 3 : (group[0]?.film ?? 0);
  const other = isNamed ? null : (group.find((judgement) => judgement.other !== null)?.other ?? null);
  for (const [at, own] of group.entries())
    judgements[from + at] =
      own.film === 3 ? { film: 3, other: null } : { film: film > own.film ? film : own.film, other };
}
