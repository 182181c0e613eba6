import type { CriterionScore, Score } from '../../films/review-types.ts';
import { cleanText, truncateText } from '../../text/text.ts';
import { attribute, isClosed, parentOf, rawText } from '../dom.ts';
import { parseCriterion } from './criteria.ts';
import { parseReviewHeading } from '../../review-text/heading.ts';
import { listLines } from './lines.ts';
import { findLabelKind } from '../../review-text/labels.ts';
import { parseCount } from '../../review-text/parse-count.ts';
import { parseScoreWithBar, type Scale } from '../../review-text/parse-score.ts';
import { makeReaders, type ReviewParts } from '../../review-text/review-parts.ts';
import { parseVotes } from './readers.ts';
import { themes, type Theme } from './themes.ts';

const maxItems = 20;

function findElement(box: Element, selectors: string | undefined): Element | null {
  for (const selector of selectors?.split('|') ?? []) {
    const element = box.querySelector(selector);
    if (!isClosed(element)) return element;
  }
  return null;
}

function listElements(box: Element, selectors: string | undefined): Element[] {
  const lists = (selectors?.split('|') ?? []).map((selector) => Array.from(box.querySelectorAll(selector)));
  return (lists.find((list) => list.length > 0) ?? []).filter((one) => !isClosed(one)).slice(0, maxItems);
}

/** The text and the bar of an element, including its own width and score. */
function readElement(element: Element, { cover }: Theme): { text: string; bar: number | null } {
  const lines = listLines(element);
  const own = /(?:^|[;\s])width\s*:\s*(\d{1,3}(?:\.\d{1,6})?)%/i.exec(attribute(element, 'style'))?.[1];
  const stated = [own, attribute(element, 'data-rate'), attribute(element, 'data-score')].find((text) =>
    /^\d{1,3}(?:\.\d{1,6})?$/.test(text ?? ''),
  );
  const bar = stated === undefined ? (lines.find((line) => line.bar !== null)?.bar ?? null) : Number(stated);
  const isCover = bar !== null && cover !== undefined && element.querySelector(cover) !== null;
  return {
    text: lines
      .map(({ text }) => text)
      .join(' ')
      .trim(),
    bar: isCover ? 100 - bar : bar,
  };
}

function findScale(box: Element, theme: Theme, criteria: CriterionScore[]): Scale | undefined {
  const [first] = criteria;
  const known = theme.scales.find(
    ([selector]) => box.matches(selector) || box.querySelector(selector) !== null,
  )?.[1];
  const best = known ?? (first && first.score.best !== 100 ? first.score.best : undefined);
  return best === undefined ? undefined : { worst: 0, best };
}

function readReaders(box: Element, theme: Theme, scale: Scale | undefined): ReviewParts['readers'] {
  const element = findElement(box, theme.readers);
  if (element === null) return null;
  const { text, bar } = readElement(element, theme);
  const barElement = findElement(box, theme.readersBar);
  const width = bar ?? (barElement ? readElement(barElement, theme).bar : null);
  const votes = findElement(box, theme.votes);
  return makeReaders(
    parseScoreWithBar(text, width, scale),
    votes ? parseCount(rawText(votes, 200)) : parseVotes(rawText(parentOf(element) ?? element, 200)),
  );
}

/** A verdict's words without the heading that the theme puts before them; null if there is none. */
function readVerdict(box: Element, theme: Theme): string | null {
  for (const selectors of theme.verdict.split('|')) {
    const element = findElement(box, selectors);
    const text = element
      ? cleanText(
          listLines(element)
            .map((line) => line.text)
            .filter((text) => findLabelKind(text) !== 'verdict')
            .join(' '),
        )
      : '';
    const words = text.replace(
      /^(?:summary|zusammenfassung|fazit|résumé|resumen|riassunto)\s*:?\s*(?=\S)/iu,
      '',
    );
    if (words !== '') return truncateText(words, 1000);
  }
  return null;
}

function readBox(box: Element, theme: Theme): ReviewParts {
  const items = listElements(box, theme.item.replaceAll(', ', ',')).map((item) => readElement(item, theme));
  const withBars = items.map(({ text, bar }) => parseCriterion(text, bar)).filter((one) => one !== null);
  const scale = findScale(box, theme, withBars);
  const criteria = items
    .map(({ text, bar }) => parseCriterion(text, bar, scale))
    .filter((one) => one !== null);
  const total = findElement(box, theme.total);
  const stated = total && readElement(total, theme);
  const title = findElement(box, theme.title);
  const heading = title && parseReviewHeading(rawText(title, 300));
  const listTexts = (where: string | undefined): string[] =>
    listElements(box, where)
      .map((one) => truncateText(cleanText(rawText(one, 400)).replace(/^[+–•-]\s*/, ''), 300))
      .filter((text) => text !== '');
  return {
    evidence: 'review-box',
    title: heading?.title ?? null,
    year: heading?.year ?? null,
    score: stated && readTotal(stated, scale),
    criteria,
    readers: readReaders(box, theme, scale),
    verdict: readVerdict(box, theme),
    pros: listTexts(theme.pros),
    cons: listTexts(theme.cons),
  };
}

function readTotal(
  { text, bar }: { text: string; bar: number | null },
  scale: Scale | undefined,
): Score | null {
  const number = /^\d+(?:[.,]\d+)?(?=\s+\D)/.exec(text)?.[0];
  return parseScoreWithBar(text, bar, scale) ?? (number ? parseScoreWithBar(number, bar, scale) : null);
}

/** The review box of a known theme; null if there is none, `several` if the page is a list of reviews. */
export function findReviewBox(root: Element): ReviewParts | 'several' | null {
  for (const theme of themes) {
    const all = Array.from(root.querySelectorAll(theme.box)).filter((box) => !isClosed(box));
    const boxes = all.filter((box) => !all.some((other) => other !== box && other.contains(box)));
    const [box] = boxes;
    if (box) return boxes.length > 1 ? 'several' : readBox(box, theme);
  }
  return null;
}
