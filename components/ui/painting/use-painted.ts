import { useLayoutEffect, useState } from 'preact/hooks';
import { waitForPaint } from './wait-for-paint.ts';

/** Returns whether the render with the current `shown` value has been painted; without a value, the first render. */
export function usePainted(shown: unknown = null): boolean {
  const [painted, setPainted] = useState<unknown>(undefined);
  useLayoutEffect(() => waitForPaint(() => setPainted(() => shown)), [shown]);
  return painted === shown;
}
