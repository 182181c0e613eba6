/** Tells of changes that come in quick succession: while they do, nobody is told of each. */
export interface CalmTelling {
  /** Tells once nothing more has come for a moment. */
  soon: () => void;
  /** Tells at once, and of all that waited. */
  now: () => void;
}

/** Longer than a chunk of an import takes, shorter than the browser lets the worker rest. */
const restMs = 3000;

/** A calm way of telling: each that listens reads what changed, which for a long log takes longer than the change. */
export function createCalmTelling(tell: () => void): CalmTelling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    tell();
  };
  return {
    now,
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(now, restMs);
    },
  };
}
