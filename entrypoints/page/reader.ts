/** Reads pages that may name films, and decides which of them get badges. */
export { readPageInSteps } from '../../lib/detect/read-page.ts';
export { selectPlaces } from './read/select-places.ts';
