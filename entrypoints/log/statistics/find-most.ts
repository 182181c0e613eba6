/** Returns the item with the greatest value above 0, the first of equals; null if no value is above 0. */
export function findMost<Item>(
  items: readonly Item[],
  valueOf: (item: Item, at: number) => number,
): Item | null {
  let most: Item | null = null;
  let greatest = 0;
  items.forEach((item, at) => {
    const value = valueOf(item, at);
    if (value <= greatest) return;
    most = item;
    greatest = value;
  });
  return most;
}
