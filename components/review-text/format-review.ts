import DOMPurify from 'dompurify';
import { Marked, type Tokens } from 'marked';

/** The elements of a review; the text in any other is kept without it. */
const tags = ['a', 'b', 'blockquote', 'br', 'del', 'em', 'i', 'p', 's', 'strong', 'u'];

/** A longer text is shown as it is: the time to format hostile ones grows faster than they do. */
const maxLength = 50_000;
/** The signs that may begin or end something, at most; with many the time grows with their square. */
const maxSigns = 800;
const signs = /[*_~[\]<]/g;
/** Quotes in quotes, at most. Each level is a call in a call. */
const tooDeep = /^(?:[ \t]*>){12}/m;

const none = (): undefined => undefined;

/**
 * Markdown's formatting of words, its quotes and its line breaks. The rest of Markdown is left out, because in a review a
 * line that begins with "1994." or "#" or with four blanks is meant as it is.
 */
const marked = new Marked({ gfm: true, breaks: true, async: false });
marked.use({
  tokenizer: {
    ...{ code: none, codespan: none, fences: none, heading: none, lheading: none, hr: none },
    ...{ list: none, table: none, def: none, reflink: none },
  },
  renderer: {
    // A line break in a quote of Letterboxd's HTML, which Markdown would leave to HTML.
    html: ({ text }: Tokens.HTML | Tokens.Tag) => text.trimEnd().replaceAll('\n', '<br>'),
    image: ({ text }: Tokens.Image) => text,
  },
});

function guardLinks(root: DocumentFragment): void {
  for (const link of root.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    if (!link.hasAttribute('href')) link.replaceWith(...link.childNodes);
  }
}

/**
 * Makes the elements of a review in Markdown, Letterboxd's HTML or both: bold, italics, struck and underlined words, links
 * to http and https, quotes and line breaks, and nothing else. Null for a text that would take too long to format: too long, nested too deep, or with too many signs.
 */
export function formatReview(text: string): DocumentFragment | null {
  if (text.length > maxLength || tooDeep.test(text)) return null;
  if ((text.match(signs)?.length ?? 0) > maxSigns) return null;
  const html = marked.parse(text.replace(/[ \t]{2,}/g, ' '), { async: false });
  const root = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: /^https?:\/\//i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  guardLinks(root);
  return root;
}
