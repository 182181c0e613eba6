import { cleanText } from '../../text/text.ts';
import { blockOf, nameOf, parentOf } from '../dom.ts';
import { isFilmPage } from '../headline.ts';
import { isListName } from '../headline-subject.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import { readHeading, type HeadingReading } from '../readers/headings.ts';

import { makeHeadingFound } from '../readers/list-headings.ts';
import { isTitleLike } from '../readers/text-spans.ts';
import type { Sighting } from '../types.ts';
import { findOtherKind, isFilmNoun } from '../words.ts';
import { isOnlyData } from './row-data.ts';
import { isHeadNoun, isOtherSection } from './sections.ts';
import { findFact } from './film-labels.ts';

/**
 * What a label says of the name after it; `prize` also names a film, `award` one in italics or quotes at a festival of films.
 * Null: it is no label of a work or of its facts.
 */
type Label = 'film' | 'prize' | 'award' | 'other' | null;

/** A line with a label before a colon: "Film: Her", "Book: Emma", "Tickets: 12 €". */
interface Line {
  element: Element;
  value: string;
  label: Label;
}

const labelled = /^\s*(\S(?:(?! - )[^:：]){2,40}?)\s*[:：]\s*(.*)$/su;
/** The first quotation of a value: "„Her“ by Spike Jonze", "Spike Jonze (“Her”)". */
const quoted = /(?:^|[\s(（:：])[“"„«‘'「『《]\s?([^“”"„«»]+?)\s?[”"“»’'」』》](?!\p{L})/u;
/** A name of a film has at most so many words. */
const maxWords = 8;

/** Prizes and picks, which name one work: "Best film", "Movie of the week", "Mejor película". */
const prize =
  /^(?:be(?:st|dst|ste)|b[äa]st|mejor|melhor|meilleur|miglior|paras|naj|nejl|лучш|найкр|legj|en iyi)|(?:week|month|year|woche|monats|jahres|semaine|semana|settimana|недели|года)$/;
/** Prizes of festivals. */
const award =
  /(?<!\p{L})(?:prix|premi[oi]?|prêmio|prize|award|preis|prijs|pris|nagroda|cena|díj|приз|премия|ödülü|βραβείο|palm[ea]|l[eö](?:one?|ón|we|opard)|lion|b[eä]a?r|ours|concha|coppa)(?!\p{L})/u;
/** A film word of a label that the word after it does not change: "film tip", "Kinotipp". */
const tip = /^(?:film|kino|movie)\S?tip/;

function judgeLabel(text: string): Label {
  const label = text.toLowerCase();
  const words = label.split(/\s+/);
  const at = words.findIndex((word) => isFilmNoun(word) || tip.test(word) || word === 'picture');
  const isNoun = isHeadNoun(words, at);
  // "Best film editing", but "Mejor película extranjera".
  if (at >= 0 && prize.test(label) && (isNoun || !label.startsWith('best '))) return 'prize';
  if (at >= 0 && isNoun) return 'film';
  if (prize.test(label) || award.test(label)) return 'award';
  return findFact(`${text}:`) !== null || findOtherKind(label) !== null ? 'other' : null;
}

/** The text after a label on its line. */
function readAfter(label: Node): string {
  let text = '';
  for (let at = label.nextSibling; at && nameOf(at as Element) !== 'br'; at = at.nextSibling)
    text += at.textContent ?? '';
  return cleanText(text.slice(0, 200));
}

function readLabelled(text: Text): Line | null {
  const { data } = text;
  const [, label = '', own = ''] = (/[:：]/.test(data) && labelled.exec(data)) || [];
  const element = text.parentElement;
  if (label === '' || !element) return null;
  const block = blockOf(element);
  const value = own || readAfter(text.parentElement === block ? text : element);
  // Other readers may find the name in the same element.
  const named = own === '' ? (block.querySelector('a[href], em, i, cite') ?? block) : element;
  return value ? { element: named, value, label: judgeLabel(label) } : null;
}

/** What a line says of a film; null if it names none. Its title is certain if it is set off. */
function readValue({ element, value, label }: Line): { reading: HeadingReading; isApart: boolean } | null {
  if (label === 'other' || label === null) return null;
  const apart = /^(?:em|i|cite)$/.test(nameOf(element)) ? readLine(element) : quoted.exec(value)?.[1];
  const starts = apart !== undefined && (value.startsWith(apart) || quoted.exec(value)?.index === 0);
  const reading = readHeading(apart !== undefined && (starts || label === 'award') ? apart : value);
  const title = reading?.title ?? '';
  const isName =
    isTitleLike(title) && !isListName(title) && !isOnlyData(title) && title.split(/\s/).length <= maxWords;
  return reading && isName && !/[!?]$/.test(title) ? { reading, isApart: apart !== undefined } : null;
}

/**
 * The films that lines name after a label, as lists of tips and of prizes do: "Film: Her", "AI film: Her", "Best film: Her".
 * Stated if it is a prize or a pick, if it is set off, or if every label beside it speaks of works and their facts, some of
 * other works; otherwise only possible. Pauses often.
 */
export function* readLabelledNames(
  texts: Text[],
  page: Page,
  isAside: (element: Element) => boolean,
): Generator<Sighting | null> {
  const lines: Line[] = [];
  for (const [at, text] of texts.entries()) {
    if (at % 60 === 59) yield null;
    const line = readLabelled(text);
    if (line && !isAside(line.element)) lines.push(line);
  }
  const names = page.names.join(' | ');
  const isOther = isOtherSection(names);
  const isOfFilms = isFilmPage(page) && findOtherKind(names) === null;
  for (const group of Map.groupBy(lines, ({ element }) => parentOf(blockOf(element))).values()) {
    const labels = group.map(({ label }) => label);
    const isOfWorks = !isOther && labels.includes('other') && !labels.includes(null);
    for (const line of group) {
      const found = readValue(line);
      if (!found || (line.label === 'award' && !(isOfFilms && found.isApart))) continue;
      const isStated = isOfWorks || line.label !== 'film' || (found.isApart && !isOther);
      yield makeHeadingFound(line.element, found.reading, isStated);
    }
  }
}
