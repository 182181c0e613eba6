// How the JSON of a shard is set in lines, so that a look-up parses the few lines it needs and not the whole shard: a
// member begins on a line of its own, and so does each thing in its list. No line break stands within JSON's own texts.

const filmsMark = ',"films":{\n';
const linksMark = '\n},"links":{\n';
const kindsMark = '{"scoreKinds":';
const endMark = '\n}}';

/** A key and what is listed under it, all in JSON. */
export type JsonMember = [key: string, items: string[]];

/** Members of one part of a shard, read where they stand. Each call throws `SyntaxError` where a member is no JSON. */
export interface ShardPart {
  /** What stands under a key; undefined where nothing does. */
  get(key: string): unknown;
  /** As `get`, and at least those of its things that have such a text in them. */
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

/** The JSON of a shard out of the JSON of what is in it. */
export function formatShardText(
  scoreKinds: string,
  films: Iterable<JsonMember>,
  links: Iterable<JsonMember>,
): string {
  return `${kindsMark}${scoreKinds}${filmsMark}${formatMembers(films)}${linksMark}${formatMembers(links)}${endMark}`;
}

/** The line around a place, without the comma at its end. */
function sliceLine(text: string, place: number): string {
  return text.slice(text.lastIndexOf('\n', place) + 1, text.indexOf('\n', place)).replace(/,$/, '');
}

/** The part between two places; the first is that of the line break before its first member. */
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
      // In more lines than one: which is meant is for the reader to see.
      if (next >= 0 && next < block.end) return parseBlock(block);
      const found: unknown = JSON.parse(line);
      return [found];
    },
  };
}

/** The parts of a shard that is set in lines; null for any other text, be it JSON or not. Throws `SyntaxError`. */
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
