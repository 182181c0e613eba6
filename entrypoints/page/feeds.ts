import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readFeeds } from '../../lib/detect/read-feeds.ts';

/** Says whether the site of the page it is put into can be followed; its result goes to whoever injected it. */
export default defineUnlistedScript(() => readFeeds(document));
