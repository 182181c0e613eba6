import { truncateText } from '../../text/text.ts';
import { nameOf, parentOf, rawText } from '../dom.ts';
import type { FoundCriterion } from './criteria.ts';
import { listLabelled } from '../../review-text/labels.ts';
import type { Line } from './lines.ts';
import { isReadersZone } from './page-zones.ts';

const maxBoxLength = 2500;

/**
 * The box with all criteria: the smallest element around them, extended as long as it stays small and does not
 * include the article's text; null if there is none.
 */
function findBox(criteria: FoundCriterion[], scope: Element, text: Element | null): Element | null {
  const isBox = (element: Element): boolean => isSmall(element) && !(text && element.contains(text));
  const [first, ...others] = criteria.map(({ row }) => row.element ?? row.name.block);
  let at: Element | null = first ?? null;
  while (at && at !== scope && !others.every((other) => at?.contains(other))) at = parentOf(at);
  if (!at || at === scope || !isBox(at)) return null;
  for (let parent = parentOf(at); parent && parent !== scope && isBox(parent); parent = parentOf(at))
    at = parent;
  return at;
}

function isSmall(element: Element): boolean {
  return rawText(element, maxBoxLength + 1).length <= maxBoxLength && !element.querySelector('h1');
}

/**
 * The unlabelled sentences in the box of the criteria, which are the verdict; null if there are none or more
 * than three. `text` is the first paragraph of the article.
 */
export function findVerdict(
  lines: Line[],
  scope: Element,
  criteria: FoundCriterion[],
  text: Element | null,
): string | null {
  const box = criteria.length > 1 ? findBox(criteria, scope, text) : null;
  if (!box) return null;
  const isSentence = ({ text, block, isLinked }: Line): boolean =>
    text.length >= 25 &&
    /\p{L}+\s\p{L}+\s\p{L}+.*[.!?…]["”»]?$/u.test(text) &&
    !isLinked &&
    nameOf(block) !== 'li' &&
    box.contains(block) &&
    listLabelled(text).length === 0 &&
    !isReadersZone(block, scope);
  const sentences = lines.filter(isSentence);
  const isBrief = sentences.length > 0 && sentences.length <= 3;
  return isBrief ? truncateText(sentences.map(({ text }) => text).join(' '), 1000) : null;
}
