import { Parser, type ParserOptions } from 'htmlparser2';

/**
 * The maximum nesting of elements; reading stops below it. For each closing tag the parser searches all open elements.
 */
const maxDepth = 200;

/** Options for XML: no element is empty or raw by its name, and names are compared in lower case. */
export const xmlOptions: ParserOptions = {
  xmlMode: true,
  lowerCaseTags: true,
  lowerCaseAttributeNames: true,
};

/** The attributes of an element, by name. */
export type MarkupAttributes = Partial<Record<string, string>>;

/**
 * The callbacks that receive a document. Character references in texts and attributes are resolved. `depth` is 0 for
 * the root.
 */
export interface MarkupReader {
  onOpen: (name: string, attributes: MarkupAttributes, depth: number) => void;
  /** The text between two tags may arrive in several calls. */
  onText: (text: string) => void;
  /** Called once for each opened element. `isImplied` is true if another tag or the end of the document closed it. */
  onClose: (name: string, depth: number, isImplied: boolean) => void;
}

/** The text as HTML that says the same, in an element or an attribute. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Reads HTML, or XML with `xmlOptions`, until the end, until the reader calls `stop`, or until elements nest too
 * deeply. Never throws, fetches nothing, and does not expand entities that the document declares.
 */
export function readMarkup(
  source: string,
  createReader: (stop: () => void) => MarkupReader,
  options?: ParserOptions,
): void {
  let depth = 0;
  const reader = createReader(() => parser.pause());
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (depth === maxDepth) parser.pause();
        else reader.onOpen(name, attributes, depth);
        depth += 1;
      },
      ontext: reader.onText,
      onclosetag: (name, isImplied) => {
        depth -= 1;
        reader.onClose(name, depth, isImplied);
      },
    },
    options,
  );
  parser.end(source);
}

/** A text in which references such as `&amp;` and `&#39;` are resolved; anything else in it stays, also markup. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/gi, (reference) => {
    let decoded = '';
    readMarkup(reference, () => ({
      onOpen: () => undefined,
      onText: (part) => {
        decoded += part;
      },
      onClose: () => undefined,
    }));
    return decoded;
  });
}
