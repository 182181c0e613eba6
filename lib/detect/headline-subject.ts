import { makeSighting } from './sighting.ts';
import type { Sighting } from './types.ts';
import type { Page } from './page.ts';
import type { Clues } from './subject.ts';
import type { TextClues } from './text-types.ts';

/** Headings of pages about many things: "The 21 best movies of 2017", "5 Films To Cry To", "Top 100". */
const listHeading =
  /(?<![a-zß-žа-яё])(?:films|movies|filme|series|reviews|archives?|top \d+|list of|tags?:|category|kategorie|search|películas|peliculas|фильмы|schedule|showtimes|coming soon|in theaters)(?![a-zß-žа-яё])|^\d+ (?:\S+ ){0,5}(?:things|ways|reasons|actors|actresses|moments|shows|scenes|facts|times|stars|schauspieler)(?![a-zß-žа-яё])/i;

/** Whether a page's own name says that the page is a list of films. */
export function isListName(name: string): boolean {
  return listHeading.test(name);
}

/** Names of events, which also have years. */
export const eventName =
  /(?<![a-zß-žа-яё])(?:festivals?|awards?|box office|oscars?|berlinale|week|weekend|news)(?![a-zß-žа-яё])/i;

/** All evidence for or against a headline's film. */
export interface HeadlineClues extends Clues, TextClues {}

/** A headline's film as the subject of the page; null if its title is empty or too long. */
export function makeSubject(
  page: Page,
  fields: { title: string; year: number | null; directors?: string[]; alternativeTitles?: string[] },
  isStated: boolean,
): Sighting | null {
  return makeSighting({
    ...fields,
    kind: isStated ? 'film' : null,
    element: null,
    evidence: 'heading',
    isTop: true,
    language: page.language,
    certainty: isStated ? 'stated' : 'possible',
    context: { setApart: true, filmWordsNear: true, yearBeside: fields.year !== null },
  });
}
