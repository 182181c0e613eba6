import { defineConfig } from 'wxt';
import type { Plugin } from 'vite';
import preact from '@preact/preset-vite';
import { genericSites } from './lib/sites/generic-sites.ts';
import { siteAdapters } from './lib/sites/registry.ts';
import { addPageScripts, declarePageScripts, pageScriptPaths } from './scripts/page-scripts.ts';
import { addBuiltInCatalogue } from './scripts/catalogue/built-in-catalogue.ts';
import { forgetBundledPackages, recordBundledPackages, writeLicences } from './scripts/package/licences.ts';
import { shortenLocaleFiles } from './scripts/package/locale-files.ts';
import { builtInCataloguePath } from './lib/catalogue/built-in/path.ts';
import { allConsents } from './lib/settings/data-consents.ts';

/**
 * Puts what our pages share at their start into one file, in place of one for each set of pages that share a module: a page
 * waits for every file. The other scripts are built one by one, and share nothing.
 */
const shareChunks: Plugin = {
  name: 'share-chunks',
  config: ({ build }) => {
    if (build?.lib) return null;
    const shared = { name: 'shared', tags: ['$initial' as const], minShareCount: 2 };
    return { build: { rolldownOptions: { output: { codeSplitting: { groups: [shared] } } } } };
  },
};

const geckoId = 'marquee@marquee.example';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  hooks: {
    'prepare:publicPaths': (_wxt, paths) => void paths.push(builtInCataloguePath, ...pageScriptPaths),
    'build:before': forgetBundledPackages,
    'build:done': writeLicences,
    'build:publicAssets': async (wxt, files) => {
      shortenLocaleFiles(wxt, files);
      await addBuiltInCatalogue(wxt, files);
      await addPageScripts(wxt, files);
    },
    'build:manifestGenerated': declarePageScripts,
  },
  vite: () => ({
    plugins: [preact(), recordBundledPackages(), shareChunks],
    worker: { plugins: () => [recordBundledPackages()] },
    build: { target: 'es2022' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'activeTab',
      'scripting',
      'contextMenus',
      // Chromium's worker cannot make a file to download; Firefox's background is a page and can.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    optional_permissions: ['downloads'],
    omnibox: { keyword: 'mq' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
      'log-film': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandLogFilm__',
      },
    },
    host_permissions: [...siteAdapters, ...genericSites].flatMap((site) => site.matches),
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: geckoId,
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'], optional: allConsents },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
