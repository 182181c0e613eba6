import { agrees, readAddress, type Address } from './film-address.ts';
import { attribute, nameOf, parentOf } from '../dom.ts';
import { foldTitle } from '../../films/titles/title-key.ts';
import { readLinkName } from './link-name.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import { findRow, findRowYear, isNavigation, listRowTexts } from '../readers/links.ts';
import { isDate, isOtherData, isSeriesRow, measureData, notFilms, programme } from './row-data.ts';
import { judgeSection } from './sections.ts';
import { listTails, tail, trimLabels } from './name-tails.ts';
import { isTitleLike } from '../readers/text-spans.ts';
import { readTitle } from '../readers/title.ts';

/** Limits: rows whose data is looked at in each group, and the points that a group needs. */
const maxSample = 10;
const minPoints = 3;
/** A group of so few rows needs one more point. */
const maxFew = 4;
/** Names that are compared of the links to one address. */
const maxNames = 4;

/** One place of a repeated structure that may have a title. */
interface Anchor {
  element: Element;
  name: string;
  href: string | null;
  /** Whether the name is the text of an image or a label, which often has more words. */
  isLabel: boolean;
}

/** Anchors of one shape below one heading. */
interface Group {
  anchors: Anchor[];
  /** The headings above it, nearest first. */
  above: string[];
  isHeadings: boolean;
}

/** The path up to four elements around an element: what the rows of one list have in common. */
export function readShape(element: Element): string {
  let shape = '';
  for (let at: Element | null = element, level = 0; at && level < 5; at = parentOf(at), level += 1)
    shape += `${nameOf(at)}<`;
  return shape;
}

function makeAnchor(element: Element): Anchor | null {
  if (levelOf(element) < 9) {
    const link = element.querySelector('a[href]') ?? element.closest('a[href]');
    return { element, name: readLine(element), href: link ? attribute(link, 'href') : null, isLabel: false };
  }
  if (element.querySelector('h1,h2,h3,h4,h5,h6')) return null;
  const { name, isLabel } = readLinkName(element);
  return name === '' || isNavigation(name)
    ? null
    : { element, name, href: attribute(element, 'href') || null, isLabel };
}

/** The level of a heading; 9 for other elements. */
function levelOf(element: Element): number {
  const name = nameOf(element);
  return (name.length === 2 && name.startsWith('h') && Number(name[1])) || 9;
}

/** Whether a link is all that a heading has: the heading stands for both. */
const isInHeading = (link: Element, before: Element | undefined): boolean =>
  before !== undefined && before.firstChild === link && before.lastChild === link && levelOf(before) < 9;

/** Groups headings and links by their shape and the heading above them, without those of `read`. Pauses often. */
function* listGroups(
  outline: Element[],
  isAside: (element: Element) => boolean,
  read: Set<Element>,
): Generator<null, Group[]> {
  const groups = new Map<string, Group>();
  const above: { level: number; element: Element; at: number }[] = [];
  for (const [at, element] of outline.entries()) {
    if (at % 60 === 59) yield null;
    const level = levelOf(element);
    const isLeftOut = level === 1 || read.has(element) || isInHeading(element, outline[at - 1]);
    const anchor = isLeftOut || isAside(element) ? null : makeAnchor(element);
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    if (anchor && anchor.name.length <= 160) {
      const key = `${readShape(element)}${above.at(-1)?.at ?? ''}`;
      const group = groups.get(key) ?? {
        anchors: [],
        above: above.map((heading) => readLine(heading.element)).reverse(),
        isHeadings: level < 9,
      };
      group.anchors.push(anchor);
      groups.set(key, group);
    }
    if (level < 9) above.push({ level, element, at });
  }
  return [...groups.values()];
}

/** Leaves out words on links to different pages: "Book now", "Premiere". */
function dropButtons(group: Group, page: Page): void {
  const pages = new Map<string, Set<string>>();
  for (const { name, href } of group.anchors) {
    const seen = pages.get(name) ?? new Set();
    pages.set(name, seen.add(href?.replace(/[#?].*/, '') ?? ''));
  }
  group.anchors = group.anchors.filter(({ name, href }) => {
    const count = pages.get(name)?.size ?? 0;
    if (count < 2) return true;
    const address = readAddress(href, page);
    return count < 3 && address !== null && agrees(name, address);
  });
}

/** The anchors with their rows, each found when it is asked for: the largest element around each without its neighbours. */
function* listRows(anchors: Anchor[]): Generator<{ anchor: Anchor; row: Element }> {
  for (const [at, anchor] of anchors.entries()) {
    const [before, after] = [anchors[at - 1], anchors[at + 1]];
    yield { anchor, row: findRow(anchor.element, before?.element ?? null, after?.element ?? null) };
  }
}

/** The texts of a row; of a heading or term among others those up to the next. */
function listTexts({ anchor, row }: { anchor: Anchor; row: Element }): string[] {
  const texts = listRowTexts(row);
  let next = row === anchor.element || nameOf(row) === 'dt' ? row.nextElementSibling : null;
  for (let count = 0; next && count < 3 && levelOf(next) > 8 && nameOf(next) !== nameOf(row); count += 1) {
    texts.push(...listRowTexts(next));
    next = next.nextElementSibling;
  }
  return texts;
}

/** What a row says beside its name. */
const listOthers = (placed: { anchor: Anchor; row: Element }): string[] =>
  listTexts(placed).filter((text) => text !== placed.anchor.name);

/** Gives headings without a link the link of their row. */
function findRowLinks({ anchors }: Group): void {
  if (anchors.some(({ href }) => href !== null)) return;
  for (const { anchor, row } of listRows(anchors)) {
    const link = row.querySelector('a[href]');
    if (link) anchor.href = attribute(link, 'href');
  }
}

const share = (count: number, all: number): number => (all === 0 ? 0 : count / all);

interface Judged {
  /** What the addresses, the headings and the rows say; 0 if that is not enough, -1 if any says that they are not films. */
  points: number;
  /** The part that the addresses of its films have; null if they do not agree. */
  part: Address['part'];
}

const noFilms: Judged = { points: -1, part: null };

function judgeGroup(group: Group, page: Page): Judged {
  const { anchors } = group;
  const names = new Set(anchors.map(({ name }) => foldTitle(name)));
  if (names.size < 2 || names.size < anchors.length / 8 || anchors.every(({ name }) => isDate(name)))
    return noFilms;
  const context = judgeSection(group.above, page);
  if (context < 0) return noFilms;
  const sample = anchors.slice(0, 40);
  const addresses = sample.map(({ name, href }) => ({ name, address: readAddress(href, page) }));
  // What has no address may be named by its heading alone.
  const agreeing = addresses.filter(
    ({ name, address }, at) =>
      (address && agrees(name, address)) ||
      (context > 2 && (address ? address.slug === null : sample[at]?.href === null)),
  );
  const isNamed = share(agreeing.length, sample.length) >= 0.6;
  const has = (part: Address['part']): boolean =>
    isNamed && share(agreeing.filter(({ address }) => address?.part === part).length, sample.length) >= 0.6;
  const path = has('film') ? 2 : has('programme') ? 1 : 0;
  const isForeign = sample.every(({ name }) => !/[a-z]/i.test(name));
  if (!group.isHeadings && !(isNamed || isForeign)) return noFilms;
  const rows = Array.from(listRows(anchors.slice(0, maxSample)), (placed) =>
    listOthers(placed).join(' | ').slice(0, 600),
  );
  const isOther = rows.filter((text) => isOtherData(text)).length;
  if (share(isOther, rows.length) >= 0.5) return noFilms;
  const data = measureData(rows);
  const isNone =
    path + context === 0 ||
    (!group.isHeadings && path === 0 && context < 2 && context + data < 4) ||
    (path === 0 && data === 0 && context < 3);
  // A group of so few rows may be a menu, unless its heading says that films follow.
  const few = anchors.length <= maxFew && context < 3 ? 1 : 0;
  return {
    points: isNone ? Math.min(context, 1) - 1 : path + context + data - few,
    part: path === 0 ? null : path === 2 ? 'film' : 'programme',
  };
}

function makeFound(
  anchor: Anchor,
  texts: string[],
  tails: Set<string>,
  part: Address['part'],
): Sighting | null {
  const end = tail.exec(anchor.name);
  const name = end && tails.has(end[1] ?? '') ? anchor.name.slice(0, end.index) : anchor.name;
  const parsed = readTitle(name.replace(/^\s*#?\d{1,3}[.)]\s+/, ''));
  const isOther =
    programme.test(name) ||
    notFilms.test(foldTitle(parsed.title)) ||
    (part === null && !isTitleLike(parsed.title));
  const kind = isOther ? 'other' : isSeriesRow(texts.join(' | ')) ? 'series' : (parsed.kind ?? 'film');
  return makeSighting({
    ...parsed,
    year: parsed.year ?? findRowYear(texts, anchor.name),
    kind,
    element: anchor.element,
    evidence: nameOf(anchor.element) === 'a' ? 'link' : 'heading',
    context: { setApart: true, filmWordsNear: true },
  });
}

/** Whether a name is a label such as "New" on the picture of a film: another link to the film has the name of its address. */
function isBadge(name: string, address: Address, others: string[]): boolean {
  return others.length > 1 && !agrees(name, address) && others.some((other) => agrees(other, address));
}

/** What other readers have read. */
interface ReadElements {
  tables: Element[];
  /** Headings of a list that is read as a whole. */
  read: Set<Element>;
}

/**
 * The films of lists that are known by their shape: headings or links in repeated rows, whose addresses, data or headings
 * speak of films. Pauses often.
 */
export function* readShapes(
  outline: Element[],
  page: Page,
  isAside: (element: Element) => boolean,
  { tables, read }: ReadElements,
): Generator<Sighting | null> {
  const isInTable = (element: Element): boolean => tables.some((table) => table.contains(element));
  const groups = yield* listGroups(
    tables.length > 0 ? outline.filter((one) => !isInTable(one)) : outline,
    isAside,
    read,
  );
  const names = new Map<string | null, string[]>();
  for (const { name, href } of groups.flatMap(({ anchors }) => anchors))
    names.set(href, [...(names.get(href)?.slice(0, maxNames) ?? []), name]);
  const forms = new Set<string>();
  for (const group of groups) {
    if (group.anchors.length < 2) continue;
    trimLabels(group.anchors.filter(({ isLabel }) => isLabel));
    findRowLinks(group);
    dropButtons(group, page);
    yield null;
    const { points, part } = judgeGroup(group, page);
    // On a page about films, what has addresses like theirs is films too.
    const form = group.anchors[0]?.href?.replace(/[^/=]*$/, '') ?? '';
    if (points < minPoints && !(points === 0 && form.length > 1 && forms.has(form))) continue;
    forms.add(form);
    const tails = listTails(group.anchors.map(({ name }) => name));
    let count = 0;
    for (const placed of listRows(group.anchors)) {
      const { name, href } = placed.anchor;
      const address = part === null ? null : readAddress(href, page);
      // A row that leads elsewhere than the films is a heading or a button among them.
      const isElsewhere = part !== null && address?.part !== part;
      if (!isElsewhere && !(address && isBadge(name, address, names.get(href) ?? [])))
        yield makeFound(placed.anchor, listTexts(placed), tails, part);
      count += 1;
      if (count % 8 === 0) yield null;
    }
  }
}
