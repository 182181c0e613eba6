/** Longest block that is read, in UTF-16 units; a longer one is left unread. The longest seen on a film site is 90,000. */
export const maxBlockLength = 500_000;

/** What stands before or behind the JSON: CDATA marks (bare or in comments), HTML comments, semicolons. */
const before = /^(?:[\s\ufeff]|\/\*|\*\/|\/\/|<!\[CDATA\[|<!--)+/;
const behind = ['*/', '/*', '//', ']]>', '-->', ';'];

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

/** The text with the common character references resolved; the rest stay as they are. */
export function decodeReferences(text: string): string {
  return text.includes('&')
    ? text.replace(/&(#?\w{2,6});/g, (whole, name: string) => references[name] ?? whole)
    : text;
}

function unwrap(text: string): string {
  let bare = text.replace(before, '').trimEnd();
  for (let found: string | undefined = ''; found !== undefined;) {
    found = behind.find((mark) => bare.endsWith(mark));
    if (found) bare = bare.slice(0, -found.length).trimEnd();
  }
  return bare;
}

/** Strings get their control characters escaped; comments, and commas before a closing bracket, go. One pass. */
function repair(text: string): string {
  return text.replace(
    /("(?:[^"\\]+|\\[^])*"?)|\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*|,(?=\s*[\]}])/g,
    (_token, string: string | undefined) => string?.replace(/\\([^])|[\0-\x1f]/g, mendSign) ?? '',
  );
}

/** An escape that JSON does not know is the sign itself; a bare control character becomes a space. */
function mendSign(sign: string, escaped: string | undefined): string {
  if (escaped === undefined) return ' ';
  return /["\\/bfnrtu]/.test(escaped) ? sign : escaped < ' ' ? ' ' : escaped;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The value of a JSON-LD block, however it is wrapped or broken: CDATA, HTML comments, trailing semicolons and
 * commas, raw line breaks in strings, character references for its quotes. Undefined where it cannot be mended or
 * is too long.
 */
export function parseJsonLd(text: string): unknown {
  if (text.length > maxBlockLength) return undefined;
  const value = parseOrNull(text);
  if (value !== undefined) return value;
  const bare = unwrap(text);
  const mended = repair(/^[[{]\s*&quot;/.test(bare) ? decodeReferences(bare) : bare);
  return parseOrNull(mended) ?? parseOrNull(`[${mended.replace(/\}\s*\{/g, '},{')}]`);
}
