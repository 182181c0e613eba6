import { listRowSelector, type Root } from '../page-sightings.ts';

/** A list of more rows is not read again as a whole for each added or changed row. */
const longList = 400;
/** If more rows are added at once, the list they are in is read. */
const maxAdded = 60;
/** Elements that are parts of a line or row and mean little alone. */
const partSelector = 'a, span, b, strong, em, i, cite, q, time, small, bdi, h1, h2, h3, h4, h5, h6';

/** Returns the parts to read again for one mutation record; none for a mere removal. */
export function listChangedRoots({ type, target, addedNodes }: MutationRecord): Root[] {
  if (target instanceof ShadowRoot) return addedNodes.length > 0 ? [target] : [];
  const element = target instanceof Element ? target : target.parentElement;
  if (!element) return [];
  if (type !== 'childList') return [findChangedRow(element)];
  const added = [...addedNodes];
  if (added.length === 0) return [];
  if (element.matches(partSelector)) return [findChangedRow(element)];
  // A row alone does not show that its list is one of films, so the list is read again, unless it is very long.
  const isLong = element.childElementCount > longList || element === document.body;
  // A part is read together with its parent.
  const elements = added
    .filter((node) => node instanceof Element)
    .filter((node) => !node.matches(partSelector));
  return isLong && elements.length === added.length && added.length <= maxAdded ? elements : [element];
}

/** Returns the row of a changed element: a link's text alone would not be a film, and its badge would be removed. */
function findChangedRow(element: Element): Element {
  let box = element;
  while (box.matches(partSelector) && box.parentElement && box.parentElement !== document.body)
    box = box.parentElement;
  return box.closest(listRowSelector) ?? box;
}

/** Joins roots: replaces rows with their list, which shows what they are, and drops roots that are inside another. */
export function joinRoots(roots: Root[]): Root[] {
  const elements = roots.filter((root) => root instanceof Element);
  const byParent = Map.groupBy(elements, ({ parentElement }) => parentElement);
  const joined = new Set<Root>(roots.filter((root) => root instanceof ShadowRoot));
  for (const [parent, rows] of byParent) {
    const isList =
      (rows.length > 1 || rows.some((row) => row.matches(listRowSelector))) &&
      parent !== document.body &&
      (parent?.childElementCount ?? 0) <= longList;
    for (const root of parent && isList ? [parent] : rows) joined.add(root);
  }
  return [...joined].filter((root) => ![...joined].some((other) => other !== root && other.contains(root)));
}
