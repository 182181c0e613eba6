import { Parser, type ParserOptions } from 'htmlparser2';

/** Where elements nest deeper, reading stops: for each closing tag the parser looks through all open elements. */
const maxDepth = 200;

/** How XML is read: no element is empty or raw by its name, and names are compared in lower case. */
export const xmlOptions: ParserOptions = {
  xmlMode: true,
  lowerCaseTags: true,
  lowerCaseAttributeNames: true,
};

/** The attributes of an element by name. */
export type MarkupAttributes = Partial<Record<string, string>>;

/** What reads a document; character references in texts and attributes are resolved. `depth` is 0 for the root. */
export interface MarkupReader {
  onOpen: (name: string, attributes: MarkupAttributes, depth: number) => void;
  /** Text between tags may come in several parts. */
  onText: (text: string) => void;
  /** Every element that was opened is closed, if not by its own tag (`isImplied`) then by another or by the end. */
  onClose: (name: string, depth: number, isImplied: boolean) => void;
}

/**
 * Reads HTML, or XML with `xmlOptions`, to its end, until the reader calls `stop`, or until it nests too deeply. Never
 * throws, fetches nothing and expands no entity that the document declares.
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
