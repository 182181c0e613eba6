import type { WorkKind } from '../films/types.ts';

/**
 * Words that tell what a text is about, in the languages of the sites in sites.md. Tested on short texts only; every
 * pattern is linear. Words that belong to several kinds (director, season of the year) are left out.
 */
const filmWords =
  /(?<!\p{L})(?:films?|movies?|filmmak(?:er|ing)s?|filmed|cinema(?:tic|s)?|screenplay|screenwriters?|biopics?|thrillers?|blockbusters?|documentar(?:y|ies)|box[- ]office|co-?star(?:s|red|ring)?|starring|director['’]?s?|directed|dir\.|oscars?|remakes?|sequels?|prequels?|feature-length|cinematograph(?:er|y)|big screen|filmaufnahmen|kino(?:s|film)?|filme[ns]?|spielfilm\p{L}*|dokumentarfilm\p{L}*|regie|regisseur(?:in)?|drehbuch|leinwand|cinéma|réalisat(?:eur|rice)|réalisé|long[- ]métrage|scénari(?:o|ste)|películas?|pelis?|cine|director[ae]?s?|dirigid[ao]|rodaje|cortometraje|cinematográfic[ao]|cinema|regista|regia|pellicol[ae]|filmes?|diretora?|кино\p{L}*|фильм\p{L}*|режисс[её]р\p{L}*|сеанс\p{L}*|film(?:u|y|em|ech|ów|owy|owa|ie|ach|et|en|er|erna|i|in|ja)|režie|režisér\p{L}*|reżyser\p{L}*|snímek|filmowej|电影|影片|映画|영화)(?!\p{L})/iu;

/** What stands beside titles of other works. The first that fits names the kind. */
const otherWords: [WorkKind, RegExp][] = [
  [
    'episode',
    /(?<!\p{L})(?:episodes?|epizod\p{L}*|épisodes?|episodios?|folgen?|эпизод\p{L}*|pilot)(?!\p{L})/iu,
  ],
  [
    'series',
    /(?<!\p{L})(?:tv|series|sitcoms?|seasons?|miniseries|mini-series|showrunners?|serie[ns]?|seri[aá]l\p{L}*|staffeln?|saisons?|temporadas?|telenovelas?|tv-serie|сериал\p{L}*|сезон\p{L}*|hbo|bbc|docuseries|television|broadcast|emmys?|soap)(?!\p{L})/iu,
  ],
  [
    'game',
    /(?<!\p{L})(?:games?|video ?games?|gameplay|gamers?|playstation|xbox|nintendo|steam|rpg|dlc|spiele?s?|jeux? vidéo|videojuegos?|игр\p{L}*|consoles?)(?!\p{L})/iu,
  ],
  [
    'book',
    /(?<!\p{L})(?:novels?|books?|novellas?|memoirs?|bestsellers?|romane?s?|b[uü]ch(?:er|es)?|romans?|livres?|novelas?|libros?|роман\p{L}*|книг\p{L}*|paperback|hardcover|kindle|autor(?:in)?)(?!\p{L})/iu,
  ],
  [
    'album',
    /(?<!\p{L})(?:albums?|songs?|singles?|lps?|tracks?|tracklist|alben|lieder|chansons?|canción|canciones|альбом\p{L}*|band|concerts?)(?!\p{L})/iu,
  ],
  [
    'other',
    /(?<!\p{L})(?:plays?|broadway|theatre|theater|opera|ballet|podcasts?|exhibitions?|apps?|restaurants?)(?!\p{L})/iu,
  ],
];

/** Whether words of film stand in a text. */
export function hasFilmWords(text: string): boolean {
  return filmWords.test(text);
}

/** The kind of another work whose words stand in a text, or null. */
export function findOtherKind(text: string): WorkKind | null {
  return otherWords.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** How many words of film, and of each other kind of work, stand in a text, which is cut at 20,000 characters. */
export function countKindWords(text: string): { film: number; other: number; otherKind: WorkKind | null } {
  const part = text.slice(0, 20_000);
  const count = (pattern: RegExp): number => (part.match(new RegExp(pattern.source, 'giu')) ?? []).length;
  const others = otherWords.map(([kind, pattern]) => ({ kind, count: count(pattern) }));
  const most = others.reduce((best, one) => (one.count > best.count ? one : best), {
    kind: null as WorkKind | null,
    count: 0,
  });
  return { film: count(filmWords), other: most.count, otherKind: most.kind };
}
