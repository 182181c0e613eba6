import { cleanText, startsWithCapital } from '../../../text/text.ts';
import { isClosed, nameOf, rawText } from '../../dom.ts';

const quotes = /[“„«‘『「《〈"]([^“”«»„‘『』「」《》〈〉"]{1,90}?)[”«»“』」》〉"]|‘([^‘’]{2,90})’(?!\p{L})/gu;
/** Words too common to be found in a text as a title by themselves. */
const common =
  /^(?:the|an?|and|of|in|on|at|to|for|from|with|by|is|it|its|why|how|what|when|where|who|this|that|these|i|we|you|he|she|they|my|our|his|her|but|or|not|no|all|one|two|three|film|movie|cinema|review|part|der|die|das|ein|eine|und|in|im|am|es|ist|wie|was|wer|warum|le|la|les|un|une|des|et|de|du|en|au|el|los|las|una|y|il|lo|gli|e|di|o|os|as|um|uma|um|het|een|van|a|en|ett|det|den|kino|cine)$/iu;

/** Whether a text is Chinese, Japanese or Korean, which have neither capitals nor spaces between words. */
export const isCjk = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);

/** The texts in emphasis or in quotes under the elements of some lines. */
export function listMarked(lines: { block: Element; text: string }[]): string[] {
  const found = lines.flatMap(({ block, text }) => {
    const marked =
      isClosed(block) || nameOf(block) === 'body'
        ? []
        : Array.from(block.querySelectorAll('em, i, cite')).slice(0, 12);
    const inQuotes = [...text.matchAll(quotes)].map(([, one, other]) => one ?? other ?? '');
    return [...marked.map((element) => cleanText(rawText(element, 120))), ...inQuotes];
  });
  return found
    .map((text) => text.replace(/[\s,.;:!?]+$/u, '').replace(/\s*\([^()]*\d{4}\)$/, ''))
    .filter(
      (text) =>
        text.length > 0 && text.length <= 90 && (startsWithCapital(text) || isCjk(text) || /^\d/.test(text)),
    );
}

/** The runs of words in a heading that begin with a capital and also are in the text, longest first. */
export function listShared(heading: string, text: string): string[] {
  const words = heading
    .replace(/[“”"«»„‘]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: string[] = [];
  for (let size = Math.min(7, words.length - 1); size >= 1; size -= 1)
    for (let at = 0; at + size <= words.length; at += 1) {
      const run = words
        .slice(at, at + size)
        .join(' ')
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}!?]+$|['’]s$/gu, '');
      const [first = '', last = ''] = [words[at] ?? '', words[at + size - 1] ?? ''];
      if (!startsWithCapital(run) || (size === 1 && (common.test(run) || run.length < 3))) continue;
      if (size > 1 && common.test(last.replace(/\P{L}/gu, '')) && !startsWithCapital(last)) continue;
      if (size > 1 && common.test(first) && common.test(words[at + 1] ?? '')) continue;
      if (findCased(text, run) && !found.some((known) => known.includes(run))) found.push(run);
    }
  return found;
}

/** Whether a text has a phrase with the same capitals, as whole words. */
export function findCased(text: string, phrase: string): boolean {
  const plain = phrase.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/['’]/g, "['’]");
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${plain}(?![\p{L}\p{N}])`, 'u').test(text);
}

/** A title after its maker's name: "Charlotte Wells’s Aftersun", "On Bong Joon-ho's Parasite". */
const possessive =
  /(\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}?[\p{L}.-]+){0,3}?)(?:['’]s?)\s+(\p{Lu}[^,.;:!?()“”]{1,60})/gu;
/** A title before its maker's name: "Aftersun von Charlotte Wells", "„Close“ de Lukas Dhont". */
const ofMaker =
  /(\p{Lu}[^,.;:!?()]{0,60}?)[”“»«]?,?\s(?:von|de|di|by|van|av|af|od|от)\s(\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){1,3})/gu;

/** Titles that the lines between heading and text name beside a maker. */
export function listByMaker(text: string): { title: string; director: string }[] {
  return [
    ...[...text.matchAll(possessive)].map(([, director = '', title = '']) => ({ title, director })),
    ...[...text.matchAll(ofMaker)].map(([, title = '', director = '']) => ({ title, director })),
  ];
}

/** A title in quotes before its maker's name: "„Close“ de Lukas Dhont". It need not be in the text as well. */
const quotedOfMaker =
  /[“„«‘『「《"]([^“”«»„‘『』「」《》"]{1,90}?)[”«»“’』」》"],?\s(?:von|de|di|by|van|av|af|od|от|du|a lui|lui)\s\p{Lu}/gu;

/** Titles in quotes that a maker's name follows. */
export function listQuotedByMaker(text: string): string[] {
  return [...text.matchAll(quotedOfMaker)].map(([, title = '']) => title);
}

/** A prefix of a phrase that the text also has: of "Parasite finds a comedy" only "Parasite". */
export function cutToText(phrase: string, text: string): string | null {
  const words = phrase.trim().split(/\s+/);
  for (let size = Math.min(8, words.length); size >= 1; size -= 1) {
    const run = words.slice(0, size).join(' ');
    if (!common.test(run) && findCased(text, run)) return run;
  }
  return null;
}
