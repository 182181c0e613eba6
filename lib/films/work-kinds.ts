import { once } from '../async/once.ts';
import { foldLetters } from '../text/text.ts';
import type { WorkKind } from './types.ts';

/** The words for a season: folded for labels, and as printed for titles. */
const season =
  '(?:season|series?|saison|staffel|temporada|stagione|seizoen|sezon|sasong|saeson|sesong|evad|сезон)';
const seasonWords = 'season|saison|staffel|temporada|stagione|seizoen|sezon|säsong|sæson|sesong|évad|сезон';

/** The kinds of work that a label in brackets states, by its folded text, in the languages of the sites. */
const labels = once((): [kind: WorkKind, pattern: RegExp][] => [
  // (TV Episode), (#4.13), (Folge 3), (épisode)
  ['episode', /^(?:tv )?episod[eio]o?$|^#\d+\.\d+$|^folge \d+$/],
  // (season 2), (Staffel 1), (1. série), (сезон 3)
  ['season', new RegExp(`^${season} \\d+$|^\\d+(?:st|nd|rd|th|a|o|e)? ${season}$`)],
  // (TV Series), (TV Mini Series), (British TV series), (série télévisée), (seriál), (Serie de TV), (miniserie), (сериал)
  [
    'series',
    /^(?:[^\s\d]+ ){0,2}(?:tv|television|web|anime) ?(?:mini ?)?(?:series?|serial|show)$|^(?:mini ?)?seri(?:es?|al)(?: (?:tv|de tv|tele.*|anime.*|review))?$|^(?:the complete|fernseh|televisie|animations) ?series?$|сериал$|^(?:dizi|anime|电视剧)$/,
  ],
  // (VG), (Video Game), (jeu vidéo), (videojuego), (videogioco), (Computerspiel), (hra), (игра)
  [
    'game',
    /^(?:(?:vg|hra|gra|jeu)(?: .*)?|(?:video|computer|board|mobile)? ?(?:games?|spiel|juego|gioco)|.*игра|ps[1-5]|xbox.*|switch)$/,
  ],
  // (novel), (book), (roman), (libro), (kniha), (manga), (graphic novel), (Kindle Edition)
  [
    'book',
    /^(?:(?:[^\s\d]+ )?novel(?:l?a|i[sz]ation)?|(?:comic |audio)?books?|roman(?:zo)?|livre|libro|buch|kniha|powiesc|ksiazka|книга|роман|manga|comics?|(?:kindle|paperback|hardcover).*|short story)$/,
  ],
  // (soundtrack), (Original Motion Picture Soundtrack), (OST), (bande originale), (album), (song)
  [
    'album',
    /^(?:(?:original )?(?:(?:motion picture|movie|film) )?(?:soundtrack|score)(?: album)?|ost|(?:[^\s\d]+ )?(?:album|song)|bande originale.*|banda sonora.*|colonna sonora.*|саундтрек)$/,
  ],
  // (actor), (American actress), (director)
  ['person', /^(?:[^\s\d]+ )?(?:actor|actress|director|filmmaker|singer)$/],
  // (play), (musical), (disambiguation), (film series)
  ['other', /^(?:play|musical|opera|podcast|disambiguation|homonymie|franchise|character|film series)$/],
  // (film), (American film), (TV Movie), (TV), (V), (C), (téléfilm), (película), (filme de terror), (фильм), (documentary)
  [
    'film',
    /^(?:(?:[^\s\d]+ ){0,3}(?:film|movie|documentary)|tv|video|v|c|tv special|(?:tele|fernseh|dokumentar|spiel|kurz|animations)filme?|(?:films?|filme|pel(?:i|·li)cula|фильм|фільм|филм|映画|영화|电影|電影|ταινια|סרט|فيلم|فیلم)(?: (?:tv|de|del) ?[^\s\d]*)?|(?:court|long) metrage|corto(?:metraje)?|(?:short|feature)(?: film)?|elokuva)$/,
  ],
]);

/** Labels that also count without brackets, after a dash or colon or at the end of the text. */
const plainLabel =
  /(?:^|[\s:–—|,-])((?:original (?:motion picture )?)?soundtrack|bande originale(?: du film)?|banda sonora(?: original)?|(?:tv|web) (?:mini-?)?series|tv show|mini-?series|miniserie|s[eé]rie tv|tv-serie|fernsehserie|s[eé]rie t[eé]l[eé]vis[eé]e|serie de tv|сериал|video ?game|videojuego|videogioco|jeu vid[eé]o|videospiel)$/i;

/** "Stranger Things Season 4", "MODERN LOVE | SAISON 1", "Dark – 2. Staffel"; not the film "Open Season 2". */
const seasonTail = new RegExp(
  `(?<!\\bopen)(?:[\\s:,|–—(-]+)(?:the )?(?:(?:${seasonWords}) (?:\\d{1,2}|one|two|three|four|five|six)|` +
    `\\d{1,2}(?:st|nd|rd|th|\\.|ª|e|ème) (?:${seasonWords}))(?![a-zß-žа-яё\\d]).*$`,
  'i',
);
const episodeWord = /(?<![a-zß-žа-яё])(?:episode|épisode|folge|episodio|ep\.?|серия)\s*#?\d/i;
const episodeCode = /[\s:,|–—(-]+s\d{1,2}\s?[ex.]\s?\d{1,3}(?![a-zß-žа-яё\d]).*$/i;
const seasonCode = /[\s:,|–—(-]+s\d{2}\)?$/i;

/**
 * A sign that every text matched by the patterns above has: they take 5 ms to compile, and most titles do not
 * need them.
 */
const endSign =
  /s\d|seas|saison|staffel|tempora|stagion|seizoen|sezon|s[äæe]son|évad|сезон|soundtrack|band[ea] |s[eé]rie|tv show|сериал|vid[eé]o/i;

/**
 * The kind of work that a label states, such as the bracketed text in "Halo (VG)"; null for any other label.
 */
export function findKindOfLabel(label: string): WorkKind | null {
  const folded = foldLetters(label)
    .replace(/(?:[\s\-–]|\.(?!\d))+/g, ' ')
    .trim();
  if (folded.length > 60) return null;
  return labels().find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/**
 * The kind of work stated at the end of a text without brackets, and the text before it; null if there is
 * none.
 */
export function findKindAtEnd(text: string): { kind: WorkKind; before: string } | null {
  if (!endSign.test(text)) return null;
  const ends: [kind: WorkKind | null, match: RegExpExecArray | null][] = [
    ['episode', episodeCode.exec(text)],
    ['season', seasonCode.exec(text)],
    [null, seasonTail.exec(text)],
  ];
  for (const [kind, match] of ends) {
    if (match === null) continue;
    return {
      kind: kind ?? (episodeWord.test(match[0]) ? 'episode' : 'season'),
      before: text.slice(0, match.index),
    };
  }
  const plain = plainLabel.exec(text);
  const kind = plain?.[1] === undefined ? null : findKindOfLabel(plain[1]);
  return plain && kind ? { kind, before: text.slice(0, plain.index) } : null;
}
