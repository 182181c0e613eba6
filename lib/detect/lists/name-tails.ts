/** What follows a dash or bar in several names, and so is not part of any: "– dubbed", "| OmU". */
export const tail = /\s+(?:[-–—|•]\s+|\()([^-–—|•()]{2,40})\)?$/;

/** The texts that follow at least three of the names. */
export function listTails(names: string[]): Set<string> {
  const heads = new Map<string, Set<string>>();
  for (const name of names) {
    const match = tail.exec(name);
    if (match)
      heads.set(match[1] ?? '', (heads.get(match[1] ?? '') ?? new Set()).add(name.slice(0, match.index)));
  }
  return new Set([...heads].filter(([, heads]) => heads.size > 2).map(([text]) => text));
}

/** Cuts off what the labels of all rows have before or after their names: "Póster de …", "… movie poster". */
export function trimLabels(labels: { name: string }[]): void {
  const words = labels.map(({ name }) => name.split(' '));
  const [first] = words;
  if (!first || new Set(labels.map(({ name }) => name)).size < 2) return;
  const same = (from: (list: string[], at: number) => string | undefined): number => {
    let count = 0;
    while (
      count < first.length &&
      words.every((list) => list.length > count + 1 && from(list, count) === from(first, count))
    )
      count += 1;
    return count;
  };
  const before = same((list, at) => list[at]);
  const after = same((list, at) => list.at(-1 - at));
  for (const anchor of labels) {
    const list = anchor.name.split(' ');
    if (list.length > before + after) anchor.name = list.slice(before, list.length - after).join(' ');
  }
}
