import { readPersonName } from './person-name.ts';

/** "directed by" with what may come between: "directed, written and produced by", "co-directed by". */
const directedBy =
  /(?:^|[\s(,-])(?:direct(?:ed|or)|directorial debut)(?:,? (?:and |&)?(?:co-)?(?:written|produced|edited|scored|starring|animated|narrated|shot|photographed|filmed|co-written|scripted|financed|choreographed|composed|distributed|released|created|adapted|designed|performed|presented)){0,6},?(?: and starring)? (?:by|of)(?:,? and starring)? (?!and starring)/;
const startingBy = /direct(?:ed|or) by(?:,)? and (?:also )?starring /;

/** A word of a name, or initials: "McTiernan", "J.J.". A stop after a longer word ends the sentence. */
const nameWord = String.raw`(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}'’-]+)`;
const particle = String.raw`(?:de|du|la|le|van|von|der|den|di|da|del|dos|el|al|bin|ten|zu)`;
const fullName = String.raw`${nameWord}(?: (?:${particle} )*${nameWord}){0,4}(?:,? (?:Jr|Sr)\.)?`;
/** Words before a name: "film noir specialist Robert Florey". */
const rank = String.raw`(?:[\p{Ll}-]+ ){0,4}`;
const names = new RegExp(
  String.raw`^${rank}(${fullName})(?:(?:,| and|, and| &) (${nameWord}(?: (?:${particle} )*${nameWord}){1,3})(?= (?:from|and starring|and written|in|for|with)\b|[.,;]|$))?`,
  'u',
);

/** The directors that the lead of an article names; empty if it names none. */
export function readDirectors(lead: string): string[] {
  const match = startingBy.exec(lead) ?? directedBy.exec(lead);
  if (match === null) return [];
  const [, first = '', second = ''] = names.exec(lead.slice(match.index + match[0].length)) ?? [];
  return [first, second].map(readPersonName).filter((name) => name !== null);
}

const television = /\b(?:television|tv) (?:film|movie|special)\b|\bmade[- ]for[- ]t(?:v|elevision)\b/i;

/** What the first sentence of an article says that it is about. */
export type Subject = 'film' | 'short' | 'tv' | 'series' | 'unknown';

const series =
  /\b(?:television|tv|web|streaming|animated|comedy|drama|documentary|anime) (?:mini-?)?series\b|\bminiseries\b|\bsitcom\b|\bepisode list\b/i;
const film = /\b(?:film|movie|short|documentary|cartoon|western|feature|picture)\b/i;

/** Abbreviations whose stop does not end a sentence. */
const abbreviation = /\b(Bros|Mrs?|Dr|Inc|St|Jr|Sr|vs)\.(?= )/g;

/** What the article is about, by the words after "is a" in its first sentence. */
export function readSubject(lead: string): Subject {
  const start = lead.slice(0, 600).replace(abbreviation, '$1');
  const sentence = /^.*?[\p{Ll})\d"]{2}\.(?=\s|$)/u.exec(start)?.[0] ?? start.slice(0, 300);
  const about = /\b(?:is|was) (?:an?|the)\b[^,;]*/.exec(sentence)?.[0] ?? '';
  if (television.test(about)) return 'tv';
  if (/\bshort\b|\b(?:one|two)-reel/i.test(about)) return 'short';
  if (film.test(about)) return 'film';
  return series.test(about) ? 'series' : 'unknown';
}
