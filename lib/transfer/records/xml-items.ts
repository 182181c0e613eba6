import { readMarkup, xmlOptions } from '../../text/markup.ts';

/** The texts inside an element of XML, by the names of their elements; of several the first counts. */
export type XmlItem = Record<string, string>;

/**
 * The elements with one of the names, each with its own name as `element` and the texts inside. A text whose element has
 * an attribute `type` has it in its name, as `uniqueid_imdb`. Deeper elements are not looked into.
 */
export function listXmlItems(xml: string, ...names: string[]): XmlItem[] {
  const items: XmlItem[] = [];
  let item: XmlItem | null = null;
  let itemDepth = 0;
  let [key, text] = ['', ''];
  readMarkup(
    xml,
    () => ({
      onOpen: (element, { type }, depth) => {
        if (item === null && names.includes(element)) {
          item = Object.create(null) as XmlItem;
          item['element'] = element;
          items.push(item);
          itemDepth = depth;
        } else if (depth === itemDepth + 1) {
          [key, text] = [type === undefined ? element : `${element}_${type.toLowerCase()}`, ''];
        }
      },
      onText: (part) => {
        text += part;
      },
      onClose: (_element, depth, isImplied) => {
        if (item === null) return;
        if (depth === itemDepth + 1 && !isImplied) item[key] ??= text.trim();
        if (depth <= itemDepth) item = null;
      },
    }),
    xmlOptions,
  );
  return items;
}
