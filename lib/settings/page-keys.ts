import { storage } from 'wxt/utils/storage';

/** Whether single keys act on the log page; off for those who speak to their machine (WCAG 2.1.4). */
export const pageKeysOn = storage.defineItem<boolean>('local:pageKeysOn', { fallback: true, version: 1 });
