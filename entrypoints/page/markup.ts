/** Reads JSON-LD, microdata and RDFa about works. */
export { markupReader } from '../../lib/detect/read-markup.ts';
