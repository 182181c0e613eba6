import * as v from 'valibot';
import { lazySchema, list, text } from '../../text/schemas.ts';
import { maxCoverLength, maxCoversAsked } from '../../messaging/cover-protocol.ts';
import { loadSettings } from '../../settings/settings.ts';
import type { UseCache } from '../cache/cache-database.ts';
import { filmFields, filmSchema } from '../messages/message-schemas.ts';
import { registerToPages } from '../messages/register.ts';
import { createCovers } from './covers.ts';

/** A picture as the address of its data, of the kinds that a canvas makes. */
const picture = lazySchema(() =>
  v.pipe(text(maxCoverLength), v.regex(/^data:image\/(?:webp|jpeg|png);base64,[A-Za-z0-9+/]+=*$/)),
);
export const keepCoverSchema = lazySchema(() => v.object({ film: filmSchema, picture }));
const findCoversSchema = lazySchema(() => {
  const { refs, title, year } = filmFields();
  return v.object({ films: list(v.object({ refs, title, year }), maxCoversAsked) });
});

/** Registers the listeners for the messages of `CoverProtocol`. */
export function registerToCovers(use: UseCache, notify: () => void): void {
  const isOn = async (): Promise<boolean> => (await loadSettings()).keepsCovers;
  const covers = createCovers({ use, now: Date.now, isOn });
  registerToPages('keepCover', keepCoverSchema, async ({ film, picture: kept }) => {
    await covers.keep(film, kept);
    notify();
  });
  registerToPages('findCovers', findCoversSchema, ({ films }) => covers.find(films));
}
