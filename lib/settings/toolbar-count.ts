import { storage } from 'wxt/utils/storage';

/** Whether the toolbar icon shows how many films a page has. */
export const countsPageFilms = storage.defineItem<boolean>('local:countsPageFilms', {
  fallback: false,
  version: 1,
});
