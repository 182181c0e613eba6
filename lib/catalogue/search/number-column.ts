/** A list of 32-bit numbers that grows. */
export interface NumberColumn {
  readonly length: number;
  push(value: number): void;
  /** The numbers so far, without a copy. */
  take(): Uint32Array;
}

/** Creates an empty column with room for `room` numbers, which doubles when it is full. */
export function createNumberColumn(room: number): NumberColumn {
  let values = new Uint32Array(room);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    take: () => values.subarray(0, length),
  };
}
