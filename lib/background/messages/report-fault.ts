/** Logs a fault on the console. Returns null, to use in place of the missing result. */
export function reportFault(what: string, error: unknown): null {
  console.warn(`marquee: ${what}:`, error);
  return null;
}
