import { readFeeds } from '../../lib/detect/read-feeds.ts';

/** Returns whether the page's site can be followed. The result goes to the caller that injected the script. */
export const run = () => readFeeds(document);
