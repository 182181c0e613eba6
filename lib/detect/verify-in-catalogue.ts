import { candidateKeys, matchFilm } from '../films/matching.ts';
import { joinRefs } from '../films/same-film.ts';
import type { Film, FilmRef, MatchReason } from '../films/types.ts';
import type { PageReading, Sighting } from './types.ts';

/**
 * Reasons that say which film it is, so that what is known of it may be filled in. The only bearer of a title on a
 * catalogue may be another film than the page means: a catalogue does not hold every film.
 */
const sureReasons = new Set<MatchReason>([
  'ref',
  'title-and-year',
  'title-and-near-year',
  'title-and-director',
  'correction',
]);

/** The refs to look up before `verifyInCatalogue`, each once. */
export function listKeys({ subject, mentions }: PageReading): FilmRef[] {
  return [
    ...new Set([...(subject ? [subject] : []), ...mentions].flatMap(({ hint }) => candidateKeys(hint))),
  ];
}

function fillIn(sighting: Sighting, film: Film): Sighting {
  const { hint } = sighting;
  return {
    ...sighting,
    hint: {
      ...hint,
      year: hint.year ?? film.year,
      directors: hint.directors.length > 0 ? hint.directors : film.directors,
      refs: joinRefs(hint, film),
      kind: 'film',
    },
  };
}

/** The sighting with what is known of its film; null for a possible one that the films known do not bear out. */
function verifySighting(sighting: Sighting, films: Map<FilmRef, Film[]>): Sighting | null {
  const candidates = candidateKeys(sighting.hint).flatMap((key) => films.get(key) ?? []);
  const match = matchFilm(sighting, candidates);
  if (match.kind === 'film' && sureReasons.has(match.reason)) return fillIn(sighting, match.film);
  return sighting.certainty === 'stated' || match.kind !== 'unknown' ? sighting : null;
}

/**
 * A reading in which every sighting is a film: what the page states stays, what was only possible stays where
 * `films` (what catalogues hold under `listKeys`) and the words beside it bear it out. Sure matches get the year,
 * directors and refs that are known. The page's subject goes by the same rule.
 */
export function verifyInCatalogue(reading: PageReading, films: Map<FilmRef, Film[]>): PageReading {
  const mentions = reading.mentions
    .map((sighting) => verifySighting(sighting, films))
    .filter((sighting) => sighting !== null);
  return { ...reading, subject: reading.subject && verifySighting(reading.subject, films), mentions };
}
