import { findPosters } from '../../lib/detect/poster/find-posters.ts';

/** Returns the posters that are on the screen. The result goes to the caller that injected the script. */
export const run = () => findPosters(document);
