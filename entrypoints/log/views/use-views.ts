import { useMemo } from 'preact/hooks';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import type { Shown } from '../state/log-model.ts';

/** Viewings or films by their places, each the same object until the log changes, so that its row need not be drawn anew. */
export function useViews<View>(
  shown: Shown,
  view: (index: LogIndex, place: number) => View,
): (place: number) => View {
  return useMemo(() => {
    const views = new Map<number, View>();
    return (place) => {
      const known = views.get(place) ?? view(shown.index, place);
      views.set(place, known);
      return known;
    };
  }, [shown, view]);
}
