import { defineBackground } from 'wxt/utils/define-background';
import { registerToEverything } from '../lib/background/router.ts';

export default defineBackground(() => registerToEverything());
