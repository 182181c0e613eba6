import { t, type MessageKey } from '../../../lib/i18n/messages.ts';
import type { ReadyList } from '../../../lib/messaging/list-protocol.ts';

const prefix = 'ready:';

const names: Record<string, MessageKey | undefined> = {
  'cannes-palme-d-or': 'readyPalmeDOr',
  'oscar-best-picture-nominees': 'readyBestPictureNominees',
  'oscar-best-picture-winners': 'readyBestPictureWinners',
  'sight-and-sound-2022': 'readySightAndSound',
};

/** The id of a ready-made list in the page's address. */
export const readyId = ({ id }: Pick<ReadyList, 'id'>): string => `${prefix}${id}`;

/** The id of the ready-made list that an address names; null if it names a list of the user's. */
export const parseReadyId = (id: string): string | null =>
  id.startsWith(prefix) ? id.slice(prefix.length) : null;

/** The name of a ready-made list in the user's language, where there is one; otherwise in English. */
export function formatReadyName({ id, name }: Pick<ReadyList, 'id' | 'name'>): string {
  const key = names[id];
  return key === undefined ? name : t(key);
}
