/**
 * A value that is made when it is first asked for. For tables and patterns in scripts that every page loads: most pages
 * name no film and need none of them.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
