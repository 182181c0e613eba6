import { defineBackground } from 'wxt/utils/define-background';
import { listenToEverything } from '../lib/background/router.ts';

export default defineBackground(() => listenToEverything());
