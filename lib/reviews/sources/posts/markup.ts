import { decodeReferences } from './references.ts';

/** A part of a document of XML or HTML. Texts and values have their character references resolved. */
export type MarkupToken =
  | { kind: 'open'; name: string; attributes: Map<string, string>; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** A tag longer than this is no tag: the sign that opens it is text. */
const maxTagLength = 10_000;
/** Elements of HTML whose content is no markup. */
const rawNames = /^(?:script|style|textarea|title|noscript|template)$/;
const subsetEnd = /\]\s*>/g;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Where a tag that begins at `start` ends, quotes minded; -1 where it does not within bounds. */
function findTagEnd(source: string, start: number): number {
  const last = Math.min(source.length, start + maxTagLength);
  let quote = '';
  for (let at = start + 1; at < last; at += 1) {
    const sign = source.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at;
    else if (sign === '<') return -1;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

function parseTag(inside: string): MarkupToken | null {
  const isClosing = inside.startsWith('/');
  const name = /^\/?([A-Za-z_][\w.:-]{0,60})/.exec(inside)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (isClosing) return { kind: 'close', name };
  const attributes = new Map<string, string>();
  for (const match of inside.slice(name.length).matchAll(attribute)) {
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const key = (match[1] ?? '').toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeReferences(value));
  }
  return { kind: 'open', name, attributes, isEmpty: inside.endsWith('/') };
}

/** A comment, a CDATA section, a declaration or an instruction at `at`: where it ends, and the text it is. */
function readSpecial(source: string, at: number): { end: number; text: string } | null {
  const endOf = (mark: string, from: number): number => {
    const found = source.indexOf(mark, from);
    return found < 0 ? source.length : found + mark.length;
  };
  if (source.startsWith('<!--', at)) return { end: endOf('-->', at + 4), text: '' };
  if (source.startsWith('<![CDATA[', at)) {
    const end = endOf(']]>', at + 9);
    return { end, text: source.slice(at + 9, source.startsWith(']]>', end - 3) ? end - 3 : end) };
  }
  if (source.startsWith('<?', at)) return { end: endOf('?>', at + 2), text: '' };
  if (!source.startsWith('<!', at)) return null;
  // What a document type declares, entities among it, is passed over unread.
  const plainEnd = endOf('>', at);
  if (!source.slice(at, plainEnd).includes('[')) return { end: plainEnd, text: '' };
  subsetEnd.lastIndex = at;
  return { end: subsetEnd.exec(source) === null ? source.length : subsetEnd.lastIndex, text: '' };
}

/**
 * The tags and texts of a document in their order. Reads HTML (`isHtml`: the content of scripts and the like is one
 * text) and XML; never throws, takes time linear in the length, follows no address and expands no entity.
 */
export function* readMarkup(source: string, isHtml: boolean): Generator<MarkupToken> {
  let at = 0;
  let textFrom = 0;
  const textUntil = (end: number): MarkupToken[] =>
    end > textFrom ? [{ kind: 'text', text: decodeReferences(source.slice(textFrom, end)) }] : [];
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) break;
    const special = readSpecial(source, open);
    const end = special ? special.end : findTagEnd(source, open);
    const tag = special || end < 0 ? null : parseTag(source.slice(open + 1, end));
    if (!special && !tag) {
      at = open + 1;
      continue;
    }
    yield* textUntil(open);
    at = textFrom = special ? special.end : end + 1;
    if (special?.text) yield { kind: 'text', text: special.text };
    if (!tag) continue;
    yield tag;
    if (!isHtml || tag.kind !== 'open' || !rawNames.test(tag.name)) continue;
    const closing = new RegExp(`</${tag.name}[\\s>/]`, 'gi');
    closing.lastIndex = at;
    const rawEnd = closing.exec(source)?.index ?? source.length;
    if (rawEnd > at) yield { kind: 'text', text: source.slice(at, rawEnd) };
    at = textFrom = rawEnd;
  }
  yield* textUntil(source.length);
}
