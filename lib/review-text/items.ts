import { cleanText } from '../text/text.ts';
import { decodeReferences } from './json-ld-text.ts';

/** A thing as structured data describes it, whichever format it came in: schema.org's property names to values. */
export type Item = Record<string, unknown>;

/** Whether a value is a thing with properties, not a text, a number or a list. */
export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property's values, at most 200; none of what is inherited. */
export function listValues(item: Item, ...keys: string[]): unknown[] {
  return keys.flatMap((key): unknown[] => {
    const value = Object.hasOwn(item, key) ? item[key] : undefined;
    if (Array.isArray(value)) return value.slice(0, 200) as unknown[];
    return value === undefined || value === null ? [] : [value];
  });
}

/** The things among a property's values. */
export function listItems(item: Item, ...keys: string[]): Item[] {
  return listValues(item, ...keys).filter(isItem);
}

/** References by number, which plugins leave in their data: `&#8217;`, `&#x2019;`. */
function decodeNumbers(text: string): string {
  return text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function decode(text: string): string {
  return text.includes('&') ? decodeNumbers(decodeReferences(decodeReferences(text))) : text;
}

function toTexts(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return [decode(value.slice(0, 200_000))];
  return isItem(value) ? listValues(value, 'name', '@value').flatMap(toTexts).slice(0, 1) : [];
}

/** A property's texts, numbers and names of things, as they stand, without empty ones. */
export function listRawTexts(item: Item, ...keys: string[]): string[] {
  return listValues(item, ...keys)
    .flatMap(toTexts)
    .filter((text) => text.trim() !== '');
}

/** A property's first text in one line, at most 2,000 characters; null where it has none. */
export function readText(item: Item, ...keys: string[]): string | null {
  return cleanText((listRawTexts(item, ...keys)[0] ?? '').slice(0, 2000)) || null;
}
