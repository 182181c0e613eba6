import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import { syncOff } from '../../lib/messaging/testing/sync-off.ts';
import type { FollowedSiteOverview, SourceOverview } from '../../lib/messaging/source-protocol.ts';
import { tmdbPicturesOn } from '../../lib/settings/source-settings.ts';
import { createOptionsState } from './options-state.ts';

const wikidata: SourceOverview = {
  id: 'wikidata',
  name: 'Wikidata',
  on: false,
  needsKey: false,
  hasKey: false,
  origins: ['https://www.wikidata.org/*'],
  hasPermission: false,
  state: 'not-asked',
  until: null,
  usedToday: 0,
  leftToday: null,
  lastAnswerAt: null,
};
const site: FollowedSiteOverview = {
  id: 's1',
  url: 'https://reviews.example/',
  name: 'Frame and Field',
  feedKind: 'wordpress',
  paused: false,
  origins: ['https://reviews.example/*'],
  hasPermission: true,
  reviews: 0,
  unmatched: 0,
  lastFetchedAt: null,
  error: null,
  restUntil: null,
  past: null,
};
const receipt = { filmId: null, sequence: 1, undo: 'token' };
const use = { catalogueAnswers: 3, sourceAnswers: [], posts: 0, siteScores: 0, covers: 0, totalBytes: null };

const file = {
  on: false,
  interval: 'day' as const,
  hasPermission: false,
  isPossible: true,
  lastDoneAt: null,
  lastFault: null,
  files: [],
};

/** The calls so far, in order. */
let done: string[];
/** The user's answer to the permission prompt. */
let grants: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  done = [];
  grants = true;
  Object.assign(fakeBrowser.permissions, {
    request: ({ origins = ['downloads'] }: { origins?: string[] }) => {
      done.push(`asked for ${origins.join()}`);
      return Promise.resolve(grants);
    },
    contains: () => Promise.resolve(false),
  });
  onMessage('listSources', () => [wikidata]);
  onMessage('listFollowedSites', () => [site]);
  onMessage('listUnmatched', () => []);
  onMessage('listCatalogues', () => ({ catalogues: [], unfinished: [] }));
  onMessage('getStorageUse', () => use);
  onMessage('listKept', () => []);
  onMessage('getFileBackup', () => file);
  onMessage('switchSource', ({ data }) => {
    done.push(`switched ${data.source} ${data.on}`);
    return { ...wikidata, on: data.on };
  });
  onMessage('setSourceKey', ({ data }) => {
    done.push(`key ${data.key}`);
    return { state: data.key === 'bad' ? 'invalid' : 'valid' };
  });
  onMessage('followSite', ({ data }) => {
    done.push(`followed ${data.url}`);
    return data.url.includes('none') ? { state: 'no-feed' } : { state: 'followed', site, receipt };
  });
  onMessage('unfollowSite', () => receipt);
  onMessage('undoWrite', () => {
    done.push('undone');
    return receipt;
  });
  onMessage('clearCache', () => ({ ...use, catalogueAnswers: 0 }));
});

afterEach(removeAllListeners);

test('shows the background’s answers, and a fault where there is no answer', async () => {
  const state = createOptionsState();
  onMessage('logChanged', vi.fn());
  removeAllListeners();
  onMessage('listFollowedSites', () => [site]);
  await state.open();
  expect(state.sites.value.value).toEqual([site]);
  expect(state.sources.value.value).toBeNull();
  expect(state.sources.fault.value).not.toBeNull();
  expect(state.settings.value?.badgesOn).toBe(true);
});

test('requests the permission inside the click, before it switches a source on', async () => {
  const state = createOptionsState();
  const switching = state.switchSource(wikidata, true);
  expect(done).toEqual(['asked for https://www.wikidata.org/*']);
  await switching;
  expect(done).toEqual(['asked for https://www.wikidata.org/*', 'switched wikidata true']);
});

test('a source stays off when the user declines, and says so', async () => {
  grants = false;
  const state = createOptionsState();
  await state.switchSource(wikidata, true);
  expect(done).toEqual(['asked for https://www.wikidata.org/*']);
  expect(state.sourceAnswers.value.wikidata).toMatch(/stays switched off/);
});

test('switches a source off without a permission prompt', async () => {
  await createOptionsState().switchSource({ ...wikidata, on: true }, false);
  expect(done).toEqual(['switched wikidata false']);
});

test('TMDB switched off takes its pictures and their permission with it, and another source does not', async () => {
  const remove = vi.fn(() => Promise.resolve(true));
  Object.assign(browser.permissions, { remove });
  await tmdbPicturesOn.setValue(true);
  const state = createOptionsState();
  await state.switchSource({ ...wikidata, on: true }, false);
  expect([await tmdbPicturesOn.getValue(), remove.mock.calls]).toEqual([true, []]);
  await state.switchSource({ ...wikidata, id: 'tmdb', on: true }, false);
  expect(await tmdbPicturesOn.getValue()).toBe(false);
  expect(remove.mock.calls).toEqual([[{ origins: ['https://image.tmdb.org/*'] }]]);
});

test.each([
  ['good', /works. It is saved/],
  ['bad', /does not accept this API key/],
])('checks the key %j and shows the result', async (key, words) => {
  const state = createOptionsState();
  await state.setKey(wikidata, key);
  expect(done).toEqual(['asked for https://www.wikidata.org/*', `key ${key}`]);
  expect(state.sourceAnswers.value.wikidata).toMatch(words);
  expect(JSON.stringify([state.sources.value.value, state.sourceAnswers.value])).not.toContain(key);
});

test('follows a site by its address, with an undo', async () => {
  const state = createOptionsState();
  await state.followSite('https://reviews.example/her/');
  expect(done).toEqual(['asked for https://reviews.example/*', 'followed https://reviews.example/her/']);
  expect(state.siteStatus.value).toEqual({
    kind: 'done',
    text: 'You now follow Frame and Field',
    canUndo: true,
  });
  await state.undoSite();
  expect(done.at(-1)).toBe('undone');
});

test('does not follow a site without a feed, and says so', async () => {
  const state = createOptionsState();
  await state.followSite('https://none.example/');
  expect(state.siteStatus.value).toMatchObject({ kind: 'failed', canUndo: false });
  expect(state.busySite.value).toBeNull();
});

test('clears the cache and shows what is left', async () => {
  const state = createOptionsState();
  await state.open();
  await state.clearCache();
  expect(state.storageUse.value.value?.catalogueAnswers).toBe(0);
  expect(state.storageStatus.value?.text).toBe('The cache is empty');
});

test('settings take effect at once', async () => {
  const state = createOptionsState();
  await state.open();
  await state.change({ scoreScale: 'hundred', badgeSource: 'imdb' });
  await state.setSavesAutomatically(true);
  expect(state.settings.value).toMatchObject({ scoreScale: 'hundred', badgeSource: 'imdb' });
  expect(state.savesAutomatically.value).toBe(true);
});

const backup = { id: 'b1', madeAt: 0, films: 1, ratings: 1, entries: 1 };

test('a restore is asked about first, and can be undone in as many steps as it takes', async () => {
  const state = createOptionsState();
  const preview = { counts: [{ store: 'entries' as const, added: 1, changed: 0, removed: 0 }], samples: [] };
  let steps = 0;
  onMessage('previewRestore', () => preview);
  onMessage('syncState', () => syncOff);
  onMessage('goBack', ({ data }) => {
    done.push(`went ${data.mode} to ${data.id}`);
    return { importId: 'restore-1' };
  });
  onMessage('undoImport', ({ data }) => {
    done.push(`undid ${data.importId}`);
    return { isDone: (steps += 1) === 2 };
  });
  await state.askRestore(backup);
  expect(state.asked.value).toEqual({ backup, preview, isSynced: false });
  expect(done).toEqual([]);
  await state.restoreBackup('back');
  expect(state.asked.value).toBeNull();
  expect(state.backupStatus.value).toMatchObject({ kind: 'done', canUndo: true });
  await state.undoRestore();
  expect(done).toEqual(['went back to b1', 'undid restore-1', 'undid restore-1']);
  expect(state.backupStatus.value).toMatchObject({ kind: 'done', canUndo: false });
});

test('automatic files need the permission, and begin with one at once', async () => {
  const state = createOptionsState();
  onMessage('switchFileBackup', ({ data }) => {
    done.push(`switched ${data.on}`);
    return { ...file, on: data.on };
  });
  onMessage('saveFileBackup', () => {
    done.push('saved');
    return { ...file, on: true };
  });
  grants = false;
  await state.switchFiles(true);
  expect(done).toEqual(['asked for downloads', 'switched false']);
  grants = true;
  await state.switchFiles(true);
  expect(done.slice(2)).toEqual(['asked for downloads', 'switched true', 'saved']);
});
