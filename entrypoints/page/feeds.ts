import { readFeeds } from '../../lib/detect/read-feeds.ts';

/** Says whether the page's site can be followed; the result goes to whoever injected the script. */
export const run = () => readFeeds(document);
