import type { SightedHint } from '../../../lib/films/types.ts';
import { maxTitleLength } from '../../../lib/messaging/types.ts';

const maxNames = 8;
const maxNameLength = 60;
const maxRefs = 12;

/** Returns the hint for a message: without its element, and within the sizes that the background accepts. */
export function formatHintForMessage(sighted: SightedHint): SightedHint {
  const { hint, evidence, confidence, certainty, isSubject, context, siteScore } = sighted;
  const cut = (text: string, length: number) => text.slice(0, length).toWellFormed();
  const cutNames = (names: string[]) => names.slice(0, maxNames).map((name) => cut(name, maxNameLength));
  return {
    hint: {
      ...hint,
      title: cut(hint.title, maxTitleLength),
      alternativeTitles: hint.alternativeTitles.slice(0, maxNames).map((title) => cut(title, maxTitleLength)),
      directors: cutNames(hint.directors),
      refs: hint.refs.filter((ref) => ref.length <= maxTitleLength).slice(0, maxRefs),
      facts: hint.facts && cutNames(hint.facts),
    },
    evidence,
    confidence,
    certainty,
    isSubject,
    context: { ...context, namesNear: cutNames(context.namesNear) },
    ...(isSubject && siteScore && { siteScore }),
  };
}
