/**
 * Badges inside one text. The page's own text node keeps the words up to the badge, and a new node has the rest.
 * What the page later does with its node decides whether the rest is joined to it again or removed.
 */
export interface TextParts {
  /** Returns the text of a node together with the parts cut off from it. */
  read(text: Text): string;
  /** Returns the node that ends at `offset` of the whole text, after a cut if needed; null beyond the end. */
  cut(text: Text, offset: number): Text | null;
  /**
   * Undoes the cut after a node whose badge is gone; `before` is the node's former text. If the page has rewritten or
   * removed its text, the parts that were cut off are removed. Returns the removed nodes; null when nothing changed.
   */
  join(text: Text, before: string, isRemoved: boolean): { gone: Text[]; isJoined: boolean } | null;
}

const rests = new WeakMap<Text, Text>();

/** The one instance: it remembers which texts it has cut. */
export const textParts: TextParts = {
  read(text) {
    const rest = rests.get(text);
    return rest ? text.data + textParts.read(rest) : text.data;
  },

  cut(text, offset) {
    const rest = rests.get(text);
    if (offset > text.length) return rest ? textParts.cut(rest, offset - text.length) : null;
    if (offset === text.length) return text;
    const cut = text.splitText(offset);
    rests.set(text, cut);
    if (rest) rests.set(cut, rest);
    return text;
  },

  join(text, before, isRemoved) {
    const rest = rests.get(text);
    if (!rest) return null;
    const isNext = text.nextSibling === rest;
    if (isNext && text.data === before) {
      text.appendData(rest.data);
      rest.remove();
      const further = rests.get(rest);
      if (further) rests.set(text, further);
      else rests.delete(text);
      return { gone: [rest], isJoined: true };
    }
    const gone = isNext || isRemoved ? listRests(text) : [];
    // The rest stays where it is if another script has cut or replaced the node.
    for (const part of gone) part.remove();
    rests.delete(text);
    return { gone, isJoined: false };
  },
};

function listRests(text: Text): Text[] {
  const rest = rests.get(text);
  return rest ? [rest, ...listRests(rest)] : [];
}
