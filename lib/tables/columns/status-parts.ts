import { statusParts } from './status-parts.data.ts';
import type { Status } from './status-words.data.ts';

type Part = keyof typeof statusParts;

/** A status has no more words. */
const maxWords = 6;

/** An infinitive of so many letters is not a status by itself. */
const minAlone = 5;

let parts: Map<string, Set<Part>> | null = null;

function loadParts(fold: (text: string) => string): Map<string, Set<Part>> {
  if (parts !== null) return parts;
  const loaded = new Map<string, Set<Part>>();
  for (const [part, words] of Object.entries(statusParts)) {
    for (const word of words.split(/\s+/).map(fold)) {
      const known = loaded.get(word) ?? new Set<Part>();
      loaded.set(word, known.add(part as Part));
    }
  }
  parts = loaded;
  return loaded;
}

/**
 * The status that the words of a phrase say together: "noch nicht gesehen" is planned, "tittar just nu" is watching. Null where
 * a word is in no vocabulary, and where they say nothing of watching. `fold` folds a phrase, which has been folded by it.
 */
export function findStatusByParts(phrase: string, fold: (text: string) => string): Status | null {
  const words = phrase.split(' ');
  if (words.length > maxWords) return null;
  const known = loadParts(fold);
  const senses = words.map((word) => known.get(word));
  if (senses.some((sense) => sense === undefined)) return null;
  const has = (part: Part): boolean =>
    senses.some((sense) => sense?.has(part) === true && !isFiller(sense, part));
  if (has('finish') && has('not')) return 'dropped';
  if (has('stop')) return 'dropped';
  if (has('seen')) return has('not') || has('want') ? 'planned' : 'watched';
  if (has('now') && (has('watching') || has('watch'))) return 'watching';
  if (has('watching') && !has('want') && !has('not') && !has('watch')) return 'watching';
  // "View", "ver": short words alone name other things, too.
  return has('watch') && (words.length > 1 || phrase.length > minAlone) ? 'planned' : null;
}

/** Whether a word that changes nothing also has the meaning by accident: "en" is "no" in Finnish and an article elsewhere. */
const isFiller = (sense: Set<Part>, part: Part): boolean => sense.has('filler') && part !== 'not';
