/** All different words of the titles, numbered from 0, as UTF-16 units in one array. */
export interface WordPool {
  readonly size: number;
  /** The number of the word in the first `length` units of `units`, which is added if it is new. */
  add(units: Uint16Array, length: number): number;
  /** The number of a word; -1 if there is none. */
  find(word: string): number;
  /** The words in columns, for passes over all of them. They are out of date once a word is added. */
  columns(): WordColumns;
}

/** Words by number: the units of a word are those of `units` from `starts[word]` up to `starts[word + 1]`. */
export interface WordColumns {
  units: Uint16Array;
  starts: Uint32Array;
  /** The letters of each word as bits: two words that differ by one edit differ in two bits at most. */
  masks: Uint32Array;
}

/** A copy of the array with room for `needed` items; the array itself if it has room. */
function grow<Column extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  column: Column,
  needed: number,
): Column {
  if (needed <= column.length) return column;
  const larger = new (column.constructor as new (length: number) => Column)(
    Math.max(needed, column.length * 2),
  );
  larger.set(column);
  return larger;
}

/** The bits of a word's letters. */
export function letterMask(units: Uint16Array, length: number): number {
  let mask = 0;
  for (let at = 0; at < length; at += 1) mask |= 1 << ((units[at] ?? 0) & 31);
  return mask >>> 0;
}

/** The UTF-16 units of a word. */
export function unitsOf(word: string): Uint16Array {
  return Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
}

/** FNV-1a over UTF-16 units. */
function hashUnits(units: Uint16Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

interface WordList {
  size: number;
  /** Whether a word of the list is the first `length` of the units. */
  isWord(word: number, units: Uint16Array, length: number): boolean;
  append(units: Uint16Array, length: number): void;
  columns(): WordColumns;
}

/** Creates an empty list of words. It keeps no strings, which are slow to make. */
function createWordList(): WordList {
  let pool = new Uint16Array(1 << 18);
  let starts = new Uint32Array(1 << 15);
  let masks = new Uint32Array(1 << 15);
  return {
    size: 0,
    isWord(word, units, length) {
      const start = starts[word] ?? 0;
      if ((starts[word + 1] ?? 0) - start !== length) return false;
      for (let at = 0; at < length; at += 1) if (pool[start + at] !== units[at]) return false;
      return true;
    },
    append(units, length) {
      const start = starts[this.size] ?? 0;
      pool = grow(pool, start + length);
      starts = grow(starts, this.size + 2);
      masks = grow(masks, this.size + 1);
      for (let at = 0; at < length; at += 1) pool[start + at] = units[at] ?? 0;
      masks[this.size] = letterMask(units, length);
      this.size += 1;
      starts[this.size] = start + length;
    },
    columns() {
      return { units: pool, starts: starts.subarray(0, this.size + 1), masks: masks.subarray(0, this.size) };
    },
  };
}

/** Creates an empty pool: a list of words, and an open table of their numbers that is at most half full. */
export function createWordPool(): WordPool {
  const list = createWordList();
  let hashes = new Uint32Array(1 << 15);
  /** The number of a word plus one; 0 where there is none. */
  let table = new Uint32Array(1 << 17);

  /** The slot of a word, or the free one where it belongs. */
  function findSlot(units: Uint16Array, length: number, hash: number): number {
    let slot = hash & (table.length - 1);
    for (let entry = table[slot] ?? 0; entry > 0; entry = table[slot] ?? 0) {
      if (hashes[entry - 1] === hash && list.isWord(entry - 1, units, length)) return slot;
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  function enlargeTable(): void {
    table = new Uint32Array(table.length * 2);
    for (let word = 0; word < list.size; word += 1) {
      let slot = (hashes[word] ?? 0) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = word + 1;
    }
  }

  return {
    get size() {
      return list.size;
    },
    add(units, length) {
      const hash = hashUnits(units, length);
      const slot = findSlot(units, length, hash);
      const entry = table[slot] ?? 0;
      if (entry > 0) return entry - 1;
      hashes = grow(hashes, list.size + 1);
      hashes[list.size] = hash;
      list.append(units, length);
      table[slot] = list.size;
      if (list.size * 2 > table.length) enlargeTable();
      return list.size - 1;
    },
    find(word) {
      const units = unitsOf(word);
      return (table[findSlot(units, units.length, hashUnits(units, units.length))] ?? 0) - 1;
    },
    columns: () => list.columns(),
  };
}
