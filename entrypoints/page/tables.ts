/** Reads tables that list films. */
export { readTable } from '../../lib/detect/readers/tables.ts';
