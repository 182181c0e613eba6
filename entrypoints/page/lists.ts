/** Reads lists and film pages of sites without an adapter. */
export { listReader } from '../../lib/detect/lists/read-lists.ts';
