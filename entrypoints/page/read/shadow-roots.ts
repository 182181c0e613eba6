import { runInSlices } from '../idle-slices.ts';
import type { Root } from '../page-sightings.ts';

/** The most open shadow roots of a page that are read, and the most elements that are searched for them. */
const maxShadowRoots = 100;
const maxElements = 30_000;
/** The number of elements between two yields: well below a ms. */
const stepSize = 300;

/** Returns the open shadow roots below `root`, also those within others. Yields often, to be run in slices. */
function* findShadowRoots(root: ParentNode & Node): Generator<undefined, ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  let searched = 0;
  const trees: Node[] = [root];
  for (const tree of trees) {
    // Of the prototype: a page's form or image may have the name of the method.
    const walker = Document.prototype.createTreeWalker.call(document, tree, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      const { shadowRoot } = node as Element;
      if (shadowRoot instanceof ShadowRoot) {
        found.push(shadowRoot);
        trees.push(shadowRoot);
      }
      searched += 1;
      if (searched >= maxElements || found.length >= maxShadowRoots) return found;
      if (searched % stepSize === 0) yield;
    }
  }
  return found;
}

/** The whole page is searched again after this long at the earliest, in ms. */
const searchAgainMs = 10_000;

/**
 * Returns a search for the open shadow roots to read after `root` (null: the page) has been read: those that it has not
 * found before, and after the page all. Each is observed from then on. Resolves with none when `signal` is aborted.
 */
export function createShadowSearch(
  observe: (root: Node) => void,
  signal: AbortSignal,
): (root: Root | null) => Promise<ShadowRoot[]> {
  const known = new Set<ShadowRoot>();
  let searchedAt = -Infinity;
  return async (root) => {
    for (const shadow of known) if (!shadow.isConnected) known.delete(shadow);
    const before = root ? [] : [...known];
    const now = performance.now();
    if (!root && now - searchedAt < searchAgainMs) return before;
    if (!root) searchedAt = now;
    const found = await runInSlices(
      findShadowRoots(root ?? document),
      () => Promise.resolve(undefined),
      signal,
    );
    const added = (found ?? []).filter((shadow) => !known.has(shadow)).slice(0, maxShadowRoots - known.size);
    for (const shadow of added) {
      known.add(shadow);
      observe(shadow);
    }
    return [...before, ...added];
  };
}
