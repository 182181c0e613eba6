import { createNamedFilms } from '../../films/same-film.ts';
import type { FilmHint } from '../../films/types.ts';
import type { PageFilm } from '../../messaging/protocol.ts';
import type { BatchRequest } from '../../messaging/types.ts';
import { listScores } from '../../reviews/summary.ts';
import { hidesScores } from '../../settings/settings.ts';
import { arrangeScores, type BadgeSettings } from './badge-views.ts';
import type { Identified, Identify } from './identify.ts';

/** Whether the page names a film here: what may be a film is one only if a catalogue has it. */
const isFilm = ({ sighted: { certainty }, match }: Identified): boolean =>
  match.kind === 'film' ||
  (certainty === 'stated' && !(match.kind === 'unknown' && match.reason === 'not-a-film'));

/** The film as it is counted: by its own title, year and ids once it is identified. */
function nameFilm({ sighted: { hint }, match }: Identified): FilmHint {
  if (match.kind !== 'film') return hint;
  const { title, year, directors, refs } = match.film;
  return { ...hint, title, year, directors, refs };
}

/** Identified films are counted first, then those with a year: a title alone then adds no film that is already there. */
const rank = ({ sighted: { hint }, match }: Identified): number =>
  match.kind === 'film' ? 0 : hint.year !== null ? 1 : 2;

/**
 * The films among what a page names, each once and in the page's order. This is the one count of a page's films: the
 * popup shows it wherever it says how many there are.
 */
export function selectPageFilms(identified: Identified[]): Identified[] {
  const named = createNamedFilms();
  const counted = new Set<Identified>();
  const films = identified.filter(isFilm);
  for (const one of films.toSorted((a, b) => rank(a) - rank(b))) {
    const hint = nameFilm(one);
    if (named.has(hint)) continue;
    named.add(hint);
    counted.add(one);
  }
  return films.filter((one) => counted.has(one));
}

function describeRow({ sighted, match, answers, own }: Identified, settings: BadgeSettings): PageFilm {
  const [first = null] = hidesScores(settings, own) ? [] : arrangeScores(listScores(answers), settings);
  return { sighted, match, own, score: first };
}

/** The films of a page for the popup's list, from data on this machine; no service is asked. */
export async function listPageFilms(
  { hints }: BatchRequest,
  { identify, settings }: { identify: Identify; settings: BadgeSettings },
): Promise<PageFilm[]> {
  const identified = await identify(hints.filter((hint) => hint !== null));
  return selectPageFilms(identified).map((one) => describeRow(one, settings));
}
