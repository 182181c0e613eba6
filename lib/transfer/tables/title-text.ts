import { findKindOfLabel } from '../../films/work-kinds.ts';
import type { WorkKind } from '../../films/types.ts';
import { repairMojibake } from '../../tables/mojibake.ts';
import { limits } from '../../text/log-limits.ts';

/** What a title cell says: the title, a year behind it, and what else stands there. */
export interface TitleText {
  title: string;
  year: number | null;
  /** The version of the film that the title names ("Extended Edition"); '' if none. */
  edition: string;
  /** The kind of work that a label behind the title states; null if it states none. */
  kind: WorkKind | null;
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#039': "'",
};
const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos|nbsp|#0?39);/g, (whole, name: string) => entities[name] ?? whole);

/**
 * What shops and streaming services write behind a title about the copy. Of words that begin alike the longest is first,
 * for the lookahead keeps the first that fits: a label is read once, not in every way in which it can be divided.
 */
const copyWords =
  /^(?:(?=(?<copy>4k|8k|uhd|ultra ?hd|hdr\d*|hd|sd|dolby (?:vision|atmos)|blu-?ray|dvd|3d|imax|digital|vhs|full hd|1080p|720p|2160p|(?:subtitled|dubbed) in \w+|dubbed|subbed|subtitled|omeu|omu|ov|df|dt\.?\/ov|dt\.|vf|vost(?:fr)?|vo|(?:with |plus )?bonus(?: content| features)?|prime video|rental|free|(?:english|german|french|spanish|italian|portuguese|hindi|japanese|korean) (?:subtitled|subtitles|dubbed|dub|audio|language)|original(?:version|fassung)|mit untertiteln|deutsch\/ov))\k<copy>[\s,/+&-]*)+$/i;

/** The longest label in brackets that can be about the copy. */
const maxLabel = 60;

const editionWords =
  /(?:extended|director'?s|final|theatrical|special|collector'?s|anniversary|ultimate|unrated|uncut|remastered|restored|deluxe|limited|criterion|definitive|redux|signature|international|unabridged)(?: (?:version|edition|cut|collection))+|(?:\d+(?:st|nd|rd|th) )?anniversary edition|director'?s cut|remastered|uncut|unrated|(?:langfassung|kinofassung|erweiterte fassung|version longue|versión extendida|edizione estesa|versione estesa)/i;
// What stands after a colon is of the title: "Urban Legends: Final Cut".
const editionTail = new RegExp(
  `^(.+?[^\\s:])\\s*(?:[-–—,]\\s*|\\s)(?:the )?((?:${editionWords.source}))$`,
  'i',
);
const wholeEdition = new RegExp(`^(?:the )?(?:${editionWords.source})(?:\\s*\\(?\\d{4}\\)?)?$`, 'i');

const bracketTail = /^(.*\S)\s*[([（［]([^()[\]（）［］]*)[)\]）］]$/;
const yearText = /^(?:18[7-9]\d|19\d\d|20\d\d)$/;

const articles = `the a an der die das ein eine le la les l' un une el los las una il lo gli i o os as um uma de het een en ett den det`;
const invertedTail = new RegExp(`^(.+), (${articles.split(' ').join('|')})$`, 'i');

/** The text without the signs of a link or of stress around all of it: "[[Heat]]", "[Heat](address)", "**Heat**". */
function unwrap(text: string): string {
  const [, linked] = /^\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]$/.exec(text) ?? [];
  const [, named] = /^\[([^[\]]+)\]\([^()\s]*\)$/.exec(text) ?? [];
  const [, , stressed] = /^(\*{1,3}|__)([^*_]+)\1$/.exec(text) ?? [];
  return (linked ?? named ?? stressed ?? text).trim();
}

/** "Matrix, The" as "The Matrix", "Avventura, L'" as "L'Avventura". */
function turnArticle(title: string): string {
  const [, name, article] = invertedTail.exec(title) ?? [];
  // "Me, Myself & I" has a small article at most; "Crazy, Stupid, Love" none.
  if (name === undefined || article === undefined || !/^\p{Lu}/u.test(article)) return title;
  return article.endsWith("'") ? article + name : `${article} ${name}`;
}

const isArticle = (text: string): boolean => articles.split(' ').includes(text.toLowerCase());

/** Reads what stands behind a title in brackets: its year, the copy, the version, the kind of work. */
export function parseTitleText(cell: string): TitleText {
  const found: TitleText = {
    title: unwrap(decodeEntities(repairMojibake(cell)).replace(/\s+/g, ' ').trim()),
    year: null,
    edition: '',
    kind: null,
  };
  // The log holds no longer title.
  if (found.title.length > 2 * limits.title) return found;
  for (let round = 0; round < 4; round += 1) {
    const [, head, inside = ''] = bracketTail.exec(found.title) ?? [];
    if (head === undefined) break;
    const label = inside.trim();
    const kind = findKindOfLabel(label);
    if (yearText.test(label) && found.year === null) found.year = Number(label);
    else if (wholeEdition.test(label)) found.edition = label;
    else if (kind !== null && kind !== 'film' && kind !== 'person' && kind !== 'other') found.kind = kind;
    else if (label.length > maxLabel || !copyWords.test(label)) break;
    found.title = head;
  }
  const [, name, edition] = editionTail.exec(found.title) ?? [];
  if (
    name !== undefined &&
    edition !== undefined &&
    / (?:edition|cut|version)$/i.test(edition) &&
    !isArticle(name)
  )
    [found.title, found.edition] = [name, edition];
  found.title = turnArticle(found.title);
  return found;
}
