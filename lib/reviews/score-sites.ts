import { findRefInUrl } from '../films/refs.ts';
import type { FilmRef, SiteScore } from '../films/types.ts';
import type { ScoreKind, SourceScore } from '../films/review-types.ts';

/** A site whose own score of films is known. */
interface ScoreSite {
  /** The id of the score's source. */
  source: string;
  /** The site's name for people. */
  name: string;
  kind: ScoreKind;
  /** Domains, with all their subdomains. */
  domains: string[];
  worst: number;
  best: number;
}

const makeSite = (
  source: string,
  name: string,
  domains: string[],
  { kind = 'audience', worst = 0, best = 10 }: Partial<Pick<ScoreSite, 'kind' | 'worst' | 'best'>> = {},
): ScoreSite => ({ source, name, kind, domains, worst, best });

/**
 * The sites with their scales, as their pages state them. A page that states another scale has another site's score:
 * IMDb's pages repeat the Metascore.
 */
const scoreSites: ScoreSite[] = [
  makeSite('imdb', 'IMDb', ['imdb.com'], { worst: 1 }),
  makeSite('letterboxd', 'Letterboxd', ['letterboxd.com'], { best: 5 }),
  makeSite('rottentomatoes', 'Rotten Tomatoes', ['rottentomatoes.com'], { kind: 'critics', best: 100 }),
  makeSite('metacritic', 'Metacritic', ['metacritic.com'], { kind: 'critics', best: 100 }),
  makeSite('tmdb', 'TMDB', ['themoviedb.org']),
  makeSite('trakt', 'Trakt', ['trakt.tv']),
  makeSite('allocine', 'AlloCiné', ['allocine.fr'], { best: 5 }),
  makeSite('sensacine', 'SensaCine', ['sensacine.com'], { best: 5 }),
  makeSite('adorocinema', 'AdoroCinema', ['adorocinema.com'], { best: 5 }),
  makeSite('filmstarts', 'Filmstarts', ['filmstarts.de'], { best: 5 }),
  makeSite('beyazperde', 'Beyazperde', ['beyazperde.com'], { best: 5 }),
  makeSite('douban', 'Douban', ['movie.douban.com', 'm.douban.com'], { worst: 2 }),
  makeSite('filmweb', 'Filmweb', ['filmweb.pl'], { worst: 1 }),
  makeSite('csfd', 'ČSFD', ['csfd.cz', 'csfd.sk'], { best: 100 }),
  makeSite('kinopoisk', 'Kinopoisk', ['kinopoisk.ru'], { worst: 1 }),
  makeSite('filmaffinity', 'FilmAffinity', ['filmaffinity.com'], { worst: 1 }),
  makeSite('senscritique', 'SensCritique', ['senscritique.com'], { worst: 1 }),
  makeSite('mubi', 'MUBI', ['mubi.com']),
];

const isOn = (host: string, domains: string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** The known site of an address, or null. */
const findScoreSite = (host: string): ScoreSite | null =>
  scoreSites.find(({ domains }) => isOn(host, domains)) ?? null;

/** A page that states a score: its address, and the day of the visit, `YYYY-MM-DD`. */
interface StatingPage {
  url: string;
  day: string;
}

/** The score on the site's scale; null if the page states another scale, or a value outside it. */
function readOnScale(
  { value, worst, best }: SiteScore,
  scale: { worst: number; best: number },
): Pick<SourceScore, 'value' | 'worst' | 'best'> | null {
  if (best !== null && best !== scale.best) return null;
  // Of the lower end sites say 0 or 1 for the same scale.
  if (worst !== null && Math.abs(worst - scale.worst) > 1) return null;
  return value >= scale.worst && value <= scale.best ? { value, worst: scale.worst, best: scale.best } : null;
}

function splitAddress(url: string): { host: string; address: string } | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, origin, pathname } = new URL(url);
  return /^https?:$/.test(protocol) ? { host: hostname, address: origin + pathname } : null;
}

/**
 * The score that a page states, as the score of its site: never of a site that the page only names. Null if the address
 * is not a web page, or the scale is not the site's. A site that is not known has its host as its name, and what its
 * pages state is a score of readers from 1 to 5 if they do not say otherwise (schema.org/Rating).
 */
export function makeSiteScore(stated: SiteScore, { url, day }: StatingPage): SourceScore | null {
  const parts = splitAddress(url);
  if (!parts) return null;
  const site = findScoreSite(parts.host);
  const host = parts.host.replace(/^www\./, '');
  const { source, name, kind } = site ?? { source: host, name: host, kind: 'readers' as const };
  const best = stated.best ?? 5;
  const scale = site ?? { worst: stated.worst ?? (stated.value < 1 ? 0 : Math.min(1, best - 1)), best };
  const score = readOnScale(stated, scale);
  const by = { source, sourceName: name, kind, count: stated.count, url: parts.address };
  return score && { ...by, ...score, licence: null, asOf: day, note: null };
}

/**
 * The film by the site's own id in the address of its page; null if the site is not known, or the address is not that
 * of a film. Only such a page's score is kept.
 */
export function findStatedFilm(url: string): FilmRef | null {
  const parts = splitAddress(url);
  return parts && findScoreSite(parts.host) ? findRefInUrl(url) : null;
}
