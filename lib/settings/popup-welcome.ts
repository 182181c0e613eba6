import { storage } from 'wxt/utils/storage';

/** Whether the user has sent the popup's first words away. */
export const isPopupWelcomed = storage.defineItem<boolean>('local:isPopupWelcomed', {
  fallback: false,
  version: 1,
});
