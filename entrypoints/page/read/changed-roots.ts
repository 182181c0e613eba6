/** A list of more rows is not read again for each that is added or changed. */
const longList = 400;
/** More added at a time than this are read as the list they are in. */
const maxAdded = 60;
const rowSelector = 'li, tr, article, [role="listitem"], [role="row"]';
/** What is a part of a line or row, and says little by itself. */
const partSelector = 'a, span, b, strong, em, i, cite, q, time, small, bdi, h1, h2, h3, h4, h5, h6';

/** The elements to read again for one mutation record; none for what is only removed. */
export function listChangedRoots({ type, target, addedNodes }: MutationRecord): Element[] {
  const element = target instanceof Element ? target : target.parentElement;
  if (!element) return [];
  if (type !== 'childList') return [findChangedRow(element)];
  const added = [...addedNodes];
  if (added.length === 0) return [];
  if (element.matches(partSelector)) return [findChangedRow(element)];
  // A row alone does not show that it is one of a list of films: the list is read again, unless it is very long.
  const isLong = element.childElementCount > longList || element === document.body;
  // A part is read with what it is a part of.
  const elements = added
    .filter((node) => node instanceof Element)
    .filter((node) => !node.matches(partSelector));
  return isLong && elements.length === added.length && added.length <= maxAdded ? elements : [element];
}

/** The row a changed element stands in: a link's words read alone would be no film, and its badge be taken away. */
function findChangedRow(element: Element): Element {
  let box = element;
  while (box.matches(partSelector) && box.parentElement && box.parentElement !== document.body)
    box = box.parentElement;
  return box.closest(rowSelector) ?? box;
}

/** The roots to read for these: rows as the list they are in, for one alone does not show what it is one of; none in another. */
export function joinRoots(roots: Element[]): Element[] {
  const byParent = Map.groupBy(roots, ({ parentElement }) => parentElement);
  const joined = new Set(
    [...byParent].flatMap(([parent, rows]) => {
      const isList =
        (rows.length > 1 || rows.some((row) => row.matches(rowSelector))) &&
        parent !== document.body &&
        (parent?.childElementCount ?? 0) <= longList;
      return parent && isList ? [parent] : rows;
    }),
  );
  return [...joined].filter((root) => ![...joined].some((other) => other !== root && other.contains(root)));
}
