import { foldTitle } from '../films/titles/title-key.ts';
import type { FilmRef, WorkKind } from '../films/types.ts';
import { isSameFilmOnPage } from '../films/same-film.ts';
import { walk } from './dom.ts';
import { makeSighting } from './sighting.ts';
import { mergeSightings } from './subject.ts';
import type { PageReading, Sighting } from './types.ts';

/** Maximum number of mentions kept per page. */
const maxMentions = 6000;
/** Findings merged between two pauses. */
const findingsPerStep = 100;
/** Nodes walked between two pauses. */
const nodesPerStep = 1500;

/** Everything the readers found on a page, with the subject chosen for it. */
export interface Findings {
  url: string;
  /** What was read. */
  root: Element;
  language: string | null;
  subject: Sighting | null;
  found: Sighting[];
  /** Works that the page's data describes at its top level. */
  structured: Sighting[];
  nonfilms: { title: string; kind: WorkKind }[];
  /** Ids and addresses of works that are not films. */
  otherKeys: Set<string>;
  /** Ids from links that only name another id system ("IMDb"). */
  namingRefs: FilmRef[];
}

/** The films found so far, indexed by id and by folded title. */
interface Known {
  byRef: Map<FilmRef, number>;
  byTitle: Map<string, number[]>;
  rows: Sighting[];
}

function findKnown({ byRef, byTitle, rows }: Known, found: Sighting, folded: string): number | undefined {
  const byId = found.hint.refs.flatMap((ref) => byRef.get(ref) ?? []);
  return [...byId, ...(byTitle.get(folded) ?? [])].find((at) => {
    const row = rows[at];
    return row !== undefined && isSameFilmOnPage(row.hint, found.hint);
  });
}

function add(known: Known, found: Sighting, folded: string): void {
  const at = known.rows.push(found) - 1;
  for (const ref of found.hint.refs) if (!known.byRef.has(ref)) known.byRef.set(ref, at);
  known.byTitle.set(folded, [...(known.byTitle.get(folded) ?? []), at]);
}

/** Whether a finding counts once per film: it has no element, or was found in running text. */
function isOncePerFilm(found: Sighting): boolean {
  return found.element === null || found.evidence[0] === 'text';
}

/** Adds to the subject the ids of naming links, unless one id system has several. */
function addRefs(subject: Sighting, refs: FilmRef[]): Sighting {
  const systems = refs.map((ref) => ref.split(':', 1)[0]);
  const lone = refs.filter((_, at) => systems.indexOf(systems[at]) === systems.lastIndexOf(systems[at]));
  const extra = makeSighting({ title: subject.hint.title, refs: lone, element: null, evidence: 'link' });
  return extra && lone.length > 0 ? mergeSightings(subject, extra) : subject;
}

const nodeOf = ({ element, textEnd }: Sighting): Node | null => element ?? textEnd?.text ?? null;

function compareOffsets(one: Sighting, other: Sighting): number {
  return (one.textEnd?.offset ?? 0) - (other.textEnd?.offset ?? 0);
}

/**
 * Puts rows in page order, those of no node last, in one walk: comparing two elements takes longer the more are beside them.
 * Pauses often.
 */
function* sortInPageOrder(rows: Sighting[], root: Element): Generator<undefined, Sighting[]> {
  const byNode = Map.groupBy(rows, nodeOf);
  const loose = byNode.get(null) ?? [];
  byNode.delete(null);
  const sorted: Sighting[] = [];
  const walker = walk(root.ownerDocument, root);
  for (let at = 1; byNode.size > 0 && walker?.nextNode(); at += 1) {
    const { currentNode } = walker;
    sorted.push(...(byNode.get(currentNode)?.sort(compareOffsets) ?? []));
    byNode.delete(currentNode);
    if (at % nodesPerStep === 0) yield;
  }
  return [...sorted, ...[...byNode.values()].flat(), ...loose];
}

/**
 * The findings that are or may be films; drops those that the page elsewhere marks as another kind of work.
 */
function listFilms({ found, structured, nonfilms, otherKeys }: Findings): Sighting[] {
  const others = new Set(nonfilms.map(({ title }) => foldTitle(title)));
  const data = structured.filter(({ hint }) => hint.kind === 'film' && !others.has(foldTitle(hint.title)));
  // The page's own data comes first, so that the limit does not cut it off.
  return [...data, ...found]
    .filter(
      ({ hint }) =>
        (hint.kind === null || hint.kind === 'film') && !hint.refs.some((ref) => otherKeys.has(ref)),
    )
    .slice(0, maxMentions);
}

/**
 * Merges the findings into the reading of a page: joins those of one element and of one film, and drops other works. Pauses
 * often.
 */
export function* assemble(findings: Findings): Generator<undefined, PageReading> {
  const { url, root, language, structured, namingRefs } = findings;
  const subject =
    findings.subject && namingRefs.length > 0 ? addRefs(findings.subject, namingRefs) : findings.subject;
  const known: Known = { byRef: new Map(), byTitle: new Map(), rows: [] };
  const rowsByElement = new Map<Element, number>();
  // Findings with an element come first, so that data without one can join them.
  const films = listFilms(findings).sort(
    (one, other) => Number(isOncePerFilm(one)) - Number(isOncePerFilm(other)),
  );
  for (const [count, found] of films.entries()) {
    if (count % findingsPerStep === findingsPerStep - 1) yield;
    const folded = foldTitle(found.hint.title);
    if (subject && isSameFilmOnPage(subject.hint, found.hint)) continue;
    const at =
      (found.element && rowsByElement.get(found.element)) ??
      (isOncePerFilm(found) ? findKnown(known, found, folded) : undefined);
    const row = at === undefined ? undefined : known.rows[at];
    if (at !== undefined && row) known.rows[at] = mergeSightings(row, found);
    else {
      add(known, found, folded);
      if (found.element) rowsByElement.set(found.element, known.rows.length - 1);
    }
  }
  yield;
  const others = structured.flatMap(({ hint: { title, kind } }) =>
    kind !== null && kind !== 'film' ? [{ title, kind }] : [],
  );
  const nonfilms = new Map(
    [...findings.nonfilms, ...others].map((one) => [`${one.kind} ${foldTitle(one.title)}`, one]),
  );
  return {
    url,
    subject,
    mentions: yield* sortInPageOrder(known.rows, root),
    nonfilms: [...nonfilms.values()],
    review: null,
    language,
  };
}
