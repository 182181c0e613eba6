import { foldTitle } from '../films/titles/title-key.ts';
import { parseTitle } from '../films/titles/title-parse.ts';
import { provesFilm } from '../films/film-ids.ts';
import { readAddress } from '../films/refs.ts';
import { isSameFilmOnPage, joinRefs } from '../films/same-film.ts';
import { listOthers, makeSighting } from './sighting.ts';
import type { Sighting } from './types.ts';
import { listParts, type Agreement, type Page } from './page.ts';
import type { PageKind } from '../sites/types.ts';

/** All evidence for or against a subject. */
export interface Clues {
  page: Page;
  agree: (title: string) => Agreement;
  /** Works of any kind that the page's data describes at its top level. */
  structured: Sighting[];
  /** The film that the site's adapter names; null if it names none. */
  adapted: Sighting | null;
  pageKind: PageKind | null;
}

/** An adapter's page kinds whose pages have no film as their subject. */
const kindsWithout = new Set<PageKind>(['list', 'person', 'search', 'series', 'other']);

function isFilm(found: Sighting): boolean {
  return found.hint.kind === 'film' || found.hint.kind === null;
}

/**
 * Whether two top-level films of a page's data are the same. Ignores their years, because the data often has
 * the year of another release.
 */
function isSameAtTop(one: Sighting, other: Sighting): boolean {
  return isSameFilmOnPage({ ...one.hint, year: null }, other.hint);
}

/**
 * The film that agrees best with the page's names, and of several the one with the longest title; null on a
 * tie between different films.
 */
export function chooseAgreeing(films: Sighting[], agree: Clues['agree']): Sighting | null {
  const judged = films
    .map((found) => ({ found, folded: foldTitle(found.hint.title), agreement: agreeBest(found, agree) }))
    .filter(({ agreement }) => agreement >= 2)
    .sort((one, other) => other.agreement - one.agreement || other.folded.length - one.folded.length);
  const [first] = judged;
  if (!first) return null;
  const same = judged.filter(({ found }) => isSameAtTop(first.found, found));
  const rivals = judged.filter(
    (one) =>
      one.agreement === first.agreement &&
      !same.includes(one) &&
      (one.folded === first.folded || !`-${first.folded}-`.includes(`-${one.folded}-`)),
  );
  if (rivals.length > 0) return null;
  return same.map(({ found }) => found).reduce(mergeSightings);
}

export function agreeBest(found: Sighting, agree: Clues['agree']): Agreement {
  const titles = [found.hint.title, ...found.hint.alternativeTitles];
  return titles.map(agree).reduce((best, one) => (one > best ? one : best), 0);
}

/**
 * Merges two findings of one film; the first has precedence. If only the second has a year, the merged film
 * takes it.
 */
export function mergeSightings(one: Sighting, other: Sighting): Sighting {
  const { hint } = one;
  const isYearDisputed =
    hint.year !== null && other.hint.year !== null && Math.abs(hint.year - other.hint.year) > 1;
  const textEnd = one.textEnd ?? other.textEnd;
  const siteScore = one.siteScore ?? other.siteScore;
  return {
    ...one,
    element: one.element ?? other.element,
    ...(textEnd && { textEnd }),
    ...(siteScore && { siteScore }),
    evidence: [...new Set([...one.evidence, ...other.evidence])],
    confidence: Math.max(one.confidence, other.confidence),
    certainty: one.certainty === 'stated' || other.certainty === 'stated' ? 'stated' : 'possible',
    hint: {
      ...hint,
      alternativeTitles: listOthers(hint.title, [
        ...hint.alternativeTitles,
        other.hint.title,
        ...other.hint.alternativeTitles,
      ]),
      year: hint.year ?? (isYearDisputed ? null : other.hint.year),
      directors: hint.directors.length > 0 ? hint.directors : other.hint.directors,
      refs: joinRefs(hint, other.hint),
      kind: hint.kind ?? other.hint.kind,
      language: hint.language ?? other.hint.language,
      facts: hint.facts ?? other.hint.facts,
    },
    context: {
      yearBeside: one.context.yearBeside || other.context.yearBeside,
      setApart: one.context.setApart || other.context.setApart,
      filmWordsNear: one.context.filmWordsNear || other.context.filmWordsNear,
      namesNear: [...new Set([...one.context.namesNear, ...other.context.namesNear])].slice(0, 8),
    },
  };
}

/**
 * The film whose id is in the page's own address, with the title that the page gives; null if the page says
 * it is another kind.
 */
function findAddressed({ page }: Clues): Sighting | null {
  const { ref, kind: addressed } = readAddress(page.url.href);
  if (ref === null || (addressed !== 'film' && !provesFilm([ref]))) return null;
  const name = page.headings[0]?.text ?? page.meta.get('og:title') ?? page.names[0];
  if (name === undefined) return null;
  const readings = page.names.map(parseTitle);
  const kind = readings.find((reading) => reading.kind !== null)?.kind ?? null;
  const { title, alternativeTitles, directors } = parseTitle(name);
  const year = readings.find((reading) => reading.year !== null)?.year ?? null;
  return kind === null || kind === 'film'
    ? makeSighting({
        title,
        alternativeTitles,
        directors,
        year,
        kind: 'film',
        refs: [ref],
        element: page.headings[0]?.element ?? null,
        evidence: 'link',
        isTop: true,
      })
    : null;
}

const otherTypes =
  /^(?:video\.(?:tv_show|episode)|tv_show|music\.|book|books\.|game|product|restaurant|profile)/i;

/** Whether the page's Open Graph type says that the page is about something other than a film. */
function isOtherByOpenGraph(page: Page): boolean {
  return otherTypes.test(page.meta.get('og:type') ?? '');
}

/** Whether the page's own data or type says that the page is about something other than a film. */
function isAboutOther({ page, structured, agree }: Clues): boolean {
  const others = structured.filter((found) => !isFilm(found) && agreeBest(found, agree) >= 2);
  const films = structured.filter((found) => found.hint.kind === 'film' && agreeBest(found, agree) >= 3);
  return (
    isOtherByOpenGraph(page) ||
    (others.length > 0 && films.length === 0) ||
    others.some((found) => /series|season|episode/.test(found.hint.kind ?? ''))
  );
}

/** The heading that contains the subject's title, where its badge goes; null if there is none. */
function findHeadingOf(page: Page, title: string): Element | null {
  const folded = foldTitle(title);
  const heading = page.headings.find(({ text }) =>
    listParts(text).some((part) => foldTitle(part) === folded),
  );
  return (
    heading?.element ??
    page.headings.find(({ text }) => `-${foldTitle(text)}-`.includes(`-${folded}-`))?.element ??
    null
  );
}

/** Whether the page can have a subject: neither its data nor its adapter rules one out. */
export function canHaveSubject(clues: Clues): boolean {
  return (clues.pageKind === null || !kindsWithout.has(clues.pageKind)) && !isAboutOther(clues);
}

/**
 * The one film that the page's data, adapter or address says it is about, or null. A wrong film is worse than
 * none, so every source but the adapter must agree with the page's own names.
 */
export function findSubject(clues: Clues): Sighting | null {
  const { structured, agree, adapted, pageKind } = clues;
  if (pageKind !== null && kindsWithout.has(pageKind)) return null;
  const films = structured.filter((found) => found.hint.kind === 'film');
  if (adapted) {
    return [adapted, ...films.filter((film) => isSameAtTop(adapted, film))].reduce(mergeSightings);
  }
  if (isAboutOther(clues)) return null;
  return chooseAgreeing(films, agree) ?? findAddressed(clues);
}

/**
 * A film of the page's data without words of a review around its name, if the page has the name without them: "Review: Roma
 * (2018)".
 */
export function cleanName(found: Sighting, agree: Clues['agree']): Sighting {
  const { hint } = found;
  if (hint.kind !== 'film' && hint.kind !== null) return found;
  const { title, year } = parseTitle(hint.title);
  if (title === hint.title || agree(title) < 3) return found;
  return { ...found, hint: { ...hint, title, year: hint.year ?? year } };
}

/** A finding as the page's subject, with the element that contains its title, and the year beside it in one of the names. */
export function markSubject(found: Sighting, page: Page): Sighting {
  const { title, year } = found.hint;
  const element = found.element ?? findHeadingOf(page, title);
  const stated =
    year ??
    page.names
      .map(parseTitle)
      .find((name) => name.year !== null && foldTitle(name.title) === foldTitle(title))?.year ??
    null;
  const hint = { ...found.hint, year: stated };
  return { ...found, hint, isSubject: true, element, context: { ...found.context, setApart: true } };
}
