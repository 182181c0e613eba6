import { browser } from 'wxt/browser';
import { dataConsents } from '../../settings/data-consents.ts';

/**
 * Whether the user has granted all origins and, in Firefox, what is sent there: film titles, unless `wanted` says otherwise.
 * False also when the browser cannot say.
 */
export async function hasPermission(origins: string[], wanted = dataConsents): Promise<boolean> {
  try {
    if (!(await browser.permissions.contains({ origins }))) return false;
    if (!import.meta.env.FIREFOX) return true;
    const consents = { data_collection: wanted };
    return await browser.permissions.contains(consents as Parameters<typeof browser.permissions.contains>[0]);
  } catch {
    // Not granted is a normal state, and one that cannot be asked for is no other.
    return false;
  }
}
