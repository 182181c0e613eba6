import { cleanText } from '../text/text.ts';
import { decodeReferences } from './json-ld-text.ts';

/** An item of structured data in any format: values by schema.org's property names. */
export type Item = Record<string, unknown>;

/** Whether a value is an item, not a text, a number or a list. */
export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of properties, at most 200 of each; inherited properties are ignored. */
export function listValues(item: Item, ...keys: string[]): unknown[] {
  return keys.flatMap((key): unknown[] => {
    const value = Object.hasOwn(item, key) ? item[key] : undefined;
    if (Array.isArray(value)) return value.slice(0, 200) as unknown[];
    return value === undefined || value === null ? [] : [value];
  });
}

/** The values of properties that are items. */
export function listItems(item: Item, ...keys: string[]): Item[] {
  return listValues(item, ...keys).filter(isItem);
}

/** Decodes numeric character references, which plugins leave in their data: `&#8217;`, `&#x2019;`. */
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

/** The texts, numbers and item names of properties, unchanged; blank ones are skipped. */
export function listRawTexts(item: Item, ...keys: string[]): string[] {
  return listValues(item, ...keys)
    .flatMap(toTexts)
    .filter((text) => text.trim() !== '');
}

/** The first text of properties as one line of at most 2,000 characters; null if there is none. */
export function readText(item: Item, ...keys: string[]): string | null {
  return cleanText((listRawTexts(item, ...keys)[0] ?? '').slice(0, 2000)) || null;
}
