/**
 * Badges between the words of one text. The page's own text node keeps the words up to the badge, and a new one takes
 * the rest; what the page does with its node afterwards decides whether the rest is put back or taken away.
 */
export interface TextParts {
  /** The words of a text node and of the parts cut off from it. */
  read(text: Text): string;
  /** The node that ends at `offset` of the whole text, cut there if need be; null where there is none. */
  cut(text: Text, offset: number): Text | null;
  /**
   * Undoes the cut behind a node whose badge is gone; `before` is what the node said. Where the page has written its text
   * anew, or taken it away, all that was cut off goes. Gives the nodes that are gone; null where nothing changed.
   */
  join(text: Text, before: string, isRemoved: boolean): { gone: Text[]; isJoined: boolean } | null;
}

const rests = new WeakMap<Text, Text>();

/** Knows the texts it has cut. */
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
    // A node that another script has cut, or put something else in the place of, leaves its rest where it is.
    for (const part of gone) part.remove();
    rests.delete(text);
    return { gone, isJoined: false };
  },
};

function listRests(text: Text): Text[] {
  const rest = rests.get(text);
  return rest ? [rest, ...listRests(rest)] : [];
}
