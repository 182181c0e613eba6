import * as v from 'valibot';
import { lazySchema, list, text } from '../../text/schemas.ts';
import { maxCoverLength, maxCoversAsked, maxCoversFetched } from '../../messaging/cover-protocol.ts';
import { readItem } from '../../settings/read-item.ts';
import { loadSettings } from '../../settings/settings.ts';
import { sourcesOn, tmdbPicturesOn } from '../../settings/source-settings.ts';
import type { UseCache } from '../cache/cache-database.ts';
import type { RequestQueue } from '../http/request-queue.ts';
import type { UsageQuota } from '../http/usage-quota.ts';
import { filmFields, filmSchema } from '../messages/message-schemas.ts';
import { createDebouncedBroadcast } from '../messages/debounced-broadcast.ts';
import { registerToPages } from '../messages/register.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import type { SourceAnswers } from '../sources/source-answers.ts';
import { createCovers } from './covers.ts';
import { createTmdbPictures } from './tmdb-pictures.ts';

/** A picture as the address of its data, of the kinds that a canvas makes. */
const picture = lazySchema(() =>
  v.pipe(text(maxCoverLength), v.regex(/^data:image\/(?:webp|jpeg|png);base64,[A-Za-z0-9+/]+=*$/)),
);
export const keepCoverSchema = lazySchema(() => v.object({ film: filmSchema, picture }));
const listOfFilms = (most: number) =>
  lazySchema(() => {
    const { refs, title, year } = filmFields();
    return v.object({ films: list(v.object({ refs, title, year }), most) });
  });
const findCoversSchema = listOfFilms(maxCoversAsked);
const fetchCoversSchema = listOfFilms(maxCoversFetched);

/** Whether TMDB's pictures are wanted: they and the source are switched on. */
async function hasTmdbPictures(): Promise<boolean> {
  const [isOn, sources] = await Promise.all([readItem(tmdbPicturesOn), readItem(sourcesOn)]);
  return isOn && sources.includes('tmdb');
}

interface Background {
  useCache: UseCache;
  answers: SourceAnswers;
  live: LiveSources;
  queue: RequestQueue;
  quota: UsageQuota;
  /** Tells every page to ask again. */
  notify: () => void;
}

/** Registers the listeners for the messages of `CoverProtocol`. Returns what deletes the pictures that are too old. */
export function registerToCovers({ useCache: use, notify, ...sources }: Background): () => Promise<void> {
  const now = Date.now;
  const loadWanted = async () => {
    const [settings, fromTmdb] = await Promise.all([loadSettings(), hasTmdbPictures()]);
    return { fromScreen: settings.keepsCovers, fromTmdb };
  };
  const covers = createCovers({ use, now, loadWanted });
  // A page asks for a few covers at a time: the others read again once, when all have come.
  const onAnswer = createDebouncedBroadcast(notify).soon;
  const pictures = createTmdbPictures({ ...sources, covers, now, isOn: hasTmdbPictures, onAnswer });
  registerToPages('keepCover', keepCoverSchema, async ({ film, picture: kept }) => {
    await covers.keep(film, kept);
    notify();
  });
  registerToPages('findCovers', findCoversSchema, async ({ films }) =>
    (await covers.find(films)).map(({ cover }) => cover),
  );
  registerToPages('fetchCovers', fetchCoversSchema, ({ films }) => pictures.fetch(films));
  return covers.purge;
}
