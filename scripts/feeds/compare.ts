// Compares what the reader of feeds reads of files with what feedparser, the reference program, reads of them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeBody } from '../../lib/background/http/decode-body.ts';
import { parseFeedDocument } from '../../lib/reviews/sources/feed.ts';
import type { FeedDocument } from '../../lib/reviews/sources/posts/feed-document.ts';
import { parsePostDate } from '../../lib/reviews/sources/posts/post-dates.ts';
import { formatPlainText } from '../../lib/reviews/sources/posts/text-lines.ts';

/** What the reference program reads. Texts are HTML, times are seconds since 1970. */
interface Reference {
  /** Empty if it takes the file for no feed. */
  version: string;
  feed: { title: string | null; home: string | null };
  entries: {
    id: string | null;
    title: string | null;
    url: string | null;
    author: string | null;
    published: number | null;
    updated: number | null;
    summary: string | null;
    content: string[];
  }[];
}

export interface Comparison {
  /** Files that the reference program takes for feeds, and how many of them are read. */
  feeds: number;
  read: number;
  /** Values that it states, and those that are read otherwise, as "FILE: NAME is A, not B". */
  values: number;
  differences: string[];
}

const program = join(import.meta.dirname, 'reference.py');

function readReference(files: string[]): Reference[] {
  const output = execFileSync('/usr/bin/python3', ['-W', 'ignore', program, ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(output) as Reference[];
}

/** A text without markup and white space, which programs treat differently. */
const foldText = (html: string | null | undefined): string => formatPlainText(html ?? '').replace(/\s/g, '');
const foldUrl = (url: string | null): string | null =>
  url !== null && /^https?:/.test(url) && URL.canParse(url) ? new URL(url).href : url;

function toSeconds(text: string | null): number | null {
  const date = parsePostDate(text ?? '');
  if (date === null) return null;
  return Math.floor(Date.parse(/T[\d:]+$/.test(date) ? `${date}Z` : date) / 1000);
}

type Pair = [name: string, got: string | number | null, wanted: string | number | null];

function* listPairs(got: FeedDocument, wanted: Reference): Generator<Pair> {
  yield ['feed title', foldText(got.title), foldText(wanted.feed.title)];
  yield ['feed home', foldUrl(got.home), foldUrl(wanted.feed.home)];
  yield ['entries', got.entries.length, wanted.entries.length];
  for (const [at, entry] of wanted.entries.entries()) {
    const own = got.entries[at];
    if (!own) continue;
    const [content = null] = entry.content;
    yield ['id', foldUrl(own.id), foldUrl(entry.id)];
    yield ['title', foldText(own.title), foldText(entry.title)];
    yield ['url', foldUrl(own.url), foldUrl(entry.url)];
    yield ['author', own.author, entry.author];
    yield ['published', toSeconds(own.published), entry.published];
    yield ['updated', toSeconds(own.updated), entry.updated];
    // It repeats the content where there is no summary.
    if (entry.summary !== content) yield ['summary', foldText(own.summary), foldText(entry.summary)];
    yield ['content', foldText(own.content), foldText(content)];
  }
}

/** Compares files. Values that the reference program does not state are not compared. */
export function compareFeeds(files: string[]): Comparison {
  const found: Comparison = { feeds: 0, read: 0, values: 0, differences: [] };
  for (const [at, wanted] of readReference(files).entries()) {
    const file = files[at] ?? '';
    if (wanted.version === '') continue;
    found.feeds += 1;
    const text = decodeBody(readFileSync(file), '');
    let got: FeedDocument;
    try {
      got = parseFeedDocument(text, `http://127.0.0.1:8097/${basename(file)}`);
    } catch {
      found.differences.push(`${basename(file)}: not read`);
      continue;
    }
    found.read += 1;
    for (const [name, value, stated] of listPairs(got, wanted)) {
      if (stated === null || stated === '') continue;
      found.values += 1;
      if (value !== stated)
        found.differences.push(`${basename(file)}: ${name} is ${String(value)}, not ${stated}`);
    }
  }
  return found;
}
