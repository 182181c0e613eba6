import { candidateKeys, matchFilm } from '../films/matching.ts';
import { joinRefs } from '../films/same-film.ts';
import type { Film, FilmRef, MatchReason } from '../films/types.ts';
import type { PageReading, Sighting } from './types.ts';

/**
 * Match reasons that identify the film, so that its known fields may be filled in. A unique title is not
 * enough: a catalogue does not contain every film.
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

/**
 * The sighting with the known fields of its film; null for a possible sighting that no known film confirms.
 */
function verifySighting(sighting: Sighting, films: Map<FilmRef, Film[]>): Sighting | null {
  const candidates = candidateKeys(sighting.hint).flatMap((key) => films.get(key) ?? []);
  const match = matchFilm(sighting, candidates);
  if (match.kind === 'film' && sureReasons.has(match.reason)) return fillIn(sighting, match.film);
  return sighting.certainty === 'stated' || match.kind !== 'unknown' ? sighting : null;
}

/**
 * A reading in which every sighting is a film. Keeps what the page states; keeps a possible sighting only if
 * `films` (the catalogue's films by `listKeys`) and its context confirm it. Sure matches get the known year,
 * directors and refs. The same rule applies to the subject, which becomes null if not confirmed.
 */
export function verifyInCatalogue(reading: PageReading, films: Map<FilmRef, Film[]>): PageReading {
  const mentions = reading.mentions
    .map((sighting) => verifySighting(sighting, films))
    .filter((sighting) => sighting !== null);
  return { ...reading, subject: reading.subject && verifySighting(reading.subject, films), mentions };
}
