import type { WorkKind } from '../../films/types.ts';
import { findOtherKind, hasFilmWords } from '../words.ts';
import type { TextSpan } from './text-spans.ts';

/**
 * How the words beside a span speak: 3 "the film X", 2 "the thriller X", which may be a series too, 1 words of film
 * near it; or for another kind of work.
 */
export interface SpanJudgement {
  film: 0 | 1 | 2 | 3;
  other: WorkKind | null;
}

/** What a block of text says: its spans with their judgements. */
export interface BlockReading {
  block: Element;
  text: string;
  spans: { span: TextSpan; judgement: SpanJudgement }[];
}

const filmNouns = new Set(
  'film films movie movies biopic biopics spielfilm kinofilm dokumentarfilm kurzfilm película películas filme filmes pellicola фильм фильма фильме фильмы фильму filmu filmem filmie filmy'.split(
    ' ',
  ),
);
const genreNouns = new Set(
  'thriller drama comedy sequel remake blockbuster documentary romance western musical satire horror trilogy snímek snímku картина картины komödie comédie comedia franchise'.split(
    ' ',
  ),
);
/** Words that may stand between such a noun and its title. */
const namers = new Set('called titled entitled named namens like as such comme'.split(' '));
const articles = new Set('the a an der die das ein eine le la un une el il'.split(' '));
/** What makes of "film" something else behind it: "the film critic". */
const trades = new Set(
  'critic critics director maker makers studio festival school score star stars composer editor professor producer historian industry buff'.split(
    ' ',
  ),
);

const wordSigns = /[^\s!-,./:-@[-`{-¿×÷‐-⁞「-』]+/g;

function listWords(text: string): string[] {
  return text.toLowerCase().match(wordSigns) ?? [];
}

/** Whether a noun of the set, in its singular or plural, is the word. */
function isNoun(word: string | undefined, nouns: Set<string>): boolean {
  return word !== undefined && (nouns.has(word) || nouns.has(word.replace(/s$/, '')));
}

/** The words before a title, nearest last, without those that only lead up to it; none where a sentence ends between. */
function listWordsBefore(front: string): string[] {
  if (/[.!?)\]][\s“"„«‘'(]*$/.test(front)) return [];
  const words = listWords(front).slice(-6);
  while (words.length > 0 && namers.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** Whether the words behind a title say what it is: ", the first film of …", "is a movie". */
function isNamedBehind(back: string): boolean {
  const bare = back.replace(/^["”“»’']?\s*(?:\([^()]{0,40}\))?\s*/, '');
  const isApposed = /^[,–—]/.test(bare);
  const words = listWords(bare).slice(0, 8);
  if (!isApposed && !/^(?:is|was|est|ist|es)$/.test(words.shift() ?? '')) return false;
  if (!articles.has(words[0] ?? '')) return false;
  const at = words.findIndex(
    (word, index) => index > 0 && index < 6 && filmNouns.has(word) && !word.endsWith('films'),
  );
  const clause = bare.slice(1).split(/[,;.–—]/, 1)[0] ?? '';
  return at > 0 && !trades.has(words[at + 1] ?? '') && clause.toLowerCase().includes(words[at] ?? '');
}

/** The last sentence of a text, and the first. */
function cutFront(text: string): string {
  const ends = [...text.matchAll(/[.!?]["”’]?\s+(?=["“‘]?[^\sa-z])/g)];
  const last = ends.at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

function cutBack(text: string): string {
  const end = /.{3}[.!?]["”’]?\s+["“‘]?[^\sa-z]/.exec(text);
  return end ? text.slice(0, end.index + 4) : text;
}

/** What only a film has behind its title: "(dir. Rian Johnson)". */
const directorBehind = /^["”’'»]?\s*\((?:dir(?:\.|ected by|ector:?)|réal\.|regie:?)\s/i;

/** How the words beside a span speak of it; sets the year of "the 2014 drama X". */
function judgeSpan(text: string, span: TextSpan): SpanJudgement {
  const front = cutFront(text.slice(Math.max(0, span.start - 90), span.start));
  const back = cutBack(text.slice(span.end, span.end + 70));
  const other = findOtherKind(`${front.slice(-45)} | ${back.slice(0, 45)}`);
  const before = listWordsBefore(front);
  const noun = before.at(-1);
  if (directorBehind.test(text.slice(span.end, span.end + 24))) return { film: 3, other: null };
  const isFilm = isNoun(noun, filmNouns);
  const isGenre = isNoun(noun, genreNouns);
  const year = before.slice(0, -1).find((word) => /^(?:18|19|20)\d\d$/.test(word));
  if (year !== undefined && (isFilm || isGenre) && other !== 'series' && other !== 'episode') {
    span.year ??= Number(year);
    return { film: 3, other: null };
  }
  const comma = /,["”’»]?$/.test(text.slice(0, span.end).slice(-2)) ? ',' : '';
  if (isFilm || (other === null && isNamedBehind(comma + back))) return { film: 3, other: null };
  if (isGenre) return { film: 2, other: findOtherKind(back) ?? other };
  const film = hasFilmWords(`${front} | ${back}`) ? 1 : 0;
  // Films have songs: words of music beside words of film say nothing.
  return { film, other: film > 0 && other === 'album' ? null : other };
}

/** What joins two titles of one list: "“A,” “B” and “C”". */
function isJoined(gap: string): boolean {
  if (gap.length > 14 || /[.!?]/.test(gap.replace(/^[^\s]*\s?/, ''))) return false;
  const words = listWords(gap);
  return (
    words.length === 0 ||
    (words.length === 1 && /^(?:and|or|und|oder|et|ou|y|e|o|och|og|i|a|и)$/.test(words[0] ?? ''))
  );
}

/** The judgements of a text's spans. Joined titles share theirs: a kind that is no film, unless each says film itself. */
export function judgeSpans(text: string, spans: TextSpan[]): SpanJudgement[] {
  const judgements = spans.map((span) => judgeSpan(text, span));
  for (let from = 0, end = 1; from < spans.length; from = end, end += 1) {
    while (spans[end] && isJoined(text.slice(spans[end - 1]?.end, spans[end]?.start))) end += 1;
    if (end - from > 1) share(judgements, from, end);
  }
  return judgements;
}

function share(judgements: SpanJudgement[], from: number, end: number): void {
  const group = judgements.slice(from, end);
  const other = group.find((judgement) => judgement.other !== null)?.other ?? null;
  const film = group[0]?.film ?? 0;
  for (const [at, own] of group.entries()) {
    const isOwn = own.film === 3;
    const shared = film === 3 ? own.other : other;
    judgements[from + at] = { film: film > own.film ? film : own.film, other: isOwn ? null : shared };
  }
}
