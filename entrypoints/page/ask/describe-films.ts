import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import type { TabReading } from '../../../lib/messaging/protocol.ts';
import { maxHintsPerBatch } from '../../../lib/messaging/types.ts';
import { formatHintForMessage } from './format-hint.ts';
import { findBox } from '../page-sightings.ts';

function compareByPlace(one: Sighting, other: Sighting): number {
  const [first, second] = [findBox(one), findBox(other)];
  if (!first || !second || first === second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
}

/** Returns the page's subject, the sightings that are on the page now, and the films that only its data names. */
export function describeFilms(
  { subject, mentions }: PageReading,
  sightings: Sighting[],
): Pick<TabReading, 'subject' | 'films'> {
  const placed = sightings.filter(({ isSubject }) => !subject || !isSubject).sort(compareByPlace);
  const unplaced = mentions.filter((mention) => !findBox(mention));
  const films = [...(subject ? [subject] : []), ...placed, ...unplaced];
  return {
    subject: subject && formatHintForMessage(subject),
    films: films.slice(0, maxHintsPerBatch).map(formatHintForMessage),
  };
}
