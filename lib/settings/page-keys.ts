import { storage } from 'wxt/utils/storage';

/** Whether single keys act on the log page; off for people who use speech input (WCAG 2.1.4). */
export const pageKeysOn = storage.defineItem<boolean>('local:pageKeysOn', { fallback: true, version: 1 });
