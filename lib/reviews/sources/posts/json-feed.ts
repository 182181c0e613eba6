import * as v from 'valibot';
import { lazySchema } from '../../../text/schemas.ts';
import { escapeMarkup } from '../../../text/markup.ts';
import { looseList } from '../answers.ts';
import { parseHttpUrl } from '../addresses.ts';
import { maxEntries, type FeedDocument } from './feed-document.ts';

// jsonfeed.org, versions 1 and 1.1.

const text = v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(1_500_000))), null);
const person = lazySchema(() => v.object({ name: text }));
const people = {
  authors: looseList(person, 5),
  author: v.fallback(v.nullable(person), null),
};
const schema = lazySchema(() =>
  v.object({
    version: v.pipe(v.string(), v.regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/)),
    title: text,
    home_page_url: text,
    next_url: text,
    ...people,
    items: looseList(
      v.object({
        id: v.fallback(v.nullable(v.union([v.string(), v.number()])), null),
        url: text,
        title: text,
        content_html: text,
        content_text: text,
        summary: text,
        date_published: text,
        date_modified: text,
        ...people,
      }),
      maxEntries,
    ),
  }),
);

type People = Pick<v.InferOutput<typeof schema>, 'authors' | 'author'>;

const nameOf = ({ authors, author }: People): string | null =>
  [...authors, ...(author ? [author] : [])].find(({ name }) => name?.trim())?.name?.trim() ?? null;
const asHtml = (plain: string | null): string | null =>
  plain && escapeMarkup(plain).replace(/\r?\n/g, '<br>');

/** Parses a JSON Feed, at most 100 items. Null if the text is no such feed. */
export function parseJsonFeed(source: string, address: string): FeedDocument | null {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return null;
  const { title, home_page_url, next_url, items, ...feed } = parsed.output;
  const author = nameOf(feed);
  const resolve = (url: string | null): string | null => (url ? parseHttpUrl(url.trim(), address) : null);
  return {
    kind: 'json',
    title: asHtml(title),
    home: resolve(home_page_url),
    older: resolve(next_url),
    entries: items.map((item) => {
      const id = item.id === null ? null : String(item.id);
      return {
        id,
        title: asHtml(item.title),
        url: resolve(item.url) ?? (/^https?:/i.test(id ?? '') ? resolve(id) : null),
        author: nameOf(item) ?? author,
        published: item.date_published,
        updated: item.date_modified,
        summary: asHtml(item.summary),
        content: item.content_html ?? asHtml(item.content_text),
        isReply: false,
      };
    }),
  };
}
