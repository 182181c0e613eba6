/** Reads the pages of sites that have an adapter. */
export { makeSiteReader } from '../../lib/detect/readers/adapter.ts';
