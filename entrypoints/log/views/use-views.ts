import { useMemo } from 'preact/hooks';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import type { Shown } from '../state/log-model.ts';

/** Returns a function from positions to entries or films. Each is the same object until the log changes, which saves renders. */
export function useViews<View>(
  shown: Shown,
  view: (index: LogIndex, position: number) => View,
): (position: number) => View {
  return useMemo(() => {
    const views = new Map<number, View>();
    return (position) => {
      const known = views.get(position) ?? view(shown.index, position);
      views.set(position, known);
      return known;
    };
  }, [shown, view]);
}
