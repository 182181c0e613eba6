import { isClosed, parentOf } from '../dom.ts';
import type { Line } from './lines.ts';

/** A name with what measures it: on its own line, or on lines that share a part of the page with it alone. */
export interface Row {
  /** The name's line, by its place among the page's lines. */
  at: number;
  name: Line;
  /** The name and the figures beside it. */
  text: string;
  /** The figures alone, from lines of their own. */
  figures: string;
  bar: number | null;
  /** The part of the page that holds this and no other name; null where its block holds others. */
  element: Element | null;
}

const maxNameLength = 80;
const figures = /^[^\p{L}]*$/u;
/** "Score: 80%" below each name is a figure too. */
const scoreWord = /^(?:score|rating|note|nota|voto|wertung|bewertung|punkte)\s*:?\s*(?=[\d★⭐])/iu;

function holds(element: Element, line: Line | undefined): boolean {
  return line !== undefined && !isClosed(element) && (element === line.block || element.contains(line.block));
}

/** The largest element around a line that holds neither of its lettered neighbours; null where its own block does. */
function findRowElement(line: Line, before: Line | undefined, behind: Line | undefined): Element | null {
  const isAlone = (element: Element): boolean => !holds(element, before) && !holds(element, behind);
  if (!isAlone(line.block)) return null;
  let at = line.block;
  for (let parent = parentOf(at); parent && isAlone(parent); parent = parentOf(at)) at = parent;
  return at;
}

/** The rows of short names in a page's lines; those in links are names of other things and are left out. */
export function listRows(lines: Line[]): Row[] {
  const worded = lines.filter(({ text }) => text.length < 40 && scoreWord.test(text));
  const isFigure = (line: Line): boolean =>
    figures.test(line.text) || (worded.length > 1 && worded.includes(line));
  const lettered = lines.flatMap((line, at) => (isFigure(line) ? [] : [at]));
  return lettered.flatMap((at, index): Row[] => {
    const line = lines[at];
    if (!line || line.text.length > maxNameLength || line.isLinked) return [];
    const [before, behind] = [lettered[index - 1] ?? -1, lettered[index + 1] ?? lines.length];
    const element = findRowElement(line, lines[before], lines[behind]);
    const beside = element
      ? lines.slice(before + 1, behind).filter((other) => other !== line && holds(element, other))
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
