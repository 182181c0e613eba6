/** Reads pages that may name films. */
export { readPageInSteps } from '../../lib/detect/read-page.ts';
