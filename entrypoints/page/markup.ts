/** Reads JSON-LD, microdata, RDFa and microformats about works. */
export { markupReader } from '../../lib/detect/read-markup.ts';
