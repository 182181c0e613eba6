import { escapeMarkup, readMarkup, xmlOptions, type MarkupAttributes } from '../../../text/markup.ts';
import { parseHttpUrl } from '../addresses.ts';
import type { FeedKind } from '../types.ts';
import { maxEntries } from './feed-document.ts';

/** The part of a namespace's address that tells it, and the prefix that it has here. The first that matches counts. */
const namespaces: [RegExp, string][] = [
  [/w3\.org\/2005\/atom|purl\.org\/atom\//i, 'atom'],
  [/purl\.org\/dc\/elements\//i, 'dc'],
  [/purl\.org\/dc\/terms\//i, 'dcterms'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/w3\.org\/1999\/xhtml/i, 'xhtml'],
  [/purl\.org\/syndication\/thread/i, 'thr'],
  [/feedburner/i, 'feedburner'],
  [/www\.itunes\.com\/dtds\/podcast/i, 'itunes'],
  [/w3\.org\/1999\/02\/22-rdf-syntax-ns/i, 'rdf'],
  [
    /purl\.org\/rss\/|my\.netscape\.com\/rdf|backend\.userland\.com|channel\.netscape\.com|cyber\.law\.harvard\.edu\/rss/i,
    '',
  ],
];
/** Prefixes that mean the same where a feed forgot to declare them. */
const usualPrefixes = new Set([
  'atom',
  'dc',
  'dcterms',
  'content',
  'xhtml',
  'thr',
  'feedburner',
  'itunes',
  'rdf',
]);

const findPrefix = (uri: string): string => namespaces.find(([pattern]) => pattern.test(uri))?.[1] ?? 'other';

/** An element of a feed's entry or head, with its content. Names have the prefixes above, whatever the feed calls them. */
export interface Field {
  name: string;
  attributes: MarkupAttributes;
  /** The text without markup. */
  text: string;
  /** The text with its markup, as HTML. */
  markup: string;
  /** The texts of its child elements by name, the first of each. */
  children: Map<string, string>;
  /** What relative addresses in it refer to, and whether an `xml:base` says so. */
  base: string;
  hasBase: boolean;
}

/** An open element. */
interface Level {
  name: string;
  base: string;
  prefixes: Map<string, string>;
}

/** The elements of a feed's head, and those of each entry. */
export interface FeedFields {
  kind: FeedKind;
  head: Field[];
  entries: Field[][];
}

const keptAttributes = /^(?:alt|title|href|src)$/;
const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

function formatTag(name: string, attributes: MarkupAttributes): string {
  const kept = Object.entries(attributes).filter(([key]) => keptAttributes.test(key));
  return `<${withoutPrefix(name)}${kept.map(([key, value = '']) => ` ${key}="${escapeMarkup(value)}"`).join('')}>`;
}

function findKind(name: string): FeedKind | null {
  if (name === 'rss' || name === 'rdf:rdf') return 'rss';
  return name === 'feed' ? 'atom' : null;
}

/** Collects the elements of a feed while it is read. */
class FieldCollector {
  kind: FeedKind | null = null;
  head: Field[] = [];
  entries: Field[][] = [];
  private levels: Level[] = [];
  private entry: { fields: Field[]; depth: number } | null = null;
  private field: (Field & { depth: number }) | null = null;
  private child: { name: string; text: string } | null = null;

  private address: string;

  constructor(address: string) {
    this.address = parseHttpUrl(address) ?? address;
  }

  open(rawName: string, attributes: MarkupAttributes, depth: number): void {
    const parent = this.levels.at(-1)?.name ?? '';
    const { name, base } = this.openLevel(rawName, attributes);
    if (depth === 0) this.kind = findKind(name);
    if (this.field !== null) {
      this.field.markup += formatTag(name, attributes);
      if (depth === this.field.depth + 1) this.child = { name, text: '' };
      return;
    }
    const made = {
      attributes,
      text: '',
      markup: '',
      children: new Map(),
      base,
      hasBase: base !== this.address,
    };
    const isHead = depth <= 2 && /^(?:channel|feed)$/.test(parent);
    if (
      this.entry === null &&
      /^(?:item|entry)$/.test(name) &&
      /^(?:channel|rss|rdf:rdf|feed)$/.test(parent)
    ) {
      const about = attributes['rdf:about'];
      const fields = about ? [{ ...made, name: 'rdf:about', text: about }] : [];
      this.entry = { fields, depth };
    } else if (this.entry === null ? isHead : depth === this.entry.depth + 1)
      this.field = { ...made, name, depth };
  }

  addText(text: string): void {
    if (this.field === null) return;
    this.field.text += text;
    this.field.markup += escapeMarkup(text);
    if (this.child !== null) this.child.text += text;
  }

  close(depth: number, isImplied: boolean): void {
    const name = this.levels.pop()?.name ?? '';
    const { field, entry } = this;
    if (field !== null && depth > field.depth) this.closeInner(field, name, depth);
    else if (field !== null && depth === field.depth) {
      (entry?.fields ?? this.head).push(field);
      this.field = null;
    } else if (entry !== null && depth === entry.depth) {
      // An entry without a closing tag is incomplete.
      if (!isImplied) this.entries.push(entry.fields);
      this.entry = null;
    }
  }

  private closeInner(field: Field & { depth: number }, name: string, depth: number): void {
    field.markup += `</${withoutPrefix(name)}>`;
    if (this.child === null || depth !== field.depth + 1) return;
    if (!field.children.has(this.child.name)) field.children.set(this.child.name, this.child.text);
    this.child = null;
  }

  private openLevel(rawName: string, attributes: MarkupAttributes): Level {
    const parent = this.levels.at(-1) ?? { base: this.address, prefixes: new Map<string, string>() };
    const declared = Object.entries(attributes).filter(([key]) => /^xmlns(?::|$)/.test(key));
    const prefixes =
      declared.length === 0
        ? parent.prefixes
        : new Map([
            ...parent.prefixes,
            ...declared.map(([key, value = '']): [string, string] => [key.slice(6), findPrefix(value)]),
          ]);
    const base = parseHttpUrl(attributes['xml:base']?.trim() ?? '', parent.base) ?? parent.base;
    const level = { name: this.formatName(rawName, prefixes), base, prefixes };
    this.levels.push(level);
    return level;
  }

  /** The name with the prefix used here; without one for the elements of RSS, and for those of Atom in Atom. */
  private formatName(rawName: string, prefixes: Map<string, string>): string {
    const colon = rawName.indexOf(':');
    const [written, local] = colon < 0 ? ['', rawName] : [rawName.slice(0, colon), rawName.slice(colon + 1)];
    const known = prefixes.get(written) ?? (written === '' || usualPrefixes.has(written) ? written : 'other');
    // The namespaces of RSS have many addresses.
    const prefix = written === '' && known === 'other' ? '' : known;
    return prefix === '' || (prefix === 'atom' && this.kind !== 'rss') ? local : `${prefix}:${local}`;
  }
}

/** Reads a feed's elements, at most 100 entries. Null if it is neither RSS nor Atom. */
export function readFeedFields(text: string, address: string): FeedFields | null {
  const found = new FieldCollector(address);
  readMarkup(
    text,
    (stop) => ({
      onOpen: (name, attributes, depth) => {
        found.open(name, attributes, depth);
        if (found.kind === null) stop();
      },
      onText: (part) => found.addText(part),
      onClose: (_name, depth, isImplied) => {
        found.close(depth, isImplied);
        if (found.entries.length === maxEntries) stop();
      },
    }),
    xmlOptions,
  );
  const { kind, head, entries } = found;
  return kind === null ? null : { kind, head, entries };
}
