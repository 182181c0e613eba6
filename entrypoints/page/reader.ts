/** Reads pages that may name films, and decides which of them get badges. */
export { readPageInSteps } from '../../lib/detect/read-page.ts';
export { selectSightings } from './read/select-sightings.ts';
