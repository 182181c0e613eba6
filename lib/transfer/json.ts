import { FileFault } from '../tables/faults.ts';
import { maxJsonDepth } from '../tables/limits.ts';

/**
 * Whether a text nests brackets deeper than `maxJsonDepth`. Takes linear time. Brackets inside strings do not count.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maxJsonDepth) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

/** The values of a text with one JSON object in each line; null for another text. */
function parseLines(text: string): unknown[] | null {
  if (!/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) return null;
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
  } catch {
    return null;
  }
}

/** The value of a JSON text, or a list of the values of its lines, if each is one. Throws `FileFault` `unreadable` when the text is not JSON, or is nested too deeply. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new FileFault('unreadable', null, 'too-deep', maxJsonDepth);
  try {
    return JSON.parse(text);
  } catch (error) {
    const values = parseLines(text);
    if (values !== null) return values;
    // Chromium and Firefox both name the line, in different sentences.
    const line = /\bline (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (line === undefined) throw new FileFault('unreadable', null, 'bad-json');
    throw new FileFault('unreadable', null, 'bad-json-line', Number(line));
  }
}

/** Whether a text begins like JSON. */
export function isJsonText(text: string): boolean {
  return /^\s*[[{]/.test(text.slice(0, 1000));
}

/** The own member of an object by name; undefined when there is none. Inherited members do not count. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** The member at a path of names; undefined when any part is missing. */
export function memberAt(value: unknown, ...path: string[]): unknown {
  return path.reduce(member, value);
}

/** A string or number as trimmed text; '' for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The value if it is an array, else an empty array. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
