import { FileFault } from '../tables/faults.ts';
import { maxJsonDepth } from '../tables/limits.ts';

/** Whether a text nests brackets deeper than is read. Linear; signs in texts do not count. */
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

/** The value of a JSON text. Throws `FileFault` `unreadable` where it is none, or nested deeper than any export is. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new FileFault('unreadable', null, 'too-deep', maxJsonDepth);
  try {
    return JSON.parse(text);
  } catch (error) {
    // Chromium and Firefox both name the line, in a sentence of their own.
    const line = /\bline (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (line === undefined) throw new FileFault('unreadable', null, 'bad-json');
    throw new FileFault('unreadable', null, 'bad-json-line', Number(line));
  }
}

/** Whether a text is meant as JSON. */
export function isJsonText(text: string): boolean {
  return /^\s*[[{]/.test(text.slice(0, 1000));
}

/** The member of an object under a name of its own; undefined where there is none, also for what objects inherit. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** A member, through several objects. */
export function memberAt(value: unknown, ...path: string[]): unknown {
  return path.reduce(member, value);
}

/** A text or number as trimmed text; '' for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The value if it is a list, else no items. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
