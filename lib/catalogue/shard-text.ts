// The layout of a shard's JSON: each member and each item of its list begins on a new line, so that a look-up parses
// only the lines it needs. Line breaks never occur within the JSON of an item.

const filmsMark = ',"films":{\n';
const linksMark = '\n},"links":{\n';
const kindsMark = '{"scoreKinds":';
const endMark = '\n}}';

/** A key and the items listed under it, all in JSON. */
export type JsonMember = [key: string, items: string[]];

/** The members of one part of a shard, parsed on request. Each call throws `SyntaxError` if a member is not JSON. */
export interface ShardPart {
  /** The value under a key; undefined if there is none. */
  get(key: string): unknown;
  /** Like `get`, but may omit items that do not contain `text`. */
  getWith(key: string, text: string): unknown;
}

/** The parts of a shard. */
export interface ShardParts {
  scoreKinds: unknown;
  films: ShardPart;
  links: ShardPart;
}

function formatMembers(members: Iterable<JsonMember>): string {
  return Array.from(members, ([key, items]) => `${key}:[\n${items.join(',\n')}\n]`).join(',\n');
}

/** Formats the JSON of a shard from the JSON of its parts. */
export function formatShardText(
  scoreKinds: string,
  films: Iterable<JsonMember>,
  links: Iterable<JsonMember>,
): string {
  return `${kindsMark}${scoreKinds}${filmsMark}${formatMembers(films)}${linksMark}${formatMembers(links)}${endMark}`;
}

/** The line at a position, without the comma at its end. */
function sliceLine(text: string, position: number): string {
  return text.slice(text.lastIndexOf('\n', position) + 1, text.indexOf('\n', position)).replace(/,$/, '');
}

/** The part between two positions; `from` is the line break before its first member. */
function openPart(text: string, from: number, to: number): ShardPart {
  const findBlock = (key: string): { start: number; end: number } | null => {
    const head = `\n${JSON.stringify(key)}:[\n`;
    const at = text.indexOf(head, from);
    if (at < 0 || at >= to) return null;
    const start = at + head.length;
    return { start, end: text.indexOf('\n]', start - 1) };
  };
  const parseBlock = ({ start, end }: { start: number; end: number }): unknown =>
    JSON.parse(`[${text.slice(start, end)}]`);
  return {
    get(key) {
      const block = findBlock(key);
      return block === null ? undefined : parseBlock(block);
    },
    getWith(key, wanted) {
      const block = findBlock(key);
      if (block === null) return undefined;
      const json = JSON.stringify(wanted);
      const first = text.indexOf(json, block.start);
      if (first < 0 || first >= block.end) return [];
      const line = sliceLine(text, first);
      const next = text.indexOf(json, first + line.length);
      // Several lines contain the text: the caller decides which one it needs.
      if (next >= 0 && next < block.end) return parseBlock(block);
      const found: unknown = JSON.parse(line);
      return [found];
    },
  };
}

/** The parts of a shard with this layout; null for any other text, JSON or not. Throws `SyntaxError`. */
export function readShardText(text: string): ShardParts | null {
  const films = text.indexOf(filmsMark);
  const links = text.indexOf(linksMark, films);
  if (!text.startsWith(kindsMark) || films < 0 || links < 0 || !text.endsWith(endMark)) return null;
  return {
    scoreKinds: JSON.parse(text.slice(kindsMark.length, films)),
    films: openPart(text, films + filmsMark.length - 1, links),
    links: openPart(text, links + linksMark.length - 1, text.length),
  };
}
