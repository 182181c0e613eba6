/**
 * The maximum length of a block in UTF-16 units; longer blocks are skipped. The longest seen on a film site has
 * 90,000.
 */
export const maxBlockLength = 500_000;

/** Text that can surround the JSON: CDATA marks (bare or in comments), HTML comments, semicolons. */
const before = /^(?:[\s\ufeff]|\/\*|\*\/|\/\/|<!\[CDATA\[|<!--)+/;
const after = ['*/', '/*', '//', ']]>', '-->', ';'];

const references: Record<string, string> = {
  quot: '"',
  '#34': '"',
  amp: '&',
  lt: '<',
  gt: '>',
  '#39': "'",
  '#039': "'",
  apos: "'",
  nbsp: ' ',
};

/** Decodes the common character references in a text; others stay unchanged. */
export function decodeReferences(text: string): string {
  return text.includes('&')
    ? text.replace(/&(#?\w{2,6});/g, (whole, name: string) => references[name] ?? whole)
    : text;
}

function unwrap(text: string): string {
  let bare = text.replace(before, '').trimEnd();
  for (let found: string | undefined = ''; found !== undefined;) {
    found = after.find((mark) => bare.endsWith(mark));
    if (found) bare = bare.slice(0, -found.length).trimEnd();
  }
  return bare;
}

/**
 * Replaces control characters and invalid escapes in strings; removes comments, and commas before a closing bracket.
 * One pass.
 */
function repair(text: string): string {
  return text.replace(
    /("(?:[^"\\]+|\\[^])*"?)|\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*|,(?=\s*[\]}])/g,
    (_token, string: string | undefined) => string?.replace(/\\([^])|[\0-\x1f]/g, fixCharacter) ?? '',
  );
}

/** Replaces an escape that JSON does not have with the character itself, and a bare control character with a space. */
function fixCharacter(match: string, escaped: string | undefined): string {
  if (escaped === undefined) return ' ';
  return /["\\/bfnrtu]/.test(escaped) ? match : escaped < ' ' ? ' ' : escaped;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Parses a JSON-LD block. Repairs common faults: CDATA, HTML comments, trailing semicolons and commas, raw line breaks
 * in strings, character references instead of quotes. Undefined if the block cannot be repaired or is too long.
 */
export function parseJsonLd(text: string): unknown {
  if (text.length > maxBlockLength) return undefined;
  const value = parseOrNull(text);
  if (value !== undefined) return value;
  const bare = unwrap(text);
  const repaired = repair(/^[[{]\s*&quot;/.test(bare) ? decodeReferences(bare) : bare);
  return parseOrNull(repaired) ?? parseOrNull(`[${repaired.replace(/\}\s*\{/g, '},{')}]`);
}
