import { escapeMarkup } from '../../../text/markup.ts';
import { cleanText } from '../../../text/text.ts';
import { parseHttpUrl } from '../addresses.ts';
import type { FeedKind } from '../types.ts';
import type { FeedDocument, FeedEntry } from './feed-document.ts';
import { readFeedFields, type Field } from './feed-fields.ts';
import { countPaged } from './older-posts.ts';

// RSS 0.9x and 2.0 (rssboard.org/rss-specification), RSS 1.0 (web.resource.org/rss/1.0), Atom 1.0 (RFC 4287) and 0.3.

/** The fields with the first of the names that any has a text in. */
function find(fields: Field[], ...names: string[]): Field | null {
  for (const name of names) {
    const found = fields.find(
      (one) => one.name === name && (cleanText(one.text) !== '' || one.markup !== ''),
    );
    if (found) return found;
  }
  return null;
}

const textOf = (field: Field | null): string | null => cleanText(field?.text ?? '') || null;

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(text.replace(/\s+/g, '')), (one) => one.charCodeAt(0)),
    );
  } catch {
    return '';
  }
}

/** A text as HTML. Atom states how it is written; RSS has HTML, or plain text with characters that HTML escapes. */
function readHtml(field: Field | null, kind: FeedKind): string | null {
  if (field === null) return null;
  const { text, markup, attributes, children } = field;
  const { type = 'text', mode } = attributes;
  // Atom 0.3 says so; in Atom 1.0 it is what is neither text nor XML (RFC 4287, 4.1.3.3).
  const isBase64 = mode === 'base64' || (kind === 'atom' && /^(?!text\/|.*xml)[a-z]+\/./i.test(type));
  if (isBase64) return readEncoded(decodeBase64(text), type);
  if (children.size > 0) return type === 'html' && isMarkup(text) ? text : markup;
  if (kind === 'rss') return isMarkup(text) ? text : escapeMarkup(text);
  if (/^(?:html|text\/html|xhtml|application\/xhtml\+xml)$/i.test(type)) return text;
  return mode === 'escaped' ? readEncoded(text, type) : isArticle(text) ? text : escapeMarkup(text);
}

const readEncoded = (text: string, type: string): string =>
  /html/i.test(type) || isMarkup(text) ? text : escapeMarkup(text);

/** Whether a text has markup or character references, so that "3 < 4" and "AT&T" are texts. */
const isMarkup = (text: string): boolean => /<[a-z!/][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(text);

/** Whether a text that is said to be plain is HTML, as generators write that forget its type: it has a whole element of text. */
const isArticle = (text: string): boolean =>
  /<(p|div|span|b|i|u|a|em|strong|small|cite|q|blockquote|ul|ol|li|h[1-6]|table|figure)\b[^<>]*>[^]*<\/\1\s*>/i.test(
    text,
  );

/** A person's name out of "Ann Lee", "ann@example.org (Ann Lee)" or "Ann Lee <ann@example.org>"; null for an address. */
function parsePerson(text: string | null): string | null {
  if (text === null) return null;
  const bracketed = /^\S+@\S+\s+\(([^()]+)\)$/.exec(text)?.[1];
  const name = (bracketed ?? text.replace(/\s*[<(][^<>()]*@[^<>()]*[>)]\s*$/, '')).trim();
  return name === '' || /^(?:mailto:)?\S+@\S+$/.test(name) ? null : name;
}

function readAuthor(fields: Field[]): string | null {
  for (const name of ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author']) {
    for (const field of fields.filter((one) => one.name === name)) {
      const named = field.children.get('name') ?? field.children.get('atom:name');
      const person = parsePerson(cleanText(named ?? (field.children.size > 0 ? '' : field.text)) || null);
      if (person !== null) return person;
    }
  }
  return null;
}

/** The address of the entry's page: its alternate link as HTML, else another alternate link. */
function findAlternate(fields: Field[]): string | null {
  const links = fields.filter(({ name, attributes: { rel = 'alternate', href } }) => {
    const isAlternate = /^(?:alternate|http:\/\/www\.iana\.org\/assignments\/relation\/alternate)$/i.test(
      rel.trim(),
    );
    return (name === 'link' || name === 'atom:link') && href !== undefined && isAlternate;
  });
  const isHtml = ({ attributes: { type = 'text/html' } }: Field): boolean => /html/i.test(type);
  const link = links.find(isHtml) ?? links[0];
  return link ? parseHttpUrl(link.attributes.href?.trim() ?? '', link.base) : null;
}

function findUrl(fields: Field[], kind: FeedKind): string | null {
  const stated = fields.find(({ name, text }) => name === 'link' && cleanText(text) !== '');
  // FeedBurner replaces the link with one that counts clicks, and gives the page's own address here.
  const original = fields.find(({ name }) => name === 'feedburner:origlink');
  const text = original ?? stated;
  const byText = text && parseHttpUrl(text.text.trim(), text.base);
  if (byText && (kind === 'rss' || original)) return byText;
  const alternate = findAlternate(fields);
  if (alternate !== null || byText) return alternate ?? byText ?? null;
  const id = fields.find(({ name }) => name === 'guid' || name === 'id' || name === 'rdf:about');
  const isPermalink = id !== undefined && (id.attributes.ispermalink ?? 'true').toLowerCase() !== 'false';
  const address = isPermalink ? readId(id, kind) : null;
  return address !== null && /^https?:/i.test(address) ? parseHttpUrl(address) : null;
}

/** An id; one of Atom is an address, which may be relative to an `xml:base`. */
function readId(field: Field | null, kind: FeedKind): string | null {
  const id = textOf(field);
  if (field === null || id === null || kind === 'rss' || URL.canParse(id) || !field.hasBase) return id;
  return parseHttpUrl(id, field.base) ?? id;
}

/** The author of the feed that an entry was taken from. */
const readSourceAuthor = (fields: Field[]): string | null =>
  parsePerson(
    /<author>.*?<name>([^<]*)<\/name>/s.exec(
      fields.find(({ name }) => name === 'source')?.markup ?? '',
    )?.[1] ?? null,
  );

function readEntry(fields: Field[], kind: FeedKind, feedAuthor: string | null): FeedEntry {
  const content = find(fields, 'content:encoded', 'content', 'atom:content', 'xhtml:body', 'xhtml:div');
  return {
    id: readId(find(fields, 'guid', 'id', 'rdf:about'), kind),
    title: readHtml(find(fields, 'title', 'dc:title'), kind),
    url: findUrl(fields, kind),
    author: readAuthor(fields) ?? readSourceAuthor(fields) ?? feedAuthor,
    published: textOf(
      find(
        fields,
        'pubdate',
        'published',
        'atom:published',
        'issued',
        'dcterms:issued',
        'dc:date',
        'created',
        'dcterms:created',
      ),
    ),
    updated: textOf(find(fields, 'updated', 'modified', 'dcterms:modified', 'atom:updated')),
    summary: readHtml(find(fields, 'description', 'summary', 'dc:description', 'atom:summary'), kind),
    content: readHtml(content, kind),
    isReply: fields.some(({ name }) => name === 'thr:in-reply-to'),
  };
}

/** The address of the page with older entries: the next page or archive (RFC 5005), or WordPress's next page. */
function findOlder(head: Field[], address: string): string | null {
  for (const wanted of ['next', 'prev-archive']) {
    const link = head.find(
      ({ name, attributes: { rel, href } }) =>
        (name === 'link' || name === 'atom:link') &&
        href !== undefined &&
        rel?.trim().toLowerCase() === wanted,
    );
    const url = link && parseHttpUrl(link.attributes.href?.trim() ?? '', link.base);
    if (url) return url;
  }
  const isWordPress = head.some(
    ({ name, text }) => name === 'generator' && /^\s*https?:\/\/wordpress\.(?:org|com)\//i.test(text),
  );
  return isWordPress ? countPaged(address) : null;
}

/** Parses RSS and Atom, at most 100 entries. Null if the text is neither. */
export function parseXmlFeed(text: string, address: string): FeedDocument | null {
  const fields = readFeedFields(text, address);
  if (fields === null) return null;
  const { kind, head, entries } = fields;
  const author = readAuthor(head) ?? parsePerson(textOf(find(head, 'managingeditor')));
  return {
    kind,
    title: readHtml(find(head, 'title', 'dc:title'), kind),
    home: findUrl(head, kind),
    older: findOlder(head, address),
    entries: entries.map((entry) => readEntry(entry, kind, author)),
  };
}
