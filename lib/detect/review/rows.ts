import { isClosed, parentOf } from '../dom.ts';
import type { Line } from './lines.ts';

/** A name with its figures: on the same line, or on lines in a part of the page without other names. */
export interface Row {
  /** The index of the name's line among the page's lines. */
  at: number;
  name: Line;
  /** The name and the figures next to it. */
  text: string;
  /** The figures alone, from lines of their own. */
  figures: string;
  bar: number | null;
  /** The part of the page with this name and no other; null if the name's block contains others. */
  element: Element | null;
}

const maxNameLength = 80;
const figures = /^[^\p{L}]*$/u;
/** A score word before a figure, so that "Score: 80%" below a name counts as a figure. */
const scoreWord = /^(?:score|rating|note|nota|voto|wertung|bewertung|punkte)\s*:?\s*(?=[\d★⭐])/iu;

function contains(element: Element, line: Line | undefined): boolean {
  return line !== undefined && !isClosed(element) && (element === line.block || element.contains(line.block));
}

/**
 * The largest element around a line that contains neither of its neighbours with letters; null if its own
 * block does.
 */
function findRowElement(line: Line, before: Line | undefined, after: Line | undefined): Element | null {
  const isAlone = (element: Element): boolean => !contains(element, before) && !contains(element, after);
  if (!isAlone(line.block)) return null;
  let at = line.block;
  for (let parent = parentOf(at); parent && isAlone(parent); parent = parentOf(at)) at = parent;
  return at;
}

/**
 * The rows of short names in a page's lines; names in links are left out, because they belong to other
 * things.
 */
export function listRows(lines: Line[]): Row[] {
  const worded = lines.filter(({ text }) => text.length < 40 && scoreWord.test(text));
  const isFigure = (line: Line): boolean =>
    figures.test(line.text) || (worded.length > 1 && worded.includes(line));
  const lettered = lines.flatMap((line, at) => (isFigure(line) ? [] : [at]));
  return lettered.flatMap((at, index): Row[] => {
    const line = lines[at];
    if (!line || line.text.length > maxNameLength || line.isLinked) return [];
    const [before, after] = [lettered[index - 1] ?? -1, lettered[index + 1] ?? lines.length];
    const element = findRowElement(line, lines[before], lines[after]);
    const beside = element
      ? lines.slice(before + 1, after).filter((other) => other !== line && contains(element, other))
      : [];
    const stated = beside.map(({ text }) => text.replace(scoreWord, '')).filter((text) => text !== '');
    const bars = [line, ...beside].map(({ bar }) => bar).filter((bar) => bar !== null);
    return [
      {
        at,
        name: line,
        text: [line.text, ...stated].join(' '),
        figures: stated.join(' '),
        bar: bars[0] ?? null,
        element,
      },
    ];
  });
}
