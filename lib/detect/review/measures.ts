import { attribute, nameOf, rawText } from '../dom.ts';
import { parseScore, spellWords } from '../../review-text/parse-score.ts';

const barNames = new Set(['span', 'div', 'i', 'b', 'li', 'p', 'em']);
const barClasses = /score|rat(?:e|ing)|bar|progress|fill|percent|skill|criteri/i;
const share = /^\s*\d{1,3}(?:\.\d{1,6})?\s*%?\s*$/;

function toNumber(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** The percentage that an element's style or attribute states; null if none does or it is over 100. */
function readWidth(element: Element): number | null {
  const style = /(?:^|[;\s])width\s*:\s*(\d{1,3}(?:\.\d{1,6})?)%/i.exec(attribute(element, 'style'))?.[1];
  const names = ['data-width', 'data-rate', 'data-percent', 'data-percentage'];
  const stated = [style, ...names.map((name) => attribute(element, name))].find((text) =>
    share.test(text ?? ''),
  );
  const width = parseFloat(stated ?? '');
  return width <= 100 ? width : null;
}

/**
 * The width of a bar in per cent; null for other elements. A bar may contain up to 40 characters only if its
 * class names it as one.
 */
export function readBar(element: Element): number | null {
  if (!barNames.has(nameOf(element))) return null;
  const width = readWidth(element);
  if (width === null) return null;
  const text = rawText(element, 60).trim();
  return text === '' || (text.length <= 40 && barClasses.test(attribute(element, 'class'))) ? width : null;
}

/**
 * The value and scale of a gauge: `<meter value="3.5" max="5">`, `aria-valuenow="9" aria-valuemax="10"`.
 * Empty if there is none.
 */
function readGauge(element: Element): string {
  const isGauge = /^(?:meter|progress)$/.test(nameOf(element));
  const [now, end, start] = isGauge
    ? ['value', 'max', 'min']
    : ['aria-valuenow', 'aria-valuemax', 'aria-valuemin'];
  const [value, max] = [toNumber(attribute(element, now)), toNumber(attribute(element, end))];
  if (!(value >= 0 && max >= value) || Number(attribute(element, start)) > 1) return '';
  if (isGauge) return max > 1 ? ` ${value}/${max} ` : '';
  return rawText(element, 40).trim() === '' ? ` ${max === 100 ? `${value}%` : `${value}/${max}`} ` : '';
}

/**
 * The score that a star widget keeps for its script: `class="rater-stars" data-rating="4.2"`. Assumes five
 * stars, as is usual.
 */
function readStarWidget(element: Element): string {
  const value = toNumber(attribute(element, 'data-rating'));
  const isWidget = value > 0 && value <= 5 && /star/i.test(attribute(element, 'class'));
  return isWidget && rawText(element, 40).trim() === '' ? ` ${value}/5 ` : '';
}

/** Whether an element's descendants are not read, because its attributes state everything. */
export function isWhole(element: Element): boolean {
  if (/^(?:meter|progress)$/.test(nameOf(element))) return true;
  // The stars inside an element whose attribute says how many they are.
  return readWords(element) !== '' && /^[★⭐☆✩½\s\ufe0f]*$/u.test(rawText(element, 60));
}

/** Whether the words of a picture are a letter as a grade: with a sign, or in a picture named for it. */
function isGrade(element: Element, words: string): boolean {
  const isLetter = nameOf(element) === 'img' && /^[A-F][+−–-]?$/.test(words);
  return isLetter && (words.length > 1 || /grade|rating|score|note/i.test(attribute(element, 'src')));
}

/**
 * A score that an element states in its attributes and not in its text: `alt="4 out of 5 stars"`, `title="4.1
 * out of 5"`, a gauge's value. Empty if there is none.
 */
export function readWords(element: Element): string {
  for (const name of ['alt', 'title', 'aria-label']) {
    const words = spellWords(attribute(element, name));
    const isStated = /[\d★⭐½]/.test(words) || isGrade(element, words);
    if (isStated && parseScore(words) && !/\d/.test(rawText(element, 200))) return ` ${words} `;
  }
  return readGauge(element) || readStarWidget(element);
}

/**
 * A star icon: how much of it is filled according to its class, and whether its class states that it is
 * filled.
 */
export interface StarIcon {
  value: number;
  isMarked: boolean;
}

const starState = 'icon|rating|full|filled|half|empty|blank|gr[ae]y|gold|yellow|on|off|no|outline';
/** The name of a picture of one star: "star", "half-star", "star_off". */
const starName = new RegExp(`^(?:(?:${starState})[\\s_-]?)*star(?:[\\s_-]?(?:${starState}))*$`, 'i');

/** What the alternative text or the file's name of a picture of a star says; empty for other pictures. */
function nameStar(element: Element): string {
  if (!/^(?:img|amp-img)$/.test(nameOf(element))) return '';
  const file = attribute(element, 'src').replace(/^.*\/|\.\w+(?:\?.*)?$/g, '');
  return [attribute(element, 'alt'), file].find((name) => starName.test(name.trim())) ?? '';
}

/** The star that a picture or an empty element with a class such as `fa-star-half-o` draws; null for anything else. */
export function readIcon(element: Element): StarIcon | null {
  const name = nameStar(element);
  const classes = name || attribute(element, 'class');
  if (
    name === '' &&
    (!/^(?:i|span|svg)$/.test(nameOf(element)) || !/(?:^|[\s-])star(?:$|[\s-])/i.test(classes))
  )
    return null;
  if (element.firstElementChild !== null || rawText(element, 4).trim() !== '') return null;
  if (/half/i.test(classes)) return { value: 0.5, isMarked: true };
  if (/empty|-o(?:$|\s)|\bfar\b|regular|outline|\boff\b|blank|inactive|gr[ae]y|^no\b/i.test(classes))
    return { value: 0, isMarked: false };
  const isMarked =
    /(?:^|[\s_-])(?:checked|active|fill(?:ed)?|full|on|selected|rated|lit|gold|yellow)(?:$|[\s_-])/i;
  return { value: 1, isMarked: isMarked.test(classes) };
}

/** The score of a row of star icons as text, if their number shows the scale; otherwise empty. */
export function spellIcons(icons: StarIcon[]): string {
  // If some are called filled, the others are empty: `fa-star checked` next to `fa-star`.
  const isMarking = icons.some(({ value, isMarked }) => isMarked && value === 1);
  const values = icons.map(({ value, isMarked }) => (isMarking && !isMarked ? 0 : value));
  const sum = values.reduce((one, other) => one + other, 0);
  const showsScale =
    values.length === 5 || (values.length >= 4 && values.length <= 10 && sum < values.length);
  return showsScale && sum > 0 ? ` ${sum}/${values.length}` : '';
}
