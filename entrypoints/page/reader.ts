/** Reads pages that may name films, and decides which of them get badges. */
export { readPageInSteps } from '../../lib/detect/read-page.ts';
export { selectSightings } from './read/select-sightings.ts';
// Used by scripts that do not load each other.
export { parseIsoYear } from '../../lib/review-text/parse-iso-year.ts';
export { readSiteScore } from '../../lib/detect/readers/site-score.ts';
