import { readItem } from '../../../lib/settings/read-item.ts';
import { signal } from '@preact/signals';
import { storage } from 'wxt/utils/storage';
import { formatFollowAnswer } from '../../../components/settings/source-words.ts';
import { formatError } from '../../../components/ui/error-words.ts';
import { createWriting } from '../../../components/ui/writing.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { FollowedSiteOverview } from '../../../lib/messaging/source-protocol.ts';
import { formatOriginPattern } from '../../../lib/reviews/sources/addresses.ts';
import { askPermission } from '../../../lib/settings/ask-permission.ts';
import { findHost } from '../page.ts';
import { readTabFeeds } from '../page-scripts.ts';
import type { PopupModel } from '../popup-model.ts';

/** The page whose site the user asked to follow. It survives the popup, which the permission prompt may close. */
const pendingFollow = storage.defineItem<string | null>('session:pendingFollow', { fallback: null });

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

/** The followed site that a page is on: of several on one origin, the one with the longest address. */
function findSite(sites: FollowedSiteOverview[], pageUrl: string): FollowedSiteOverview | null {
  const around = sites.filter(({ url }) => pageUrl.startsWith(url));
  return around.sort((a, b) => b.url.length - a.url.length)[0] ?? null;
}

/** Returns the action that follows a site, with its status. Calls `onAfter` to reload the state afterwards. */
function createFollowing(onAfter: () => Promise<void>) {
  const isFollowing = signal(false);
  const writing = createWriting({
    sendUndo: (undo) => sendMessage('undoWrite', undo),
    onDone: () => undefined,
    onAfter,
  });
  const fail = (text: string): void => void (writing.status.value = { kind: 'failed', text, canUndo: false });
  return {
    isFollowing,
    writing,
    fail,
    follow: async (url: string): Promise<void> => {
      isFollowing.value = true;
      try {
        const answer = await sendMessage('followSite', { url });
        const text = formatFollowAnswer(answer);
        if (answer.state === 'followed') await writing.write(text, () => Promise.resolve(answer.receipt));
        else fail(text);
      } catch (error) {
        fail(formatError(error));
      }
      await onAfter();
      isFollowing.value = false;
    },
  };
}

/** Returns whether the page's site is followed or can be, and the action that follows it. */
export function createSiteFollowing(model: PopupModel) {
  const feedKind = signal<'wordpress' | 'feed' | null>(null);
  const followed = signal<FollowedSiteOverview | null>(null);
  const findUrl = (): string | null => model.reading.value?.url ?? null;
  const refresh = async (): Promise<void> => {
    const origin = originOf(findUrl() ?? '');
    const sites = origin === null ? [] : await sendMessage('listFollowedSites', undefined);
    if (origin !== originOf(findUrl() ?? '')) return;
    followed.value = findSite(sites, findUrl() ?? '');
  };
  const { isFollowing, writing, fail, follow } = createFollowing(refresh);

  /** Continues a follow that the permission prompt interrupted. */
  const resumeFollow = async (url: string): Promise<void> => {
    const pending = await readItem(pendingFollow);
    if (pending === null || originOf(pending) !== originOf(url)) return;
    await pendingFollow.setValue(null);
    if (followed.value === null) await follow(url);
  };

  return {
    feedKind,
    followed,
    isFollowing,
    followStatus: writing.status,
    undoFollow: writing.undo,
    /** Called once, when the tab is known. */
    async openFollowing(): Promise<void> {
      const tabId = model.tabId.value;
      const url = findUrl();
      if (tabId === null || url === null) return;
      const kind = await readTabFeeds(tabId);
      if (url !== findUrl()) return;
      feedKind.value = kind;
      await refresh();
      await resumeFollow(url);
    },
    async followSite(): Promise<void> {
      const url = findUrl();
      if (url === null || findHost(url) === null) return;
      const granting = askPermission([formatOriginPattern(url)]);
      await pendingFollow.setValue(url);
      const isGranted = await granting;
      await pendingFollow.setValue(null);
      if (isGranted) await follow(url);
      else fail(t('followDeclined'));
    },
  };
}
