/**
 * Returns a function that makes the value at its first call and returns that value from then on. For tables and
 * patterns in scripts that every page loads: most pages name no film and never use them.
 */
/* @__NO_SIDE_EFFECTS__ */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
