import { blockOf, parentOf } from '../dom.ts';
import { isListName } from '../headline-subject.ts';
import { readHeading } from '../readers/headings.ts';
import { readTextLine } from '../readers/lines.ts';
import { makeHeadingFound } from '../readers/list-headings.ts';
import { isTitleLike } from '../readers/text-spans.ts';
import type { Sighting } from '../types.ts';
import { findOtherKind, isFilmNoun } from '../words.ts';
import { isOnlyData } from './row-data.ts';
import { findFact } from './film-labels.ts';

/** What a label says of the name after it; `prize` also names a film. Null: it is no label of a work or of its facts. */
type Label = 'film' | 'prize' | 'other' | null;

/** A line with a label before a colon: "Film: Her", "Book: Emma", "Tickets: 12 €". */
interface Line {
  element: Element;
  value: string;
  label: Label;
}

const labelled = /^\s*(\S[^:：]{2,40}?)\s*[:：]\s*(.*)$/su;
/** The quotation that a value begins with: "„Her“ by Spike Jonze". */
const quoted = /^[“"„«‘'「『《]\s?([^“”"„«»]+?)\s?[”"“»’'」』》](?!\p{L})/u;
/** A name of a film has at most so many words. */
const maxWords = 8;

/** Prizes and picks, which name one work: "Best film", "Movie of the week", "Mejor película". */
const prize =
  /^(?:be(?:st|dst|ste)|b[äa]st|mejor|melhor|meilleur|miglior|paras|naj|nejl|лучш|найкр|legj|en iyi)|(?:week|month|year|woche|monats|jahres|semaine|semana|settimana|недели|года)$/;
/** Words that may follow the noun in a label: "film with robots", "Film zum Buch". */
const linker = /^(?:\p{Ll}{1,3}|with|from|about|über|avec|sobre)$/u;
/** A film word of a label that the word after it does not change: "film tip", "Kinotipp". */
const tip = /^(?:film|kino|movie)\S?tip/;

function judgeLabel(text: string): Label {
  const label = text.toLowerCase();
  const words = label.split(/\s+/);
  const at = words.findIndex((word) => isFilmNoun(word) || tip.test(word) || word === 'picture');
  const [next, ...rest] = words.slice(at + 1);
  const isNoun = next === undefined || (linker.test(next) && rest.length > 0);
  // "Best film editing", but "Mejor película extranjera".
  if (at >= 0 && prize.test(label) && (isNoun || !label.startsWith('best '))) return 'prize';
  if (at >= 0 && isNoun) return 'film';
  return findFact(`${text}:`) !== null || findOtherKind(label) !== null ? 'other' : null;
}

function readLabelled(text: Text): Line | null {
  const [, label = '', own = ''] = labelled.exec(text.data) ?? [];
  const element = text.parentElement;
  if (label === '' || !element) return null;
  const value = own || labelled.exec(readTextLine(text) ?? '')?.[2];
  const block = blockOf(element);
  // Other readers may find the name in the same element.
  const named = own === '' ? (block.querySelector('a[href], em, i, cite') ?? block) : element;
  return value ? { element: named, value, label: judgeLabel(label) } : null;
}

/**
 * The films that lines name after a label, as lists of tips and of prizes do: "Film: Her", "AI film: Her", "Best film: Her".
 * Stated if it is a prize or a pick, or if every label beside it speaks of works and their facts; otherwise only possible.
 * Pauses often.
 */
export function* readLabelledNames(
  texts: Text[],
  isAside: (element: Element) => boolean,
): Generator<Sighting | null> {
  const lines: Line[] = [];
  for (const [at, text] of texts.entries()) {
    if (at % 60 === 59) yield null;
    const line = readLabelled(text);
    if (line && !isAside(line.element)) lines.push(line);
  }
  for (const group of Map.groupBy(lines, ({ element }) => parentOf(blockOf(element))).values()) {
    const isOfWorks = group.length > 1 && group.every(({ label }) => label !== null);
    for (const { element, value, label } of group) {
      const reading =
        label === 'film' || label === 'prize' ? readHeading(quoted.exec(value)?.[1] ?? value) : null;
      const title = reading?.title ?? '';
      if (!reading || !isTitleLike(title) || isListName(title) || isOnlyData(title) || /[!?]$/.test(title))
        continue;
      if (title.split(/\s/).length <= maxWords)
        yield makeHeadingFound(element, reading, isOfWorks || label === 'prize');
    }
  }
}
