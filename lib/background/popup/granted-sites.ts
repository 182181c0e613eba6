import { browser } from 'wxt/browser';
import { findScriptPath } from '../../messaging/page-scripts.ts';
import { allowedHosts, listGrantedSites } from '../../settings/allowed-hosts.ts';
import { reportFault } from '../messages/report-fault.ts';

const scriptId = 'granted-sites';
const contentScript = findScriptPath('content');

/**
 * Runs the content script on the sites that the user allowed and the browser grants. Sites in the manifest have it
 * already.
 */
export async function registerGrantedSites(): Promise<void> {
  const matches = await listGrantedSites();
  const declared = (browser.runtime.getManifest().content_scripts ?? []).flatMap(
    (script) => script.matches ?? [],
  );
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const script = { id: scriptId, matches, excludeMatches: declared, js: [contentScript] };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, runAt: 'document_idle' }]);
}

/** Registers the sites again at each start and whenever the list or a permission changes. */
export function registerToGrantedSites(): void {
  let turn: Promise<unknown> = Promise.resolve();
  // One after another: two that overlap would both find nothing registered.
  const sync = (): void => {
    turn = turn.then(registerGrantedSites).catch((error: unknown) => reportFault('granted sites', error));
  };
  browser.permissions.onAdded.addListener(sync);
  browser.permissions.onRemoved.addListener(sync);
  browser.runtime.onInstalled.addListener(sync);
  browser.runtime.onStartup.addListener(sync);
  allowedHosts.watch(sync);
}
