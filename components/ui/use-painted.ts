import { useLayoutEffect, useState } from 'preact/hooks';
import { waitForPaint } from './wait-for-paint.ts';

/** Whether what was given last has been painted; given nothing, whether the component has. */
export function usePainted(shown: unknown = null): boolean {
  const [painted, setPainted] = useState<unknown>(undefined);
  useLayoutEffect(() => waitForPaint(() => setPainted(() => shown)), [shown]);
  return painted === shown;
}
