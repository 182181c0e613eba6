import type { Page } from '../page.ts';
import { isFilmPage, ofFilm } from '../headline.ts';
import { findOtherKind, hasFilmWords, isFilmNoun } from '../words.ts';

const article = /^(?:the |die |das |de |les |los |as |os )/i;
const showing =
  /^(?:now (?:showing|playing)|in (?:cinemas|theaters)|en cartelera|à l['’]affiche|im kino|em exibição|nu te zien|på bio(?: nu)?|τώρα στο σινεμά)$|^(?:film\p{L}*|movies|películas|elokuvat)(?: (?!and|und|et|och|og)\p{L}+){0,3} (?:tv|t[eé]l[eé]|fernseh)/iu;
/** Headings of all that a person has made for the screen. */
const filmography = /^(?:\S+ )?(?:filmogra|фильмогра|φιλμογρ)/i;
/** Words for a film that also head news, paintings or dances. */
const ambiguous = /^(?:карт|лент|стріч|cint|curt|long|dokument$|চি|ছবি)/;
/** Words that may follow the noun: "film of the week", "Film zum Buch", "film with robots". */
const linker = /^(?:\p{Ll}{1,3}|\d+|with|from|about|über|avec|sobre|directed|dirig\p{L}+)$/u;
/** Those that join it with another noun. */
const conjunction = /^(?:and|und|et|y|og|och)$/;
/** The only nouns that another noun may follow: "film star", but "películas premiadas", "films préférés". */
const compound = /^(?:film|movie)$/;
/** "人気の映画", "映画ベスト", but not "映画館" (a cinema). */
const joinedNoun = /(?:映画|电影|電影|影片|영화)(?![館馆監祭音賞院節节票人史관제감배음상])/;
const joinedScript = /[\u3040-\ud7ff]/;
/** Whether a word of a heading or label, in small letters, is a film noun that no further word changes: "film with robots", not "film star". */
export function isHeadNoun(words: string[], at: number): boolean {
  const [next, ...rest] = words.slice(at + 1);
  if (next === undefined || conjunction.test(next)) return next === undefined;
  // "I film", the plural in Italian.
  return !compound.test(words[at] ?? '') || words[at - 1] === 'i' || (linker.test(next) && rest.length > 0);
}

/** Whether a heading's noun is films rather than something for or about them: "The best films", not "Tips for better films". */
export function isAboutFilms(heading: string): boolean {
  const [, before] = /^(.*?)\S*(?:film|movie|фильм|pel[ií]cula)/iu.exec(heading.replace(article, '')) ?? [];
  return before === undefined || !ofFilm.test(before) || /^(?:list|top)/i.test(heading);
}

const maxHeadingWords = 9;

/** Whether a heading says that films follow: "Films", "Now showing", "Filmography", "Trending movies", "Películas más vistas". */
function isFilmsHeading(heading: string): boolean {
  if (showing.test(heading) || filmography.test(heading)) return true;
  const text = heading.replace(/[&+/]/g, ' and ');
  const words =
    text
      .replace(article, '')
      .toLowerCase()
      .match(/[\p{L}\p{M}\d-]+/gu) ?? [];
  if (joinedScript.test(text)) return joinedNoun.test(text) && findOtherKind(text) === null;
  const at = words.findIndex(isFilmNoun);
  const noun = words[at] ?? '';
  if (at < 0 || words.length > maxHeadingWords || findOtherKind(text) !== null) return false;
  // "History of film", but "List of films".
  const isPart = !noun.endsWith('s') && ofFilm.test(text.slice(0, text.toLowerCase().indexOf(noun)));
  const isOne = words.length === 1 && compound.test(noun);
  return !ambiguous.test(noun) && !isOne && !isPart && isHeadNoun(words, at);
}

/** Names of cinemas' programmes, in headings and addresses, in some 30 languages. */
export const programmeWords =
  /(?:^|[\s/-])(?:now-?\s?(?:showing|playing)|showtimes?|screenings?|carteleras?|programmation|à l['’]affiche|a-l-?affiche|s[eé]ances?|spielplan|(?:kino-?)?programm|film\p{L}+|repertuar|repertoar\p{L}*|scheda|in programmazione|em cartaz|en cartellera|афиша|tickets?|event|ohjelmisto|programs?|programmes?|programa(?:ção|ció|ción|zione)?|what['’-]?s[ -]on|mozi\p{L}*|műsor\p{L}*|biosco\p{L}+|på (?:bio|kino)|i biograf\p{L}*|biografprogram|í bíó|[vw] kin(?:ech|ách|ach)|teraz gramy|kinokava|vizyon\p{L}*|u kinima|u bioskopima|в кината|sedang tayang|đang chiếu|σινεμά|πρόγραμμα|προβολ\p{L}+|בקולנוע|في السينما)(?:$|[\s/-])|上映|热映|熱映|排片|放映|상영|กำลังฉาย/iu;

/** Those that other houses and clubs have too. */
const anyProgramme =
  /^(?:\p{L}+ )?(?:program(?:m|me|a|ação|ació|ación|mazione)?|events?|tickets?|spielplan|repert[ou]ar|műsor|ohjelmisto|scheda)$/iu;

/** Headings with a film word that announce something else: jobs, film stock, courses, rooms. */
const otherSection =
  /(?<![a-zß-ž])(?:jobs?|vacanc|careers?|guides?|courses?|classes|workshops?|hire|rent(?:al)?|photo|camera|fotos?|\d+ ?mm|genres?|locations?|scores?|soundtracks?|posters?|festivals|awards|news|crew|studios?|schools?|shop|equipment|books?|blog|magazine|kurse|stellen|télévis|televis|fernseh|telewiz|(?<!in )theat(?:re|er)(?!s)|commercials|noticias|actualit|aktuell(?:es|t)?$|nachrichten)/i;

/** Whether a heading announces works or things that are not films. */
export function isOtherSection(text: string): boolean {
  return otherSection.test(text) || (findOtherKind(text) !== null && !hasFilmWords(text));
}

/** Points for what the headings above something, nearest first, and the page say: 3 if films follow, -1 for something else. */
export function judgeSection(above: string[], page: Page): number {
  const [nearest = '', ...outer] = above;
  const names = [...page.names, ...above].join(' | ');
  if (showing.test(nearest)) return 3;
  if (isOtherSection(nearest || names)) return -1;
  // "Filmography", "As director".
  if (isFilmsHeading(nearest) || outer.some((heading) => filmography.test(heading))) return 3;
  const saysOther = findOtherKind(names) !== null && !hasFilmWords(names);
  if (hasFilmWords(nearest) || programmeWords.test(nearest)) {
    const isAny = anyProgramme.test(nearest) && !isFilmPage(page);
    return findOtherKind(nearest) !== null || (isAny && saysOther) ? -1 : isAny ? 1 : 2;
  }
  if (findOtherKind(nearest) !== null || (nearest === '' && saysOther)) return -1;
  return isFilmPage(page) ? 1 : 0;
}
