import { signal } from '@preact/signals';
import { formatFollowAnswer } from '../../components/settings/source-words.ts';
import type { Status } from '../../components/ui/StatusLine.tsx';
import { formatError } from '../../components/ui/error-words.ts';
import { createWriting } from '../../components/ui/writing.ts';
import { formatHintAsFilm, formatTypedHint } from '../../lib/films/hint-film.ts';
import type { Film } from '../../lib/films/types.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { FollowedSiteOverview, UnmatchedPost } from '../../lib/messaging/source-protocol.ts';
import { formatOriginPattern } from '../../lib/reviews/sources/addresses.ts';
import { askPermission } from '../../lib/settings/ask-permission.ts';
import { createLoaded } from './loaded.ts';

type Write = ReturnType<typeof createWriting>['write'];

/** Returns the actions that assign a film to a post. */
function createPostState(run: (siteId: string, task: () => Promise<void>) => Promise<void>) {
  const assign = (post: UnmatchedPost, film: Film | null): Promise<void> =>
    run(post.siteId, () => sendMessage('assignPost', { siteId: post.siteId, url: post.url, film }));
  return {
    assign,
    nameFilm: (post: UnmatchedPost, title: string, year: number | null): Promise<void> =>
      assign(post, formatHintAsFilm(formatTypedHint(title, year).hint)),
  };
}

/** Returns the action that reads all older posts of a site, with the id of the site whose posts are being read. */
function createPastState(refresh: () => Promise<void>, onError: (error: unknown) => void) {
  const readingPast = signal<string | null>(null);
  return {
    readingPast,
    /** Reads a site's older posts, some at a time, until all are read; stops if they are being read. */
    readPast: async ({ id }: FollowedSiteOverview): Promise<void> => {
      const isReading = readingPast.value === id;
      readingPast.value = isReading ? null : id;
      try {
        for (let hasMore = true; hasMore && readingPast.value === id;) {
          const answer = await sendMessage('fetchPast', { id });
          hasMore = answer.hasMore && answer.site.error === null;
          await refresh();
        }
      } catch (error) {
        onError(error);
      }
      if (readingPast.value === id) readingPast.value = null;
    },
  };
}

/** Creates the state of the followed sites and their unmatched posts, and the actions for both. */
export function createSiteState() {
  const sites = createLoaded(() => sendMessage('listFollowedSites', undefined));
  const unmatched = createLoaded(() => sendMessage('listUnmatched', undefined));
  const busySite = signal<string | null>(null);
  const refreshSites = async (): Promise<void> => {
    await Promise.all([sites.refresh(), unmatched.refresh()]);
  };
  const writing = createWriting({
    sendUndo: (undo) => sendMessage('undoWrite', undo),
    onDone: () => undefined,
    onAfter: refreshSites,
  });
  const { status: siteStatus, write } = writing;

  const runBusy = async (id: string, task: () => Promise<void>): Promise<void> => {
    busySite.value = id;
    try {
      await task();
    } catch (error) {
      siteStatus.value = { kind: 'failed', text: formatError(error), canUndo: false };
    }
    await refreshSites();
    busySite.value = null;
  };
  const follow = async (url: string, granting: Promise<boolean>): Promise<void> => {
    if (!(await granting)) {
      siteStatus.value = { kind: 'failed', text: t('followDeclined'), canUndo: false };
      return;
    }
    const status = await followSite(url, write);
    if (status) siteStatus.value = status;
  };
  return {
    sites,
    unmatched,
    busySite,
    ...createPastState(refreshSites, (error) => {
      siteStatus.value = { kind: 'failed', text: formatError(error), canUndo: false };
    }),
    siteStatus,
    refreshSites,
    undoSite: writing.undo,
    followSite(url: string): Promise<void> {
      const granting = askPermission([formatOriginPattern(url)]);
      return runBusy('new', () => follow(url, granting));
    },
    allowSite(site: FollowedSiteOverview): Promise<void> {
      const granting = askPermission(site.origins);
      return runBusy(site.id, async () => {
        if (await granting) await sendMessage('fetchSite', { id: site.id });
      });
    },
    fetchSite: (site: FollowedSiteOverview): Promise<void> =>
      runBusy(site.id, async () => void (await sendMessage('fetchSite', { id: site.id }))),
    ...createSiteWrites(write),
    ...createPostState(runBusy),
  };
}

/** Follows a site and sets a status with an undo. Returns a status if nothing was written, else null. */
async function followSite(url: string, write: Write): Promise<Status | null> {
  const answer = await sendMessage('followSite', { url });
  const text = formatFollowAnswer(answer);
  if (answer.state !== 'followed')
    return { kind: answer.state === 'already-followed' ? 'done' : 'failed', text, canUndo: false };
  await write(text, () => Promise.resolve(answer.receipt));
  return null;
}

/** Returns the actions that write to the log about a followed site, each with an undo. */
function createSiteWrites(write: Write) {
  return {
    pauseSite: ({ id, name }: FollowedSiteOverview, paused: boolean): Promise<void> =>
      write(t(paused ? 'sitePausedDone' : 'siteResumed', name), () =>
        sendMessage('pauseSite', { id, paused }),
      ),
    removeSite: ({ id, name }: FollowedSiteOverview): Promise<void> =>
      write(t('siteRemoved', name), () => sendMessage('unfollowSite', { id })),
  };
}
