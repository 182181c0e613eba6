import { browser } from 'wxt/browser';
import { dataConsents } from '../../settings/ask-permission.ts';

/**
 * Whether the user has granted all origins and, in Firefox, sending film titles there. False also when the browser
 * cannot say.
 */
export async function hasPermission(origins: string[]): Promise<boolean> {
  try {
    if (!(await browser.permissions.contains({ origins }))) return false;
    if (!import.meta.env.FIREFOX) return true;
    const consents = { data_collection: dataConsents };
    return await browser.permissions.contains(consents as Parameters<typeof browser.permissions.contains>[0]);
  } catch {
    // Not granted is a normal state, and one that cannot be asked for is no other.
    return false;
  }
}
